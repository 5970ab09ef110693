import { byIndexOnly, definer, giveWay } from './claim-functions.sql';

/**
 * Takes due work under a lease: pending, or under a lease that ran out (after twenty such losses it is quarantined). With `p_ids` only
 * those, else what is oldest, and of the pending the oldest of the county whose turn it is: what is claimed together is then read and
 * recorded together. Timers give way to one another as before (0021).
 */
export const leaseWorkOfOneCounty = `
create function vuosikello.lease_work(p_ids bigint[], p_limit integer, p_lease_ms integer) returns table (id bigint, county text)
language plpgsql ${definer} ${byIndexOnly} as $$
#variable_conflict use_column
declare
  v_now timestamptz := vuosikello.business_now();
  v_lease_until timestamptz := clock_timestamp() + p_lease_ms * interval '1 millisecond';
  v_county text;
  v_picked bigint[];
  v_timers bigint[] := '{}';
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
    select w.county into v_county from vuosikello.work_item w
      where w.state = 'pending' and w.due_at <= v_now
      order by w.due_at, w.id limit 1 for no key update skip locked;
    select v_picked || coalesce(array_agg(d.id), '{}') into v_picked from (
      select w.id from vuosikello.work_item w
      where w.state = 'pending' and w.due_at <= v_now and w.county = v_county
      order by w.due_at, w.id limit p_limit - cardinality(v_picked) for no key update skip locked) d;
  end if;

  for v_id in select k.id from vuosikello.work_item k where k.id = any (v_picked) and k.kind = 'timer' order by k.due_at, k.id loop
    select k.county, k.instance, k.kind, k.state, k.deadline, k.set_no, k.rung, k.due_at into w
      from vuosikello.work_item k where k.id = v_id;
    -- One that a later one of this very call has just superseded.
    continue when w.state = 'superseded';
${giveWay((rung) => ` and ${rung} is distinct from 'reach'`)}    v_timers := v_timers || v_id;
  end loop;

  return query
    with leased as (
      update vuosikello.work_item k
        set state = case when k.state = 'leased' and k.lost >= 19 then 'quarantined' else 'leased' end,
            fence = k.fence + case when k.state = 'leased' and k.lost >= 19 then 0 else 1 end,
            lost = k.lost + case k.state when 'leased' then 1 else 0 end,
            lease_until = case when k.state = 'leased' and k.lost >= 19 then null else v_lease_until end,
            last_error = case when k.state = 'leased' and k.lost >= 19 then 'the lease ran out twenty times' else k.last_error end
        where k.id = any (v_picked) and (k.kind <> 'timer' or k.id = any (v_timers))
        returning k.id, k.county, k.state)
    select l.id, l.county from leased l where l.state = 'leased';
end $$`;
