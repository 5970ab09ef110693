import { countyPolicy } from './county-policy';
import { leaseWorkBut } from './claim-functions.sql';
import { definerFunctions, executable } from './function-rights';
import { sqlMigration } from './sql-migration';
import { closeTask, openTask, settleContactTasks } from './task-functions.sql';

/**
 * What a person has to look at. Each task has a stream of its own in the log, which holds ids only: what somebody writes when closing
 * it stands here. "place" is the order in which they were opened. The timer that asks who has been reached stands beside the reminders.
 */
export const tasksMigration = sqlMigration('0021-tasks', [
  `create sequence vuosikello.task_place`,
  `create table vuosikello.task (
     county text not null, id text not null, place bigint not null, key text not null, kind text not null,
     workflow text, notification text, organisation text, contact text,
     opened_at timestamptz not null, closed_at timestamptz, closed_by text, note text, version integer not null,
     primary key (county, id),
     check ((closed_at is null) = (closed_by is null))
   )`,
  `create unique index task_open on vuosikello.task (county, key) where closed_at is null`,
  `create index task_order on vuosikello.task (county, place)`,
  ...countyPolicy('task'),
  `grant usage on sequence vuosikello.task_place to vuosikello_app`,
  `grant select, insert on vuosikello.task to vuosikello_app`,
  `grant update (closed_at, closed_by, note, version) on vuosikello.task to vuosikello_app`,
  `drop function vuosikello.lease_work(bigint[], integer, integer)`,
  leaseWorkBut('reach'),
  ...definerFunctions(['lease_work'], 'vuosikello_engine'),
  openTask,
  closeTask,
  settleContactTasks,
  executable(['open_task', 'close_task', 'settle_contact_tasks'], 'vuosikello_app'),

  // A mail that came back reads so beside the state in which the relay left it.
  `alter table vuosikello.notification add column bounced_at timestamptz, add column bounce_status text`,
  `create index notification_message on vuosikello.notification (county, message_id) where message_id is not null`,
  // Not part of what a file says of a contact; a new address starts with a clean sheet.
  `alter table vuosikello.contact add column undeliverable_since date, add column undeliverable_status text`,
  `create function vuosikello.forget_undeliverable() returns trigger language plpgsql as $$
   begin
     new.undeliverable_since := null;
     new.undeliverable_status := null;
     return new;
   end $$`,
  `create trigger new_address before update of email on vuosikello.contact for each row
   when (lower(new.email) is distinct from lower(old.email)) execute function vuosikello.forget_undeliverable()`,
  `revoke execute on function vuosikello.forget_undeliverable() from public`,
]);
