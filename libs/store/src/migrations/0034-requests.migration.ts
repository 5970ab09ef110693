import { countyPolicy } from './county-policy';
import { definerFunctions, executable } from './function-rights';
import { planOnce } from './plan-once';
import { sqlMigration } from './sql-migration';

/**
 * What requests over HTTP need. Answers to those that came with an Idempotency-Key, for the routes whose effect keeps no such key itself:
 * `id` is of the key in the hands of its sender; without a `status` the request is under way, or was cut off; `body` is null where nothing
 * may be kept of it. And in one call, as it is asked with every workflow that is shown: which mails have been handed over.
 */
export const requestsMigration = sqlMigration('0034-requests', [
  `create table vuosikello.kept_answer (
     county text not null, id text not null, request_hash text not null,
     begun_at timestamptz not null default vuosikello.business_now(),
     status integer, headers text, body text,
     primary key (county, id), check ((status is null) = (headers is null))
   )`,
  `create index kept_answer_begun on vuosikello.kept_answer (begun_at)`,
  ...countyPolicy('kept_answer'),
  `grant select, insert (county, id, request_hash), update (status, headers, body), delete on vuosikello.kept_answer to vuosikello_app`,
  `create policy across_counties on vuosikello.kept_answer to vuosikello_claims using (true)`,
  `grant select (begun_at), delete on vuosikello.kept_answer to vuosikello_claims`,
  `create function vuosikello.drop_old_answers() returns void
   language sql security definer set search_path = pg_catalog, pg_temp as $$
     delete from vuosikello.kept_answer k where k.begun_at < vuosikello.business_now() - interval '30 days';
   $$`,
  ...definerFunctions(['drop_old_answers'], 'vuosikello_engine'),

  `create function vuosikello.handed_over(p_county text, p_workflows text[])
   returns table (workflow text, organisation text, at text) language plpgsql ${planOnce} as $$
   #variable_conflict use_column
   begin
     perform set_config('app.county', p_county, true);
     return query
       select n.workflow, n.organisation, vuosikello.instant(min(n.sent_at))
       from unnest(p_workflows) as i (workflow)
       -- "offset 0" keeps each a look-up of its own: a join would be planned for the few rows that a new table seems to have.
       cross join lateral (
         select m.workflow, m.organisation, m.sent_at from vuosikello.notification m
         where m.county = p_county and m.workflow = i.workflow and m.state = 'accepted' and m.bounced_at is null offset 0) n
       group by n.workflow, n.organisation;
   end $$`,
  executable(['handed_over'], 'vuosikello_app'),
]);
