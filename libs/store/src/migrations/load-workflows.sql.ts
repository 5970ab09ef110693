import { planOnce } from './plan-once';

/** What a command's decision needs: the workflow as it stands, and whether the command was done before. */
export const loadWorkflows = `
create function vuosikello.load_workflows(p_county text, p_workflows text[], p_commands text[])
returns table (place bigint, snapshot text, year integer, request_hash text, command_version integer, now text, virtual boolean)
language plpgsql ${planOnce} as $$
declare
  v_now text := vuosikello.instant(vuosikello.business_now());
  v_virtual boolean := exists (select from vuosikello.clock);
begin
  perform set_config('app.county', p_county, true);
  return query
    select i.place, w.snapshot, w.year, c.request_hash, c.version, v_now, v_virtual
    from unnest(p_workflows, p_commands) with ordinality as i (workflow, command, place)
    -- "offset 0" keeps each a look-up of its own: a join would be planned for the few rows that a new table seems to have.
    left join lateral (
      select w.snapshot, w.year from vuosikello.workflow w where w.county = p_county and w.id = i.workflow offset 0) w on true
    left join lateral (
      select c.request_hash, c.version from vuosikello.command c
      where c.county = p_county and c.command_id = i.command offset 0) c on true;
end $$`;

/**
 * The same for the engine: the rows stay locked until the end of the transaction, workflows first and then work, each in
 * one order. `claimed` says whether the work is still the caller's (true where none was named).
 */
export const lockWorkflows = `
create function vuosikello.lock_workflows(p_county text, p_workflows text[], p_commands text[], p_work bigint[], p_fences integer[])
returns table (place bigint, snapshot text, year integer, request_hash text, command_version integer, now text, claimed boolean)
language plpgsql ${planOnce} as $$
begin
  perform set_config('app.county', p_county, true);
  perform from vuosikello.workflow w
    where w.county = p_county and w.id = any (p_workflows) order by w.id for no key update;
  perform from (select i.work from unnest(p_work) as i (work) where i.work is not null order by i.work) i
    cross join lateral (select from vuosikello.work_item k where k.id = i.work for no key update) k;
  return query
    select l.place, l.snapshot, l.year, l.request_hash, l.command_version, l.now,
           i.work is null or coalesce(k.held, false)
    from vuosikello.load_workflows(p_county, p_workflows, p_commands) l
    join unnest(p_work, p_fences) with ordinality as i (work, fence, place) on i.place = l.place
    left join lateral (
      select k.fence = i.fence and k.state = 'leased' as held from vuosikello.work_item k where k.id = i.work offset 0) k on true;
end $$`;

/** A page of a stream. */
export const readEvents = `
create function vuosikello.read_events(p_county text, p_stream text, p_after integer, p_limit integer)
returns table (stream text, seq integer, kind text, type text, at text, actor text, role text, command_id text, note text, body text)
language plpgsql ${planOnce} as $$
#variable_conflict use_column
begin
  perform set_config('app.county', p_county, true);
  return query
    select e.stream, e.seq, e.kind, e.type, vuosikello.instant(e.at), e.actor, e.role, e.command_id, e.note, e.body
    from vuosikello.event e where e.county = p_county and e.stream = p_stream and e.seq > p_after
    order by e.seq limit p_limit;
end $$`;
