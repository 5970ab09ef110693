import type { Actor } from '@app/workflows';
import { shortId } from '../clock/randomness';
import type { Database, Statement } from '../connection/database';
import type { Listed, Page } from '../workflows/workflow-store';
import { nextDelivery, settleDelivery } from './sending';
import { closeWebhookTask, deliveryColumns, patience, tellOfWebhook, webhookColumns, webhookIn } from './webhook-rows';
import type {
  Attempted,
  DeliveryState,
  NewWebhook,
  NextDelivery,
  Webhook,
  WebhookChange,
  WebhookClaim,
  WebhookCounts,
  WebhookDelivery,
  WebhookStore,
} from './webhook-store';

/** Of one county. */
const mostWebhooks = 20;
/** Deliveries of one webhook that have begun and not ended: beyond them it takes no new events. */
const mostWaiting = 100;

const holdCounty: Statement = { text: `select pg_advisory_xact_lock(hashtext('webhooks ' || $1))` };
const insert: Statement = {
  text: `insert into vuosikello.webhook (county, id, url, types, created_at, reached)
         select $1, $2, $3, $4, vuosikello.business_now(),
           (select coalesce(max(l.position), -1) from vuosikello.log_leaf l where l.county = $1)
         where (select count(*) from vuosikello.webhook h where h.county = $1) < ${mostWebhooks}
         returning ${webhookColumns}`,
};
const list: Statement = {
  text: `select ${webhookColumns} from vuosikello.webhook where county = $1 order by created_at, id`,
};
const change: Statement = {
  text: `update vuosikello.webhook
         set url = coalesce($3, url), types = case when $4 then $5 else types end, state = coalesce($6, state),
           off_because = case $6 when 'on' then null when 'off' then coalesce(off_because, 'by-hand') else off_because end,
           failing_since = case when $6 = 'on' and state = 'off' then null else failing_since end,
           rests_until = case when $3 is null and $6 is null then rests_until end
         where county = $1 and id = $2 returning id`,
};
const wakeUp: Statement = { text: `update vuosikello.webhook set rests_until = null where county = $1 and id = $2` };
const makeDue: Statement = {
  text: `update vuosikello.webhook_delivery
         set due_at = vuosikello.business_now(), give_up_at = vuosikello.business_now() + ${patience}
         where county = $1 and webhook = $2 and state = 'waiting'`,
};
const rotate: Statement = {
  text: `update vuosikello.webhook set secret_no = secret_no + 1, old_secret_until = vuosikello.business_now() + interval '24 hours'
         where county = $1 and id = $2 returning ${webhookColumns}`,
};
const remove: Statement = { text: `delete from vuosikello.webhook where county = $1 and id = $2 returning id` };
const removeDeliveries: Statement = {
  text: `delete from vuosikello.webhook_delivery where county = $1 and webhook = $2`,
};
const listDeliveries: Statement = {
  text: `select ${deliveryColumns} from vuosikello.webhook_delivery d
         where d.county = $1 and d.webhook = $2 and ($3::text is null or d.state = $3)
           and ($4::text is null or (d.owed_at, d.id) < (
             select a.owed_at, a.id from vuosikello.webhook_delivery a where a.county = $1 and a.webhook = $2 and a.id = $4))
         order by d.owed_at desc, d.id desc limit $5`,
};
const redrive: Statement = {
  text: `update vuosikello.webhook_delivery
         set state = 'waiting', attempts = 0, ended_at = null, due_at = vuosikello.business_now(),
           give_up_at = vuosikello.business_now() + ${patience}
         where county = $1 and webhook = $2 and state = 'dead' and ($3::text[] is null or id = any ($3)) returning id`,
};
const anyDead: Statement = {
  text: `select from vuosikello.webhook_delivery where county = $1 and webhook = $2 and state = 'dead' limit 1`,
};
const owe: Statement = {
  text: `insert into vuosikello.webhook_delivery (county, webhook, id, type, owed_at, due_at, give_up_at)
         select county, id, $3, 'WebhookTested', vuosikello.business_now(), vuosikello.business_now(), vuosikello.business_now() + ${patience}
         from vuosikello.webhook where county = $1 and id = $2 and state = 'on' returning id`,
};
const states: Statement = {
  name: 'webhook-states',
  text: `select hooks_on as "on", hooks_off as "off", waiting, dead, late_ms as "lateMs" from vuosikello.webhook_states()`,
};
const restored: Statement = { text: 'select county, webhooks from vuosikello.restored_webhooks()' };
const claim: Statement = {
  name: 'claim-webhooks',
  text: 'select county, id, fence from vuosikello.claim_webhooks($1, $2, $3)',
};
const release: Statement = {
  name: 'release-webhook',
  text: 'update vuosikello.webhook set lease_until = null where county = $1 and id = $2 and fence = $3',
};
const dropOld: Statement = { text: 'select vuosikello.drop_some_deliveries($1) as dropped' };

