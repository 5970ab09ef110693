import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * Answers to requests that came with an Idempotency-Key, for those routes whose effect keeps no such key itself. `id` is of the key in the
 * hands of its sender; without a `status` the request is under way, or was cut off. `body` is null where nothing may be kept of it.
 */
export const keptAnswersMigration = sqlMigration('0034-kept-answers', [
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
]);
