import { planOnce } from './plan-once';

/**
 * Makes decisions durable, set-wise. A unit is one workflow's step with everything that follows from it: it is applied
 * whole or not at all. Each group of parameters is a table in columns; its first column says which unit a row belongs to
 * (counted from one), so that a unit which is not applied takes its rows with it.
 *
 *   u_  units: the workflow as it stands afterwards; "expected" is its version before, 0 where it is started
 *   c_  the commands given; n_ workflows started; e_ events; k_ work items; m_ notifications
 *   d_  deadlines that ended ("below" null) or moved (their timers with a lower set number are void)
 *   f_  work that is finished by the unit (its claim is checked before, under a lock)
 *
 * Outcomes: applied, replayed (the version moved on because the command was done), stale (it moved on otherwise;
 * "version" says where to; or the time was estimated, and wrongly). A command id used for another workflow, or a workflow id taken, raises unique_violation.
 */
export const applyUnits = `
create function vuosikello.apply_units(
  p_county text,
  u_at timestamptz[], u_estimated boolean[], u_workflow text[], u_expected integer[], u_version integer[], u_state text[], u_status text[], u_snapshot text[],
  u_organisations text[], u_next_due_at timestamptz[], u_ended_on date[],
  c_unit integer[], c_id text[], c_hash text[], c_version integer[],
  n_unit integer[], n_id text[], n_definition text[], n_definition_version integer[], n_version integer[], n_state text[],
  n_status text[], n_snapshot text[], n_parent text[], n_parent_key text[], n_organisations text[], n_year integer[],
  n_entry text[], n_next_due_at timestamptz[], n_started_on date[], n_ended_on date[],
  e_unit integer[], e_stream text[], e_seq integer[], e_kind text[], e_type text[], e_actor text[], e_role text[],
  e_command_id text[], e_note text[], e_body text[],
  k_unit integer[], k_instance text[], k_kind text[], k_due_at timestamptz[], k_dedupe_key text[], k_deadline text[],
  k_set_no integer[], k_rung text[], k_payload text[],
  m_unit integer[], m_id text[], m_workflow text[], m_template text[], m_organisation text[], m_audience text[],
  m_deadline text[], m_link boolean[], m_data text[], m_state text[],
  d_unit integer[], d_workflow text[], d_name text[], d_below integer[],
  f_unit integer[], f_id bigint[]
) returns table (unit integer, outcome text, version integer)
language plpgsql ${planOnce} as $$
#variable_conflict use_column
declare
  v_skip integer[] := '{}';
  v_now timestamptz := vuosikello.business_now();
begin
  perform set_config('app.county', p_county, true);

  -- One by one: in the order given, so that two batches that meet lock in the same order; and by key, because a join would
  -- be planned for the few rows that a new table seems to have, and the plan kept.
  for i in 1 .. cardinality(u_workflow) loop
    continue when u_expected[i] = 0;
    if u_estimated[i] and u_at[i] not between v_now - interval '1 second' and v_now + interval '1 second' then
      v_skip := v_skip || i;
      continue;
    end if;
    update vuosikello.workflow w
      set version = u_version[i], state = u_state[i], status = u_status[i], snapshot = u_snapshot[i],
          organisations = u_organisations[i]::text[], next_due_at = u_next_due_at[i], ended_on = u_ended_on[i]
      where w.county = p_county and w.id = u_workflow[i] and w.version = u_expected[i];
    if not found then v_skip := v_skip || i; end if;
  end loop;

  insert into vuosikello.command (county, command_id, workflow, request_hash, version, at)
    select p_county, c.id, u_workflow[c.unit], c.hash, c.version, u_at[c.unit]
    from unnest(c_unit, c_id, c_hash, c_version) as c (unit, id, hash, version)
    where c.unit <> all (v_skip) order by c.id;

  if cardinality(n_id) > 0 then
    insert into vuosikello.workflow (county, id, definition, definition_version, version, state, status, snapshot,
        parent, parent_key, organisations, year, entry, next_due_at, started_on, ended_on)
      select p_county, n.id, n.definition, n.definition_version, n.version, n.state, n.status, n.snapshot,
        n.parent, n.parent_key, n.organisations::text[], n.year, n.entry, n.next_due_at, n.started_on, n.ended_on
      from unnest(n_unit, n_id, n_definition, n_definition_version, n_version, n_state, n_status, n_snapshot,
          n_parent, n_parent_key, n_organisations, n_year, n_entry, n_next_due_at, n_started_on, n_ended_on)
        as n (unit, id, definition, definition_version, version, state, status, snapshot,
          parent, parent_key, organisations, year, entry, next_due_at, started_on, ended_on)
      where n.unit <> all (v_skip) order by n.id;
  end if;

  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, note, body)
    select p_county, e.stream, e.seq, e.kind, e.type, u_at[e.unit], e.actor, e.role, e.command_id, e.note, e.body
    from unnest(e_unit, e_stream, e_seq, e_kind, e_type, e_actor, e_role, e_command_id, e_note, e_body)
      as e (unit, stream, seq, kind, type, actor, role, command_id, note, body)
    where e.unit <> all (v_skip);

  for i in 1 .. cardinality(f_id) loop
    update vuosikello.work_item k set state = 'done', lease_until = null, last_error = null where k.id = f_id[i];
  end loop;

  for i in 1 .. cardinality(d_name) loop
    continue when d_unit[i] = any (v_skip);
    perform vuosikello.end_deadline(
      p_county, d_workflow[i], d_name[i], d_below[i], u_at[d_unit[i]], c_id[array_position(c_unit, d_unit[i])]);
  end loop;

  if cardinality(m_id) > 0 then
    insert into vuosikello.notification
        (county, id, workflow, template, organisation, audience, deadline, link, data, state, owed_at, version)
      select p_county, m.id, m.workflow, m.template, m.organisation, m.audience, m.deadline, m.link, m.data, m.state, u_at[m.unit],
        case m.state when 'suppressed' then 1 else 0 end
      from unnest(m_unit, m_id, m_workflow, m_template, m_organisation, m_audience, m_deadline, m_link, m_data, m_state)
        as m (unit, id, workflow, template, organisation, audience, deadline, link, data, state)
      where m.unit <> all (v_skip);
  end if;

  if cardinality(k_kind) > 0 then
    insert into vuosikello.work_item (county, instance, kind, due_at, dedupe_key, deadline, set_no, rung, payload)
      select p_county, k.instance, k.kind, k.due_at, k.dedupe_key, k.deadline, k.set_no, k.rung, k.payload
      from unnest(k_unit, k_instance, k_kind, k_due_at, k_dedupe_key, k_deadline, k_set_no, k_rung, k_payload)
        as k (unit, instance, kind, due_at, dedupe_key, deadline, set_no, rung, payload)
      where k.unit <> all (v_skip);
  end if;

  for i in 1 .. cardinality(u_workflow) loop
    unit := i;
    outcome := 'applied';
    version := u_version[i];
    if i = any (v_skip) then
      outcome := case when exists (
        select from unnest(c_unit, c_id) as c (unit, id)
        cross join lateral (select from vuosikello.command k where k.county = p_county and k.command_id = c.id offset 0) k
        where c.unit = i) then 'replayed' else 'stale' end;
      version := (select w.version from vuosikello.workflow w where w.county = p_county and w.id = u_workflow[i]);
    end if;
    return next;
  end loop;
end $$`;

