import { countyPolicy } from './county-policy';
import { reachRung } from '@app/domain';
import { leaseWorkBut } from './claim-functions.sql';
import { definerFunctions, executable } from './function-rights';
import { sqlMigration } from './sql-migration';
import { closeTask, openTask } from './task-functions.sql';

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
  leaseWorkBut(reachRung),
  ...definerFunctions(['lease_work'], 'vuosikello_engine'),
  openTask,
  closeTask,
  executable(['open_task', 'close_task'], 'vuosikello_app'),
]);
