/**
 * Opens a task, unless one with the key is open: then that one stands and nothing happens. Whoever else opens it in the same moment
 * waits for the index and finds it.
 */
export const openTask = `
create function vuosikello.open_task(
  p_county text, p_key text, p_kind text, p_workflow text, p_notification text, p_organisation text, p_contact text,
  p_at timestamptz, p_actor text, p_role text, p_command_id text, p_body text) returns text
language plpgsql as $$
declare
  v_place bigint := nextval('vuosikello.task_place');
  v_id text := p_county || '.task.' || v_place;
begin
  perform set_config('app.county', p_county, true);
  insert into vuosikello.task as t
      (county, id, place, key, kind, workflow, notification, organisation, contact, opened_at, version)
    values (p_county, v_id, v_place, p_key, p_kind, p_workflow, p_notification, p_organisation, p_contact, p_at, 1)
    on conflict (county, key) where closed_at is null do nothing;
  if not found then
    return (select t.id from vuosikello.task t where t.county = p_county and t.key = p_key and t.closed_at is null);
  end if;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, v_id, 1, 'fact', 'TaskOpened', p_at, p_actor, p_role, p_command_id, p_body);
  return v_id;
end $$`;

/**
 * Closes a task: the one with the id, or the one that is open under the key. A person's closing is a command: repeated, it is answered
 * as before. Outcomes: closed, replayed, key-reused, already-closed, not-found.
 */
export const closeTask = `
create function vuosikello.close_task(
  p_county text, p_id text, p_key text, p_at timestamptz, p_actor text, p_role text, p_command_id text, p_hash text,
  p_note text) returns text
language plpgsql as $$
declare
  v_id text;
  v_version integer;
  v_closed boolean;
  v_hash text;
begin
  perform set_config('app.county', p_county, true);
  if p_id is null then
    select t.id, t.version, false into v_id, v_version, v_closed from vuosikello.task t
      where t.county = p_county and t.key = p_key and t.closed_at is null for no key update;
  else
    select t.id, t.version, t.closed_at is not null into v_id, v_version, v_closed from vuosikello.task t
      where t.county = p_county and t.id = p_id for no key update;
  end if;
  if v_id is null then return 'not-found'; end if;
  -- Looked for under the lock: whoever gave the same command in the same moment has been waited for.
  if p_hash is not null then
    select c.request_hash into v_hash from vuosikello.command c where c.county = p_county and c.command_id = p_command_id;
    if found then return case when v_hash = p_hash then 'replayed' else 'key-reused' end; end if;
  end if;
  if v_closed then return 'already-closed'; end if;
  update vuosikello.task t set closed_at = p_at, closed_by = p_actor, note = p_note, version = v_version + 1
    where t.county = p_county and t.id = v_id;
  if p_hash is not null then
    insert into vuosikello.command (county, command_id, workflow, request_hash, version, at)
      values (p_county, p_command_id, v_id, p_hash, v_version + 1, p_at);
  end if;
  insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, body)
    values (p_county, v_id, v_version + 1, 'fact', 'TaskClosed', p_at, p_actor, p_role, p_command_id, '{}');
  return 'closed';
end $$`;

/** Closes the tasks about contacts that can be written to again, or that are gone. */
export const settleContactTasks = `
create function vuosikello.settle_contact_tasks(p_county text) returns void language plpgsql as $$
declare v_key text;
begin
  for v_key in
    select t.key from vuosikello.task t
      where t.county = p_county and t.kind = 'contact-bounced' and t.closed_at is null
        and not exists (
          select from vuosikello.contact c
          where c.county = p_county and c.id = t.contact and c.undeliverable_since is not null)
      order by t.place
  loop
    perform vuosikello.close_task(
      p_county, null, v_key, vuosikello.business_now(), 'clock', 'clock', 'task:' || v_key, null, null);
  end loop;
end $$`;
