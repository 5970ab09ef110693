/**
 * The functions that look across counties. They belong to `vuosikello_claims`, which sees of a work item its id, county,
 * workflow, times and state, never its payload.
 */
export const definer = `security definer set search_path = pg_catalog, pg_temp`;

/** Plans are made once, when the table may still be small, and have to serve when it is large: in order, by the index. */
export const byIndexOnly = `set enable_seqscan = off set enable_bitmapscan = off set enable_sort = off`;

/** Due work nobody holds and nobody has rung for in the last quarter of a minute; marks it as rung. */
export const ringDue = `
create function vuosikello.ring_due(p_limit integer) returns table (id bigint, dispatch_no integer)
language plpgsql ${definer} ${byIndexOnly} as $$
#variable_conflict use_column
declare
  v_now timestamptz := vuosikello.business_now();
  v_lately timestamptz := clock_timestamp() - interval '15 seconds';
  v_due bigint[];
begin
  select coalesce(array_agg(d.id), '{}') into v_due from (
    select w.id from vuosikello.work_item w
    where w.state = 'pending' and w.due_at <= v_now and (w.bell_at is null or w.bell_at < v_lately)
    order by w.due_at, w.id limit p_limit for no key update skip locked) d;
  select v_due || coalesce(array_agg(d.id), '{}') into v_due from (
    select w.id from vuosikello.work_item w
    where w.state = 'leased' and w.lease_until < clock_timestamp() and (w.bell_at is null or w.bell_at < v_lately)
    order by w.lease_until limit p_limit - cardinality(v_due) for no key update skip locked) d;
  return query
    update vuosikello.work_item w set dispatch_no = w.dispatch_no + 1, bell_at = clock_timestamp()
    where w.id = any (v_due) returning w.id, w.dispatch_no;
end $$`;

const leaseHead = `
create function vuosikello.lease_work(p_ids bigint[], p_limit integer, p_lease_ms integer) returns table (id bigint, county text)
language plpgsql ${definer} ${byIndexOnly} as $$
#variable_conflict use_column
declare
  v_now timestamptz := vuosikello.business_now();
  v_picked bigint[];
  v_id bigint;
  v_earlier bigint;
  w record;
begin
  if p_ids is not null then
    select coalesce(array_agg(d.id), '{}') into v_picked
      from (select i.id from unnest(p_ids) as i (id) order by i.id) i
      cross join lateral (
        select w.id from vuosikello.work_item w
        where w.id = i.id and w.due_at <= v_now
          and (w.state is not distinct from 'pending'
               or w.state is not distinct from 'leased' and w.lease_until < clock_timestamp())
        for no key update skip locked) d;
  else
    select coalesce(array_agg(d.id), '{}') into v_picked from (
      select w.id from vuosikello.work_item w
      where w.state = 'leased' and w.lease_until < clock_timestamp()
      order by w.lease_until limit p_limit for no key update skip locked) d;
    select v_picked || coalesce(array_agg(d.id), '{}') into v_picked from (
      select w.id from vuosikello.work_item w
      where w.state = 'pending' and w.due_at <= v_now
      order by w.due_at, w.id limit p_limit - cardinality(v_picked) for no key update skip locked) d;
  end if;

  foreach v_id in array v_picked loop
    select k.county, k.instance, k.kind, k.state, k.lost, k.deadline, k.set_no, k.rung, k.due_at into w
      from vuosikello.work_item k where k.id = v_id;
    -- One that a later one of this very call has just superseded.
    continue when w.state = 'superseded';
`;

