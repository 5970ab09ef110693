import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/** A restore switches webhooks off, and says why. */
export const restoredWebhooksMigration = sqlMigration('0041-restored-webhooks', [
  `alter table vuosikello.webhook drop constraint webhook_off_because_check,
     add constraint webhook_off_because_check check (off_because in ('by-hand', 'gone', 'failing', 'restored')) not valid`,
  `alter table vuosikello.webhook validate constraint webhook_off_because_check`,
  `grant select (off_because) on vuosikello.webhook to vuosikello_claims`,
  `create function vuosikello.restored_webhooks() returns table (county text, webhooks integer)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select w.county, count(*)::integer from vuosikello.webhook w where w.off_because = 'restored' group by w.county order by w.county
   $$`,
  ...definerFunctions(['restored_webhooks'], 'vuosikello_engine'),
]);
