/** Nothing is disposed of sooner, in full calendar years after its matter ended. */
const leastYears = 10;

/** Keeps the register of records as the workflow has it. Its rows change in the transaction of the event from which that follows, and by nobody else. */
export const projectRecords = `
create function vuosikello.project_records() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare v_records json := new.snapshot::json #> '{life,records}';
begin
  if tg_op = 'UPDATE' and (old.snapshot::json #>> '{life,records}') is not distinct from v_records::text then return null; end if;
  insert into vuosikello.record as r (county, workflow, place, id, kind, fact, seq, registered_at, case_number, publicity, ground,
      retention_years, document)
    select new.county, new.id, v.place, v.record ->> 'id', v.record ->> 'kind', v.record ->> 'fact', (v.record ->> 'seq')::integer,
      (v.record ->> 'registeredAt')::timestamptz, v.record ->> 'caseNumber', v.record ->> 'publicity', v.record ->> 'ground',
      (v.record #>> '{retention,years}')::integer, v.record ->> 'document'
    from json_array_elements(v_records) with ordinality as v (record, place)
    on conflict (county, workflow, place) do update
      set registered_at = excluded.registered_at, case_number = excluded.case_number, publicity = excluded.publicity,
          ground = excluded.ground, retention_years = excluded.retention_years;
  return null;
end $$`;

/**
 * The day on which the whole matter ended that a workflow is part of: the last of its own end and those of the workflows above it. Null
 * while one of them, or a workflow right below it, is open.
 */
export const matterEndedOn = `
create function vuosikello.matter_ended_on(p_county text, p_workflow text) returns date
language sql stable set search_path = pg_catalog, pg_temp as $$
  with recursive up (id, parent, status, ended_on) as (
    select w.id, w.parent, w.status, w.ended_on from vuosikello.workflow w where w.county = p_county and w.id = p_workflow
    union all
    select m.id, m.parent, m.status, m.ended_on
    from up cross join lateral (
      select w.id, w.parent, w.status, w.ended_on from vuosikello.workflow w where w.county = p_county and w.id = up.parent
      union all
      select d.workflow, d.parent, 'closed', d.ended_on from vuosikello.disposal d
      where d.county = p_county and d.workflow = up.parent) m)
  select case when bool_and(up.status <> 'open')
      and not exists (select from vuosikello.workflow c where c.county = p_county and c.parent = p_workflow and c.status = 'open')
    then max(up.ended_on) end
  from up
$$`;

/**
 * Disposes of one workflow whose matter has ended and whose retention is over: what its events and those of its mails and tasks said, the
 * mails, the tasks, links, drafts, and the files that no other workflow has. Envelopes, places and hashes in the log stay. Answers
 * \`disposed\`, or why not: \`unknown\`, \`open\`, \`permanent\`, \`too-early\`, or \`unsealed\` where an event has no place in the log yet,
 * without which nothing would prove that it was there. Nothing is changed then.
 */
export const disposeWorkflow = `
create function vuosikello.dispose_workflow(p_county text, p_workflow text, p_by text) returns text
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_now timestamptz := vuosikello.business_now();
  v_workflow vuosikello.workflow;
  v_ended date;
  v_years integer;
  v_for_ever boolean;
  v_streams text[];
  v_digests text[];
  v_events integer;
begin
  perform set_config('app.county', p_county, true);
  select w.* into v_workflow from vuosikello.workflow w where w.county = p_county and w.id = p_workflow for update;
  if not found then return 'unknown'; end if;
  v_ended := vuosikello.matter_ended_on(p_county, p_workflow);
  if v_ended is null then return 'open'; end if;
  -- By the row that is locked. What does not say how many years it is kept is kept for ever.
  select greatest(${leastYears}, max((r.record #>> '{retention,years}')::integer)), coalesce(bool_or(r.record #> '{retention,years}' is null), false)
    into v_years, v_for_ever
    from json_array_elements(v_workflow.snapshot::json #> '{life,records}') as r (record);
  if v_for_ever then return 'permanent'; end if;
  if make_date(extract(year from v_ended)::integer + v_years + 1, 1, 1) > (v_now at time zone 'Europe/Helsinki')::date
  then return 'too-early'; end if;
  v_streams := array[p_workflow]
    || array(select n.id from vuosikello.notification n where n.county = p_county and n.workflow = p_workflow order by n.id)
    || array(select t.id from vuosikello.task t where t.county = p_county and t.workflow = p_workflow order by t.id);
  if exists (
    select from vuosikello.event e where e.county = p_county and e.stream = any (v_streams)
      and not exists (select from vuosikello.log_leaf l where l.county = e.county and l.stream = e.stream and l.seq = e.seq))
  then return 'unsealed'; end if;

  update vuosikello.event e set body = null, note = null, salt = null, salts_left = null
    where e.county = p_county and e.stream = any (v_streams);
  get diagnostics v_events = row_count;
  -- A hash of what a command said could be guessed from.
  update vuosikello.command c set request_hash = '' where c.county = p_county and c.workflow = p_workflow;

  v_digests := array(
    select distinct n.digest from vuosikello.notification n
    where n.county = p_county and n.workflow = p_workflow and n.digest is not null);
  delete from vuosikello.notification_content c where c.county = p_county and c.id = any (v_streams);
  delete from vuosikello.notification n where n.county = p_county and n.workflow = p_workflow;
  -- A digest speaks of several workflows: its text goes with the last of them.
  delete from vuosikello.digest_content c where c.county = p_county and c.id = any (v_digests)
    and not exists (select from vuosikello.notification n where n.county = p_county and n.digest = c.id);
  delete from vuosikello.task t where t.county = p_county and t.workflow = p_workflow;
  delete from vuosikello.response_link l where l.county = p_county and l.workflow = p_workflow;
  delete from vuosikello.work_item k where k.county = p_county and k.instance = p_workflow;
  delete from vuosikello.follow f where f.county = p_county and f.workflow = p_workflow;
  delete from vuosikello.publication p where p.county = p_county and p.workflow = p_workflow;
  delete from vuosikello.answer_draft d where d.county = p_county and d.workflow = p_workflow;
  delete from vuosikello.colleague c where c.county = p_county and c.workflow = p_workflow;
  delete from vuosikello.record r where r.county = p_county and r.workflow = p_workflow;
  delete from vuosikello.document_name n where n.county = p_county and n.workflow = p_workflow;
  delete from vuosikello.workflow w where w.county = p_county and w.id = p_workflow;
  -- Whoever attaches such a file at this moment comes first, and is seen below; or later, and brings it along.
  perform pg_advisory_xact_lock(hashtextextended('vuosikello.files.' || p_county, 0));
  delete from vuosikello.document_file f
    where f.county = p_county
      and f.sha256 in (
        select decode(d.document #>> '{file,sha256}', 'hex')
        from json_array_elements(v_workflow.snapshot::json #> '{life,documents}') as d (document)
        where d.document #>> '{file,sha256}' is not null)
      and not exists (
        select from vuosikello.workflow w where w.county = p_county and position(encode(f.sha256, 'hex') in w.snapshot) > 0);

  insert into vuosikello.disposal (county, workflow, definition, definition_version, parent, year, started_on, ended_on,
      matter_ended_on, retention_years, streams, events, disposed_at, disposed_by)
    values (p_county, p_workflow, v_workflow.definition, v_workflow.definition_version, v_workflow.parent, v_workflow.year,
      v_workflow.started_on, v_workflow.ended_on, v_ended, v_years, v_streams, v_events, v_now, p_by);
  return 'disposed';
end $$`;
