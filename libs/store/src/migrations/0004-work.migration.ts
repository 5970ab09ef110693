import { countyPolicy } from './county-policy';
import { sqlMigration } from './sql-migration';

/** Work items and notifications. The as-sent text and the relay's reply stand beside them, because they can name a person. */
export const workMigration = sqlMigration('0004-work', [
  // Leases and bells are in real time, "due_at" in business time. "lost" counts leases that ran out: a job that kills its worker.
  `create table vuosikello.work_item (
     id bigint generated always as identity primary key,
     county text not null, instance text not null, kind text not null check (kind in ('timer', 'command', 'mail')),
     due_at timestamptz not null,
     state text not null default 'pending'
       check (state in ('pending', 'leased', 'done', 'cancelled', 'superseded', 'quarantined')),
     fence integer not null default 0, lease_until timestamptz, lost integer not null default 0,
     attempts integer not null default 0, dispatch_no integer not null default 0, bell_at timestamptz,
     dedupe_key text not null, deadline text, set_no integer, rung text, payload text not null, last_error text,
     unique (county, dedupe_key)
   ) with (fillfactor = 80)`,
  `create index work_item_pending on vuosikello.work_item (due_at, id) where state = 'pending'`,
  `create index work_item_leased on vuosikello.work_item (lease_until) where state = 'leased'`,
  `create index work_item_quarantined on vuosikello.work_item (id) where state = 'quarantined'`,
  `create index work_item_unfinished on vuosikello.work_item (instance) where state in ('pending', 'leased')`,

  // "version" numbers the notification's own stream. "unwanted": its deadline ended while it was being sent, so it is not sent again.
  `create table vuosikello.notification (
     county text not null, id text not null, workflow text not null, template text not null,
     organisation text not null, audience text not null, deadline text, link boolean not null, data text not null,
     state text not null
       check (state in ('queued', 'sending', 'accepted', 'deferred', 'rejected', 'unknown', 'suppressed')),
     unwanted boolean not null default false, version integer not null,
     attempts integer not null default 0, repeats integer not null default 0,
     message_id text, contact text, language text, owed_at timestamptz not null, sent_at timestamptz,
     primary key (county, id)
   ) with (fillfactor = 80)`,
  `create index notification_unsent on vuosikello.notification (workflow)
     where state in ('queued', 'deferred', 'sending', 'unknown')`,
  `create table vuosikello.notification_content (
     county text not null, id text not null, subject text, text text, reply text,
     primary key (county, id)
   )`,
  ...['work_item', 'notification', 'notification_content'].flatMap(countyPolicy),
  `grant select, insert, update on vuosikello.work_item, vuosikello.notification, vuosikello.notification_content to vuosikello_app`,
]);
