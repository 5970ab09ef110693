import { beginSending } from './0019-digests.migration';
import { guarded } from './append-only.sql';
import { countyPolicy, isOwn } from './county-policy';
import { definerFunctions, executable } from './function-rights';
import { beginSendingUnlessHeld, countAsSent, holdMail, putOffHeld, releaseMail, wakeHeld } from './mail-hold.sql';
import { sqlMigration } from './sql-migration';

/** Rows of one county, and with the scope '*' of the whole installation, which every county sees. */
const scopePolicy = (table: string): string[] => [
  `alter table vuosikello.${table} enable row level security`,
  `alter table vuosikello.${table} force row level security`,
  `create policy own_scope on vuosikello.${table} using (scope = '*' or ${isOwn('scope')}) with check (scope = '*' or ${isOwn('scope')})`,
];

/** What operators do to an installation: mail is stopped and released, backups are taken and restored. */
export const operatingMigration = sqlMigration('0031-operating', [
  // Where there is a row, no mail leaves.
  `create table vuosikello.mail_hold (
     scope text primary key, reason text not null, at timestamptz not null, by text not null
   )`,
  ...scopePolicy('mail_hold'),
  `grant select, insert, delete on vuosikello.mail_hold to vuosikello_app`,

  // The operators' journal: who did what when, and why. "at" is business time.
  `create table vuosikello.operation (
     ord bigint generated always as identity primary key, scope text not null,
     kind text not null check (kind in ('mail-held', 'mail-released', 'backed-up', 'restored')),
     at timestamptz not null, by text not null, reason text
   )`,
  `create index operation_kind on vuosikello.operation (kind, ord)`,
  ...scopePolicy('operation'),
  ...guarded('operation'),
  `grant select, insert (scope, kind, at, by, reason) on vuosikello.operation to vuosikello_app`,

  // What the journal of sent mails says that left after the moment to which the database was restored.
  `create table vuosikello.sent_before (
     county text not null, notification text not null, template text not null, organisation text not null,
     message_id text not null, at timestamptz not null,
     primary key (county, notification)
   )`,
  ...countyPolicy('sent_before'),
  ...guarded('sent_before'),
  `grant select on vuosikello.sent_before to vuosikello_app`,

  putOffHeld,
  countAsSent,
  beginSendingUnlessHeld(beginSending),
  executable(['put_off_held', 'count_as_sent'], 'vuosikello_engine'),
  holdMail,
  releaseMail,
  wakeHeld,
  executable(['hold_mail', 'release_mail', 'wake_held'], 'vuosikello_app'),

  // For the engine's health and for "doctor": of all counties the switches and how many mails are in which state.
  `create policy across_counties on vuosikello.mail_hold for select to vuosikello_claims using (true)`,
  `create policy across_counties on vuosikello.notification for select to vuosikello_claims using (true)`,
  `grant select on vuosikello.mail_hold to vuosikello_claims`,
  `grant select (state) on vuosikello.notification to vuosikello_claims`,
  `create function vuosikello.mail_holds() returns setof vuosikello.mail_hold
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select h.* from vuosikello.mail_hold h order by h.scope
   $$`,
  `create function vuosikello.mail_counts() returns table (state text, count integer)
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select m.state, count(*)::integer from vuosikello.notification m group by m.state
   $$`,
  ...definerFunctions(['mail_holds', 'mail_counts'], 'vuosikello_engine'),
]);
