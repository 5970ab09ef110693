import { countyPolicy } from './county-policy';
import { disposeWorkflow, matterEndedOn, projectRecords } from './disposal-functions.sql';
import { definerFunctions, executable } from './function-rights';
import { sqlMigration } from './sql-migration';

/** What a disposal takes away whole. What it only empties is named below. */
const emptied = [
  ...['workflow', 'record', 'notification', 'notification_content', 'digest_content', 'task', 'response_link'],
  ...['work_item', 'follow', 'publication', 'answer_draft', 'colleague', 'document_file', 'document_name'],
];

/**
 * The register of official documents, which follows from the log; and the end of their retention: what events said, mails and files go,
 * their places and hashes in the log stay.
 */
export const recordsMigration = sqlMigration('0029-records', [
  // "retention_years" is null where a record is kept for ever. "place" counts through the workflow.
  `create table vuosikello.record (
     county text not null, workflow text not null, place integer not null, id text not null,
     kind text not null, fact text not null, seq integer not null, registered_at timestamptz not null,
     case_number text, publicity text, ground text, retention_years integer check (retention_years >= 0), document text,
     primary key (county, workflow, place)
   )`,
  // What is left of a workflow: that it was there. "streams" are those whose events say nothing any more.
  `create table vuosikello.disposal (
     county text not null, workflow text not null, definition text not null, definition_version integer not null,
     parent text, year integer, started_on date not null, ended_on date not null, matter_ended_on date not null,
     retention_years integer not null, streams text[] not null, events integer not null,
     disposed_at timestamptz not null, disposed_by text not null,
     primary key (county, workflow)
   )`,
  ...['record', 'disposal'].flatMap(countyPolicy),
  `grant select on vuosikello.record to vuosikello_app`,
  `grant select, insert, update on vuosikello.record to vuosikello_disposal`,
  `grant select on vuosikello.disposal to vuosikello_app`,

  `grant usage on schema vuosikello to vuosikello_disposal`,
  projectRecords,
  // The word tells at little cost that there is anything to look for.
  `create trigger project_records after insert or update of snapshot on vuosikello.workflow for each row
     when (new.snapshot like '%"records":[{%') execute function vuosikello.project_records()`,
  ...definerFunctions(['project_records'], 'vuosikello_app', 'vuosikello_disposal'),

  `alter table vuosikello.event alter column body drop not null`,
  `grant select, delete on ${emptied.map((table) => `vuosikello.${table}`).join(', ')} to vuosikello_disposal`,
  // A row is locked by whoever may update it.
  `grant update (version) on vuosikello.workflow to vuosikello_disposal`,
  `grant select, update (body, note, salt, salts_left) on vuosikello.event to vuosikello_disposal`,
  `grant select (county, workflow), update (request_hash) on vuosikello.command to vuosikello_disposal`,
  `grant select on vuosikello.log_leaf, vuosikello.clock to vuosikello_disposal`,
  `grant select, insert on vuosikello.disposal to vuosikello_disposal`,
  `grant execute on function vuosikello.business_now() to vuosikello_disposal`,
  matterEndedOn,
  executable(['matter_ended_on'], 'vuosikello_app'),
  executable(['matter_ended_on'], 'vuosikello_disposal'),
  // A county of which nothing is left but that has its log is replayed too.
  `create policy across_counties on vuosikello.disposal for select to vuosikello_claims using (true)`,
  `grant select (county) on vuosikello.disposal to vuosikello_claims`,
  `drop function vuosikello.counties_with_workflows()`,
  `create function vuosikello.counties_with_workflows() returns table (county text)
   language sql stable security definer set search_path = pg_catalog, pg_temp as $$
     select w.county from vuosikello.workflow w union select d.county from vuosikello.disposal d order by county
   $$`,
  ...definerFunctions(['counties_with_workflows'], 'vuosikello_app'),
  disposeWorkflow,
  ...definerFunctions(['dispose_workflow'], 'vuosikello_app', 'vuosikello_disposal'),
]);
