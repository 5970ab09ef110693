const definer = `security definer set search_path = pg_catalog, pg_temp`;

/**
 * Takes webhooks that have something to send and that nobody holds, for so long in real time: a delivery is due, or the log has grown and
 * there is room for more deliveries at once. Those served least come first.
 */
export const claimWebhooks = `
create function vuosikello.claim_webhooks(p_limit integer, p_lease_ms integer, p_most_waiting integer)
returns table (county text, id text, fence integer) language sql ${definer} as $$
  update vuosikello.webhook w
    set fence = w.fence + 1, lease_until = clock_timestamp() + make_interval(secs => p_lease_ms / 1000.0)
  from (
    select h.county, h.id from vuosikello.webhook h
    where h.state = 'on' and (h.lease_until is null or h.lease_until < clock_timestamp())
      and (h.rests_until is null or h.rests_until <= vuosikello.business_now())
      and (exists (
          select from vuosikello.webhook_delivery d
          where d.county = h.county and d.webhook = h.id and d.state = 'waiting' and d.due_at <= vuosikello.business_now())
        or exists (select from vuosikello.log_head l where l.county = h.county and l.size - 1 > h.reached)
          and (select count(*) from vuosikello.webhook_delivery d
               where d.county = h.county and d.webhook = h.id and d.state = 'waiting') < p_most_waiting)
    order by h.fence, h.id limit p_limit for no key update of h skip locked) due
  where w.county = due.county and w.id = due.id
  returning w.county, w.id, w.fence
$$`;

/** How many webhooks are on and off, and how their deliveries stand; "late_ms": how long the one that is due longest has been due. */
export const webhookStates = `
create function vuosikello.webhook_states()
returns table (hooks_on integer, hooks_off integer, waiting integer, dead integer, late_ms float8) language sql stable ${definer} as $$
  select h.hooks_on, h.hooks_off, d.waiting, d.dead, d.late_ms
  from (
    select count(*) filter (where state = 'on')::integer as hooks_on, count(*) filter (where state = 'off')::integer as hooks_off
    from vuosikello.webhook) h
  cross join (
    select count(*) filter (where d.state = 'waiting')::integer as waiting, count(*) filter (where d.state = 'dead')::integer as dead,
      coalesce(extract(epoch from max(vuosikello.business_now() - d.due_at)
        filter (where d.state = 'waiting' and w.state = 'on' and d.due_at <= vuosikello.business_now())) * 1000, 0)::float8 as late_ms
    from vuosikello.webhook_delivery d join vuosikello.webhook w on w.county = d.county and w.id = d.webhook
    where d.state in ('waiting', 'dead')) d
$$`;

/** Delivered ones are kept for thirty days, those that were given up for a hundred. */
export const dropOldDeliveries = `
create function vuosikello.drop_old_deliveries() returns void language sql ${definer} as $$
  delete from vuosikello.webhook_delivery
  where state <> 'waiting'
    and ended_at < vuosikello.business_now() - case state when 'dead' then interval '100 days' else interval '30 days' end
$$`;
