import { countyPolicy } from './county-policy';
import { definerFunctions } from './function-rights';
import { sqlMigration } from './sql-migration';

/**
 * What makes the names of mails unguessable: made here once, so that a repeated mail keeps its name, and read by the engine alone.
 * A report is looked up by that part of the name, whether it quotes the Message-ID or the envelope's id.
 */
export const messageNamesMigration = sqlMigration('0026-message-names', [
  `create table vuosikello.message_secret (
     one boolean primary key default true check (one), value bytea not null
   )`,
  `insert into vuosikello.message_secret (value)
     select sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))`,
  `grant select on vuosikello.message_secret to vuosikello_claims`,
  `create function vuosikello.message_secret() returns bytea
     language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select s.value from vuosikello.message_secret s
   $$`,
  ...definerFunctions(['message_secret'], 'vuosikello_engine'),
  `drop index vuosikello.notification_message`,
  `create index notification_message on vuosikello.notification (county, substring(message_id from '[.]([0-9a-f]{32})@'))
     where message_id is not null`,

  // The newest first, as people read them.
  `create index notification_owed on vuosikello.notification (county, owed_at, id)`,

  // What files are called is chosen by whoever attaches them, and can name somebody: so it can be erased, as the log cannot.
  `create table vuosikello.document_name (
     county text not null, workflow text not null, document text not null, name text not null,
     primary key (county, workflow, document)
   )`,
  ...countyPolicy('document_name'),
  `grant select, insert, delete on vuosikello.document_name to vuosikello_app`,
]);
