import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';
import { claimWebhooks, dropOldDeliveries, webhookStates } from './webhook-functions.sql';

/**
 * Where events go, and each event that goes there. No secret stands here, only the number of the one in force. A delivery holds ids only:
 * what is sent is read from the log at each attempt. "reached" is the last position of the log that was looked at; until
 * "rests_until" nothing is sent, as the receiver does not answer or has asked for it.
 */
export const webhooksMigration = sqlMigration('0033-webhooks', [
  `create table vuosikello.webhook (
     county text not null, id text not null, url text not null, types text[],
     state text not null default 'on' check (state in ('on', 'off')),
     off_because text check (off_because in ('by-hand', 'gone', 'failing')),
     created_at timestamptz not null, secret_no integer not null default 1, old_secret_until timestamptz,
     reached bigint not null, failing_since timestamptz, rests_until timestamptz,
     fence integer not null default 0, lease_until timestamptz,
     primary key (county, id), check ((state = 'off') = (off_because is not null))
   )`,
  // "position" is null for a test. "reason" is a word of ours: nothing that a receiver says is kept but its status.
  `create table vuosikello.webhook_delivery (
     county text not null, webhook text not null, id text not null, position bigint, type text not null,
     state text not null default 'waiting' check (state in ('waiting', 'delivered', 'dead')),
     attempts integer not null default 0, owed_at timestamptz not null, due_at timestamptz not null,
     give_up_at timestamptz not null, ended_at timestamptz, status integer, reason text,
     primary key (county, webhook, id), check ((state = 'waiting') = (ended_at is null))
   ) with (fillfactor = 80)`,
  `create index webhook_delivery_waiting on vuosikello.webhook_delivery (county, webhook, due_at) where state = 'waiting'`,
  `create index webhook_delivery_dead on vuosikello.webhook_delivery (county, webhook) where state = 'dead'`,
  ...['webhook', 'webhook_delivery'].flatMap(countyPolicy),
  `grant select, insert, update, delete on vuosikello.webhook, vuosikello.webhook_delivery to vuosikello_app`,
  `create policy across_counties on vuosikello.webhook to vuosikello_claims using (true) with check (true)`,
  `create policy across_counties on vuosikello.webhook_delivery to vuosikello_claims using (true)`,
  `grant select (county, id, state, reached, rests_until, fence, lease_until), update (fence, lease_until) on vuosikello.webhook to vuosikello_claims`,
  `grant select (county, webhook, state, due_at, ended_at), delete on vuosikello.webhook_delivery to vuosikello_claims`,
  claimWebhooks,
  webhookStates,
  dropOldDeliveries,
  ...definerFunctions(['claim_webhooks', 'webhook_states', 'drop_old_deliveries'], 'vuosikello_engine'),
]);
