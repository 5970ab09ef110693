/** What an auditor reads with SQL: the log and what proves it, and whom it is about. No address and no name of a contact. */
const readable: Readonly<Record<string, string | null>> = {
  event: null,
  log_leaf: null,
  log_node: null,
  log_head: null,
  log_checkpoint: null,
  log_cosignature: null,
  record: null,
  disposal: null,
  workflow: null,
  command: null,
  organisation: null,
  body: null,
  plan_revision: null,
  ladder_change: null,
  silence: null,
  task: null,
  access_log: null,
  erased_person: null,
  notification:
    'county, id, workflow, template, organisation, audience, deadline, state, attempts, repeats, contact, owed_at, sent_at, version',
  contact: 'county, id, place, part_of, language, roles, interfaces, valid_from, valid_to',
  document_file: 'county, sha256, media_type, bytes, created_at',
};

/**
 * Auditors log in to the database themselves, so the county is not for them to set: each login sees the counties it was admitted to by the
 * owner of the database (`select vuosikello.admit_auditor('login', '09')`), and nothing until then.
 */
export const auditorRights = [
  `create table vuosikello.auditor_county (login text not null, county text not null, primary key (login, county))`,
  `alter table vuosikello.auditor_county enable row level security`,
  `create policy own_login on vuosikello.auditor_county for select to vuosikello_auditor using (login = session_user)`,
  `grant select on vuosikello.auditor_county to vuosikello_auditor`,
  `grant usage on schema vuosikello to vuosikello_auditor`,
  `grant select on vuosikello.county, vuosikello.clock, vuosikello.log_epoch, vuosikello.migration to vuosikello_auditor`,
  `grant execute on function vuosikello.business_now(), vuosikello.instant(timestamptz) to vuosikello_auditor`,
  ...Object.entries(readable).flatMap(([table, columns]) => [
    `grant select${columns === null ? '' : ` (${columns})`} on vuosikello.${table} to vuosikello_auditor`,
    `create policy auditor_reads on vuosikello.${table} for select to vuosikello_auditor using (true)`,
    `create policy auditor_of_county on vuosikello.${table} as restrictive for select to vuosikello_auditor
       using (county in (select a.county from vuosikello.auditor_county a))`,
  ]),
  `create function vuosikello.admit_auditor(p_login text, p_county text) returns void language plpgsql as $$
   begin
     execute format('grant vuosikello_auditor to %I', p_login);
     insert into vuosikello.auditor_county values (p_login, p_county) on conflict do nothing;
   end $$`,
  `create function vuosikello.dismiss_auditor(p_login text, p_county text) returns void language sql as $$
     delete from vuosikello.auditor_county where login = p_login and county = p_county
   $$`,
  `revoke execute on function vuosikello.admit_auditor(text, text), vuosikello.dismiss_auditor(text, text) from public`,
];