/** Where events go, and how far they have come. */
export class Webhooks implements WebhookStore {
  constructor(private readonly database: Database) {}

  async create({ county, url, types, actor }: NewWebhook): Promise<Webhook | undefined> {
    return this.database.inCounty(county, async (query) => {
      await query(holdCounty, [county]);
      const [made] = await query<Webhook>(insert, [county, `${county}-${shortId()}`, url, types]);
      if (made) await tellOfWebhook(query, made, 'WebhookMade', actor);
      return made;
    });
  }

  async list(county: string): Promise<Webhook[]> {
    return this.database.inCounty(county, (query) => query<Webhook>(list, [county]));
  }

  async read(county: string, id: string): Promise<Webhook | undefined> {
    return this.database.inCounty(county, (query) => webhookIn(query, county, id));
  }

  async change(
    county: string,
    id: string,
    { url, types, state }: WebhookChange,
    actor: Actor,
  ): Promise<Webhook | undefined> {
    return this.database.inCounty(county, async (query) => {
      const before = await webhookIn(query, county, id);
      const values = [county, id, url ?? null, types !== undefined, types ?? null, state ?? null];
      const changed = await query(change, values);
      if (!before || changed.length === 0) return undefined;
      const isOnAgain = before.state === 'off' && state === 'on';
      if (isOnAgain || (url !== undefined && url !== before.url)) await query(makeDue, [county, id]);
      await tellOfWebhook(query, before, 'WebhookChanged', actor);
      if (isOnAgain) await closeWebhookTask(query, county, id, 'webhook-off');
      return webhookIn(query, county, id);
    });
  }

  async rotateSecret(county: string, id: string, actor: Actor): Promise<Webhook | undefined> {
    return this.database.inCounty(county, async (query) => {
      const [rotated] = await query<Webhook>(rotate, [county, id]);
      if (rotated) await tellOfWebhook(query, rotated, 'WebhookSecretChanged', actor);
      return rotated;
    });
  }

  async remove(county: string, id: string, actor: Actor): Promise<boolean> {
    return this.database.inCounty(county, async (query) => {
      const removed = await query(remove, [county, id]);
      if (removed.length === 0) return false;
      await query(removeDeliveries, [county, id]);
      await tellOfWebhook(query, { county, id }, 'WebhookRemoved', actor);
      await closeWebhookTask(query, county, id, 'webhook-off');
      await closeWebhookTask(query, county, id, 'webhook-undelivered');
      return true;
    });
  }

  async deliveries(
    county: string,
    id: string,
    { state }: { state?: DeliveryState | undefined },
    { limit, after }: Page,
  ): Promise<Listed<WebhookDelivery>> {
    const values = [county, id, state ?? null, after ?? null, limit + 1];
    const rows = await this.database.inCounty(county, (query) => query<WebhookDelivery>(listDeliveries, values));
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }

  async redrive(county: string, id: string, deliveries?: readonly string[]): Promise<number> {
    return this.database.inCounty(county, async (query) => {
      const driven = await query(redrive, [county, id, deliveries ?? null]);
      await query(wakeUp, [county, id]);
      const left = await query(anyDead, [county, id]);
      if (left.length === 0) await closeWebhookTask(query, county, id, 'webhook-undelivered');
      return driven.length;
    });
  }

  async test(county: string, id: string): Promise<string | undefined> {
    return this.database.inCounty(county, async (query) => {
      const [owed] = await query<{ id: string }>(owe, [county, id, `${id}_test-${shortId()}`]);
      await query(wakeUp, [county, id]);
      return owed?.id;
    });
  }

  async states(): Promise<WebhookCounts> {
    const [row] = await this.database.query<WebhookCounts>(states, []);
    if (!row) throw new Error('webhook_states gave no row');
    return row;
  }

  async restored(): Promise<{ county: string; webhooks: number }[]> {
    return this.database.query<{ county: string; webhooks: number }>(restored, []);
  }

  async claim(limit: number, leaseMs: number): Promise<WebhookClaim[]> {
    return this.database.query<WebhookClaim>(claim, [limit, leaseMs, mostWaiting]);
  }

  async next(held: WebhookClaim, leaseMs: number): Promise<NextDelivery> {
    return this.database.inCounty(held.county, (query) => nextDelivery(query, held, { leaseMs, mostWaiting }));
  }

  async settle(held: WebhookClaim, delivery: string, attempted: Attempted): Promise<boolean> {
    return this.database.inCounty(held.county, (query) => settleDelivery(query, held, delivery, attempted));
  }

  async release({ county, id, fence }: WebhookClaim): Promise<void> {
    await this.database.inCounty(county, (query) => query(release, [county, id, fence]));
  }

  async dropOld(most: number): Promise<number> {
    const [row] = await this.database.query<{ dropped: number }>(dropOld, [most]);
    return row?.dropped ?? 0;
  }
}
