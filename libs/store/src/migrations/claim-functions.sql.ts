/**
 * The functions that look across counties. They belong to `vuosikello_claims`, which sees of a work item its id, county,
 * workflow, times and state, never its payload.
 */
const definer = `security definer set search_path = pg_catalog, pg_temp`;

/** Plans are made once, when tables may still be small: only the indexes made for these functions serve them when they are not. */
export const byIndexOnly = `set enable_seqscan = off set enable_bitmapscan = off set enable_hashjoin = off set enable_mergejoin = off`;

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

/**
 * Takes due work under a lease: pending, or under a lease that ran out (after twenty such losses it is quarantined).
 * With `p_ids` only those, else the oldest.
 *
 * Of the timers of one deadline that are due together, as after an outage, a reminder gives way to whatever is later
 * (state `superseded`), and the passing of the deadline itself goes before the reminders after it.
 */
export const leaseWork = `
create function vuosikello.lease_work(p_ids bigint[], p_limit integer, p_lease_ms integer) returns table (id bigint, county text)
language plpgsql ${definer} ${byIndexOnly} as $$
#variable_conflict use_column
declare
  v_now timestamptz := vuosikello.business_now();
  v_picked bigint[];
begin
  if p_ids is not null then
    select coalesce(array_agg(d.id), '{}') into v_picked from (
      select w.id from vuosikello.work_item w
      where w.id = any (p_ids) and w.due_at <= v_now
        and (w.state = 'pending' or w.state = 'leased' and w.lease_until < clock_timestamp())
      order by w.id for no key update skip locked) d;
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

  update vuosikello.work_item e set state = 'superseded', lease_until = null
    where e.id = any (v_picked) and e.rung is not null and exists (
      select from vuosikello.work_item l
      where l.county = e.county and l.instance = e.instance and l.state in ('pending', 'leased') and l.kind = 'timer'
        and l.deadline = e.deadline and l.set_no = e.set_no and l.due_at <= v_now and (l.due_at, l.id) > (e.due_at, e.id));
  update vuosikello.work_item w set state = 'superseded'
    where w.id in (
      select e.id from vuosikello.work_item l
      join vuosikello.work_item e on e.county = l.county and e.instance = l.instance and e.state = 'pending'
        and e.deadline = l.deadline and e.set_no = l.set_no and e.rung is not null and (e.due_at, e.id) < (l.due_at, l.id)
      where l.id = any (v_picked) and l.kind = 'timer'
      for no key update of e skip locked);

  return query
    with taken as (
      update vuosikello.work_item w
        set fence = w.fence + 1,
            lost = w.lost + case w.state when 'leased' then 1 else 0 end,
            state = case when w.state = 'leased' and w.lost >= 19 then 'quarantined' else 'leased' end,
            lease_until = case when w.state = 'leased' and w.lost >= 19 then null
                               else clock_timestamp() + p_lease_ms * interval '1 millisecond' end,
            last_error = case when w.state = 'leased' then 'the lease ran out' else w.last_error end
        where w.id = any (v_picked) and w.state in ('pending', 'leased') and not (w.rung is not null and exists (
          select from vuosikello.work_item p
          where p.county = w.county and p.instance = w.instance and p.state in ('pending', 'leased') and p.kind = 'timer'
            and p.deadline = w.deadline and p.set_no = w.set_no and p.rung is null and p.due_at <= w.due_at))
        returning w.id, w.county, w.state)
    select t.id, t.county from taken t where t.state = 'leased';
end $$`;

/** Leases work and reads it, each item inside its own county: the payload is never seen across counties. */
export const claimWork = `
create function vuosikello.claim_work(p_ids bigint[], p_limit integer, p_lease_ms integer)
returns table (id text, county text, kind text, fence integer, attempts integer, instance text, payload text, due_at text)
language plpgsql as $$
#variable_conflict use_column
declare
  v_ids bigint[];
  v_counties text[];
  v_county text;
begin
  select coalesce(array_agg(l.id), '{}'), coalesce(array_agg(distinct l.county), '{}') into v_ids, v_counties
    from vuosikello.lease_work(p_ids, p_limit, p_lease_ms) l;
  foreach v_county in array v_counties loop
    perform set_config('app.county', v_county, true);
    return query
      select w.id::text, w.county, w.kind, w.fence, w.attempts, w.instance, w.payload, vuosikello.instant(w.due_at)
      from vuosikello.work_item w where w.id = any (v_ids) and w.county = v_county;
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
