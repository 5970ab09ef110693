import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/** What is asked of work to watch it: how much of each kind there is, and which trace it comes from. */
export const watchingMigration = sqlMigration('0040-watching', [
  // Null unless whoever writes the work is traced: then the transaction says so, and no statement that writes work has to know.
  `alter table vuosikello.work_item add column traceparent text`,
  `alter table vuosikello.work_item alter column traceparent set default nullif(current_setting('app.traceparent', true), '')`,

  // By the partial indexes of what is unfinished: what is done, and what is not due for months, is not looked at.
  `create function vuosikello.work_depths()
     returns table (kind text, due integer, leased integer, quarantined integer, oldest_due_ms float8)
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select w.kind, count(*) filter (where w.state = 'pending')::integer, count(*) filter (where w.state = 'leased')::integer,
       count(*) filter (where w.state = 'quarantined')::integer,
       coalesce(extract(epoch from max(vuosikello.business_now() - w.due_at) filter (where w.state = 'pending')) * 1000, 0)::float8
     from (
       select k.kind, k.state, k.due_at from vuosikello.work_item k
         where k.state = 'pending' and k.due_at <= vuosikello.business_now()
       union all select k.kind, k.state, k.due_at from vuosikello.work_item k where k.state = 'leased'
       union all select k.kind, k.state, k.due_at from vuosikello.work_item k where k.state = 'quarantined') w
     group by w.kind
   $$`,
  ...definerFunctions(['work_depths'], 'vuosikello_engine'),
]);
