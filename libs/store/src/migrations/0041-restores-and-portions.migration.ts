import { definerFunctions } from './function-rights';
import {
  dropSomeAnswers,
  dropSomeColleagues,
  dropSomeDeliveries,
  dropSomeDrafts,
  purgeSomeAccesses,
} from './portions.sql';
import { sqlMigration } from './sql-migration';

/** A restore switches webhooks off, and says why; what is old is removed in portions, so that no statement takes too long. */
export const restoresAndPortionsMigration = sqlMigration('0041-restores-and-portions', [
  `alter table vuosikello.webhook drop constraint webhook_off_because_check,
     add constraint webhook_off_because_check check (off_because in ('by-hand', 'gone', 'failing', 'restored')) not valid`,
  `alter table vuosikello.webhook validate constraint webhook_off_because_check`,
  `grant select (off_because) on vuosikello.webhook to vuosikello_claims`,
  `create function vuosikello.restored_webhooks() returns table (county text, webhooks integer)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select w.county, count(*)::integer from vuosikello.webhook w where w.off_because = 'restored' group by w.county order by w.county
   $$`,
  `grant select (county, workflow) on vuosikello.answer_draft to vuosikello_claims`,
  `grant select (county, id) on vuosikello.colleague to vuosikello_claims`,
  `grant select (county, id) on vuosikello.kept_answer to vuosikello_claims`,
  `grant select (id) on vuosikello.webhook_delivery to vuosikello_claims`,
  dropSomeDrafts,
  dropSomeColleagues,
  dropSomeAnswers,
  dropSomeDeliveries,
  purgeSomeAccesses,
  ...definerFunctions(
    ['restored_webhooks', 'drop_some_drafts', 'drop_some_colleagues', 'drop_some_answers', 'drop_some_deliveries'],
    'vuosikello_engine',
  ),
  ...definerFunctions(['purge_some_accesses'], 'vuosikello_engine', 'vuosikello_disposal'),
]);