/**
 * A deadline's timers fall away, also one that is leased: its holder then finds its claim lost. Its unsent mail is
 * suppressed, and mail that is being sent is not sent again. With `p_below` the deadline only moved: the timers of its
 * earlier dates go, the mail stays.
 */
export const endDeadline = `
create function vuosikello.end_deadline(
  p_county text, p_workflow text, p_name text, p_below integer, p_at timestamptz, p_command_id text) returns void
language plpgsql ${planOnce} as $$
declare v_mail text;
begin
  update vuosikello.work_item k set state = 'cancelled', lease_until = null
    where k.instance = p_workflow and k.state in ('pending', 'leased')
      and k.kind = 'timer' and k.deadline = p_name and (p_below is null or k.set_no < p_below);
  if p_below is not null then return; end if;

  for v_mail in
    with dropped as (
      update vuosikello.notification m
        set unwanted = true,
            state = case when m.state in ('queued', 'deferred') then 'suppressed' else m.state end,
            version = m.version + case when m.state in ('queued', 'deferred') then 1 else 0 end
        where m.workflow = p_workflow and m.deadline = p_name and m.state in ('queued', 'deferred', 'sending', 'unknown')
        returning m.id, m.state, m.version),
    told as (
      insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
        select p_county, d.id, d.version, 'fact', 'NotificationSuppressed', p_at, 'clock', 'clock', p_command_id,
          '{"reason":"deadline-ended"}'
        from dropped d where d.state = 'suppressed')
    select d.id from dropped d where d.state in ('suppressed', 'unknown')
  loop
    update vuosikello.work_item k set state = 'cancelled', lease_until = null
      where k.county = p_county and k.dedupe_key = 'mail:' || v_mail
        and not (k.state in ('done', 'cancelled', 'superseded', 'quarantined'));
  end loop;
end $$`;