/** Which timers give way. `isNot` leaves a rung out of it. */
export const giveWay = (isNot: (rung: string) => string) => `    if w.kind = 'timer' then
      if w.rung is not null${isNot('w.rung')} and exists (
        select from vuosikello.work_item l
        where l.instance = w.instance and l.county = w.county and l.state in ('pending', 'leased') and l.kind = 'timer'
          and l.deadline = w.deadline and l.set_no = w.set_no and l.due_at <= v_now and (l.due_at, l.id) > (w.due_at, v_id)${isNot('l.rung')})
      then
        update vuosikello.work_item k set state = 'superseded', lease_until = null where k.id = v_id;
        continue;
      end if;
      continue when w.rung is not null and exists (
        select from vuosikello.work_item p
        where p.instance = w.instance and p.county = w.county and p.state in ('pending', 'leased') and p.kind = 'timer'
          and p.deadline = w.deadline and p.set_no = w.set_no and p.rung is null and p.due_at <= w.due_at);
      for v_earlier in
        select e.id from vuosikello.work_item e
        where e.instance = w.instance and e.county = w.county and e.state in ('pending', 'leased') and e.kind = 'timer'
          and e.state is not distinct from 'pending' and e.deadline = w.deadline and e.set_no = w.set_no
          and e.rung is not null and (e.due_at, e.id) < (w.due_at, v_id)${isNot('e.rung')}${isNot('w.rung')}
        for no key update skip locked
      loop
        update vuosikello.work_item k set state = 'superseded' where k.id = v_earlier;
      end loop;
    end if;
`;

const leaseTail = `    if w.state = 'leased' and w.lost >= 19 then
      update vuosikello.work_item k
        set state = 'quarantined', lost = k.lost + 1, lease_until = null, last_error = 'the lease ran out twenty times'
        where k.id = v_id;
      continue;
    end if;
    update vuosikello.work_item k
      set state = 'leased', fence = k.fence + 1, lost = k.lost + case w.state when 'leased' then 1 else 0 end,
          lease_until = clock_timestamp() + p_lease_ms * interval '1 millisecond'
      where k.id = v_id;
    id := v_id;
    county := w.county;
    return next;
  end loop;
end $$`;

/**
 * Takes due work under a lease: pending, or under a lease that ran out (after twenty such losses it is quarantined).
 * With `p_ids` only those, else the oldest.
 *
 * Of the timers of one deadline that are due together, as after an outage, a reminder gives way to whatever is later
 * (state `superseded`), and the passing of the deadline itself goes before the reminders after it.
 */
export const leaseWork = leaseHead + giveWay(() => '') + leaseTail;

/** The same, where one rung of the ladders neither gives way nor takes another's place: the question who has been reached. */
export function leaseWorkBut(apart: string): string {
  return leaseHead + giveWay((rung) => ` and ${rung} is distinct from '${apart}'`) + leaseTail;
}

/** Leases work and reads it, each item inside its own county: the payload is never seen across counties. */
export const claimWork = `
create function vuosikello.claim_work(p_ids bigint[], p_limit integer, p_lease_ms integer)
returns table (id text, county text, kind text, fence integer, attempts integer, instance text, payload text, due_at text)
language plpgsql as $$
#variable_conflict use_column
declare
  v_ids bigint[];
  v_county text;
begin
  for v_county, v_ids in
    select l.county, array_agg(l.id) from vuosikello.lease_work(p_ids, p_limit, p_lease_ms) l group by l.county
  loop
    perform set_config('app.county', v_county, true);
    return query
      select w.id::text, w.county, w.kind, w.fence, w.attempts, w.instance, w.payload, vuosikello.instant(w.due_at)
      from unnest(v_ids) as i (id)
      cross join lateral (select * from vuosikello.work_item w where w.id = i.id offset 0) w;
  end loop;
end $$`;

export const workCounts = `
create function vuosikello.work_counts()
returns table (pending integer, due_now integer, leased integer, quarantined integer)
language sql stable ${definer} as $$
  select (select count(*) from vuosikello.work_item where state = 'pending')::integer,
         (select count(*) from vuosikello.work_item where state = 'pending' and due_at <= vuosikello.business_now())::integer,
         (select count(*) from vuosikello.work_item where state = 'leased')::integer,
         (select count(*) from vuosikello.work_item where state = 'quarantined')::integer
$$`;

export const nextDue = `
create function vuosikello.next_due() returns table (at text, now text)
language sql stable ${definer} as $$
  select (select vuosikello.instant(min(due_at)) from vuosikello.work_item where state = 'pending'),
         vuosikello.instant(vuosikello.business_now())
$$`;
