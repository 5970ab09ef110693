import { executable } from './function-rights';
import { planOnce } from './plan-once';
import { sqlMigration } from './sql-migration';

/**
 * Claimed work says which definition its workflow has, and can be left: older software leaves it to newer. The columns of before stay as
 * they were: a program of before goes on beside this one.
 */
export const claimedDefinitionsMigration = sqlMigration('0017-claimed-definitions', [
  `drop function vuosikello.claim_work(bigint[], integer, integer)`,
  `create function vuosikello.claim_work(p_ids bigint[], p_limit integer, p_lease_ms integer)
   returns table (id text, county text, kind text, fence integer, attempts integer, instance text, payload text, due_at text,
     definition text, definition_version integer)
   language plpgsql as $$
   #variable_conflict use_column
   declare
     v_ids bigint[];
     v_county text;
   begin
     for v_county, v_ids in
       select l.county, array_agg(l.id) from vuosikello.lease_work(p_ids, p_limit, p_lease_ms) l group by l.county
     loop
       perform set_config('app.county', v_county, true);
       return query
         select w.id::text, w.county, w.kind, w.fence, w.attempts, w.instance, w.payload, vuosikello.instant(w.due_at),
           f.definition, f.definition_version
         from unnest(v_ids) as i (id)
         cross join lateral (select * from vuosikello.work_item w where w.id = i.id offset 0) w
         left join lateral (
           select f.definition, f.definition_version from vuosikello.workflow f
           where f.county = w.county and f.id = w.instance offset 0) f on true;
     end loop;
   end $$`,
  // Due as it was: of the timers of one deadline the later ones supersede the earlier, so none may move. Seen as rung for twelve
  // seconds ago, it is rung for again in three.
  `create function vuosikello.leave_work(p_county text, p_id bigint, p_fence integer, p_reason text)
   returns boolean language plpgsql ${planOnce} as $$
   begin
     perform set_config('app.county', p_county, true);
     update vuosikello.work_item k
       set state = 'pending', lease_until = null, bell_at = clock_timestamp() - interval '12 seconds', last_error = p_reason
       where k.id = p_id and k.fence = p_fence and k.state is not distinct from 'leased';
     return found;
   end $$`,
  executable(['claim_work', 'leave_work'], 'vuosikello_engine'),
]);
