import { countyPolicy } from './county-policy';
import { sqlMigration } from './sql-migration';

/** The event log, the workflows as they stand, and the commands that were done. */
export const workflowsMigration = sqlMigration('0003-workflows', [
  `create table vuosikello.workflow (
     county text not null, id text not null,
     definition text not null, definition_version integer not null,
     version integer not null check (version > 0), state text not null,
     status text not null check (status in ('open', 'closed', 'cancelled')),
     snapshot text not null,
     parent text, parent_key text, organisations text[] not null, year integer, entry text,
     next_due_at timestamptz, started_on date not null, ended_on date,
     primary key (county, id)
   ) with (fillfactor = 70)`,
  `create index workflow_children on vuosikello.workflow (county, parent) where parent is not null`,

  // "body" is canonical JSON as it was hashed, never jsonb. "xid" and "ord" give the order of commit to the sequencer.
  `create table vuosikello.event (
     county text not null, stream text not null, seq integer not null check (seq > 0),
     kind text not null check (kind in ('fact', 'consequence')), type text not null,
     at timestamptz not null, actor text not null, role text not null, command_id text not null, note text, body text not null,
     xid xid8 not null default pg_current_xact_id(), ord bigint generated always as identity,
     primary key (county, stream, seq)
   )`,

  `create table vuosikello.command (
     county text not null, command_id text not null, workflow text not null,
     request_hash text not null, version integer not null, at timestamptz not null,
     primary key (county, command_id)
   )`,
  ...['workflow', 'event', 'command'].flatMap(countyPolicy),

  `create function vuosikello.refuse_change() returns trigger language plpgsql as $$
   begin
     raise exception 'The event log is append-only: % is refused', tg_op using errcode = 'insufficient_privilege';
   end $$`,
  `create trigger append_only before update or delete on vuosikello.event for each row execute function vuosikello.refuse_change()`,
  `create trigger append_only_all before truncate on vuosikello.event for each statement execute function vuosikello.refuse_change()`,
  // "always": also when somebody sets session_replication_role to replica.
  `alter table vuosikello.event enable always trigger append_only`,
  `alter table vuosikello.event enable always trigger append_only_all`,
  `revoke execute on function vuosikello.refuse_change() from public`,

  `grant select, insert, update on vuosikello.workflow to vuosikello_app`,
  `grant select, insert on vuosikello.command to vuosikello_app`,
  `grant select on vuosikello.event to vuosikello_app`,
  `grant insert (county, stream, seq, kind, type, at, actor, role, command_id, note, body) on vuosikello.event to vuosikello_app`,
]);
