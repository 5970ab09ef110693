import type { Instant } from '@app/domain';
import type { Query, Statement } from '../connection/database';
import { deliveryColumns, openWebhookTask, patience, webhookColumns } from './webhook-rows';
import type { Attempted, NextDelivery, Webhook, WebhookClaim, WebhookDelivery } from './webhook-store';

/** Positions looked at in one go. */
const window = 2_000;

const hold: Statement = {
  name: 'hold-webhook',
  text: `update vuosikello.webhook set lease_until = clock_timestamp() + make_interval(secs => $4 / 1000.0)
         where county = $1 and id = $2 and fence = $3 and state = 'on'
         returning ${webhookColumns}, vuosikello.instant(vuosikello.business_now()) as now`,
};
// It stays due until the attempt comes to an end: where the process dies over it, the next one begins with it, in order.
const begin: Statement = {
  name: 'begin-delivery',
  text: `update vuosikello.webhook_delivery d
         set attempts = d.attempts + 1, status = null, reason = 'interrupted'
         where d.county = $1 and d.webhook = $2 and d.id = (
           select w.id from vuosikello.webhook_delivery w
           where w.county = $1 and w.webhook = $2 and w.state = 'waiting' and w.due_at <= vuosikello.business_now()
           order by w.position nulls first, w.id limit 1)
         returning ${deliveryColumns}`,
};
const room: Statement = {
  name: 'webhook-room',
  text: `select $3 - count(*)::integer as room from vuosikello.webhook_delivery where county = $1 and webhook = $2 and state = 'waiting'`,
};
// In the order of the log. With as many as there is room for it stands at the last of them, else at the end of what it looked at.
const look: Statement = {
  name: 'look-for-deliveries',
  text: `with seen as (
           select l.position, l.stream, l.seq from vuosikello.log_leaf l
           where l.county = $1 and l.position > $3 order by l.position limit ${window}),
         found as (
           select s.position, e.type, case e.epoch when 0 then '' else '~' || e.epoch end as again from seen s
           cross join lateral (
             select e.type, e.epoch from vuosikello.event e where e.county = $1 and e.stream = s.stream and e.seq = s.seq offset 0) e
           where $4::text[] is null or e.type = any ($4)
           order by s.position limit $5),
         owed as (
           insert into vuosikello.webhook_delivery (county, webhook, id, position, type, owed_at, due_at, give_up_at)
           select $1, $2, $2 || '_' || f.position || f.again, f.position, f.type, vuosikello.business_now(), vuosikello.business_now(),
             vuosikello.business_now() + ${patience}
           from found f on conflict do nothing)
         update vuosikello.webhook set reached = coalesce(
             case when (select count(*) from found) = $5 then (select max(position) from found) end,
             (select max(position) from seen))
         where county = $1 and id = $2 and exists (select from seen) returning id`,
};

/** The next delivery of a webhook that is held: one that is due, else the next events of the log become deliveries. */
export async function nextDelivery(
  query: Query,
  { county, id, fence }: WebhookClaim,
  { leaseMs, mostWaiting }: { leaseMs: number; mostWaiting: number },
): Promise<NextDelivery> {
  const [held] = await query<Webhook & { now: Instant }>(hold, [county, id, fence, leaseMs]);
  if (!held) return { outcome: 'lost' };
  const { now, ...webhook } = held;
  const [delivery] = await query<WebhookDelivery>(begin, [county, id]);
  if (delivery) return { outcome: 'send', webhook, delivery, now };
  const [free] = await query<{ room: number }>(room, [county, id, mostWaiting]);
  if (!free || free.room <= 0) return { outcome: 'idle' };
  const moved = await query(look, [county, id, webhook.reached, webhook.types, free.room]);
  return { outcome: moved.length > 0 ? 'looked' : 'idle' };
}

const note: Statement = {
  name: 'note-attempt',
  text: `update vuosikello.webhook
         set failing_since = case when $4 then null else coalesce(failing_since, vuosikello.business_now()) end,
           rests_until = $5::timestamptz
         where county = $1 and id = $2 and fence = $3
         returning failing_since <= vuosikello.business_now() - (${patience} - interval '1 hour') as "isHopeless"`,
};
const end: Statement = {
  name: 'end-attempt',
  text: `update vuosikello.webhook_delivery
         set state = $4, status = $5, reason = $6, due_at = coalesce($7::timestamptz, due_at),
           ended_at = case when $4 = 'waiting' then null else vuosikello.business_now() end
         where county = $1 and webhook = $2 and id = $3 returning position is null as "isTest"`,
};
const switchOff: Statement = {
  name: 'switch-webhook-off',
  text: `update vuosikello.webhook set state = 'off', off_because = $3 where county = $1 and id = $2 and state = 'on' returning id`,
};

/** Records how an attempt went, and what follows for the webhook. False, and nothing has happened, where the claim is stale. */
export async function settleDelivery(
  query: Query,
  { county, id, fence }: WebhookClaim,
  delivery: string,
  attempted: Attempted,
): Promise<boolean> {
  const isDelivered = attempted.kind === 'delivered';
  const { againAt, rests } = attempted.kind === 'failed' ? attempted : { againAt: undefined, rests: false };
  const restsUntil = rests ? (againAt ?? null) : null;
  const [noted] = await query<{ isHopeless: boolean | null }>(note, [county, id, fence, isDelivered, restsUntil]);
  if (!noted) return false;
  const isDead = !isDelivered && againAt === undefined;
  const state = isDelivered ? 'delivered' : isDead ? 'dead' : 'waiting';
  const reason = isDelivered ? null : attempted.kind === 'gone' ? 'status' : attempted.reason;
  const values = [county, id, delivery, state, attempted.status, reason, againAt ?? null];
  const [ended] = await query<{ isTest: boolean }>(end, values);
  if (!isDead) return true;
  if (ended?.isTest === false) await openWebhookTask(query, county, id, 'webhook-undelivered');
  const because = attempted.kind === 'gone' ? 'gone' : noted.isHopeless === true ? 'failing' : undefined;
  if (because === undefined) return true;
  const off = await query(switchOff, [county, id, because]);
  if (off.length > 0) await openWebhookTask(query, county, id, 'webhook-off');
  return true;
}
