import { setTimeout as wait } from 'node:timers/promises';
import { instant } from '@app/domain';
import { type Store, type Webhook, type WebhookClaim, type WebhookDelivery, webhookSecret } from '@app/store';
import { cloudEvent, cloudEventOf, publicData } from '@app/workflows';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { chance } from '../clock/randomness';
import { realTime } from '../clock/real-time';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS, STORE } from '../tokens';
import { attempted } from './attempts';
import { type Answered, deliver } from './deliver';
import { signedHeaders } from './sign';

const lookEveryMs = 500;
const awayPauseMs = 5_000;
/** Longer than one attempt may take; renewed before each. */
const leaseMs = 45_000;
/** Webhooks served at once by one replica: a slow receiver holds up its own only. */
const mostAtOnce = 8;
/** For one webhook before the others get their turn. */
const mostInARow = 200;

type CourierSettings = Pick<Settings, 'webhooks' | 'publicUrl' | 'mail'>;

/**
 * Takes the events of the logs to the receivers of webhooks. A webhook is served by one process at a time, one message after another, in
 * the order of the log. What a process leaves undone another goes on with when the lease has ended: the same message under the same id.
 */
@Injectable()
export class Courier implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private readonly serving = new Set<Promise<void>>();
  private running: Promise<void> | undefined;

  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'webhooks' | 'events'>,
    @Inject(SETTINGS) private readonly settings: CourierSettings,
    private readonly log: JsonLogger,
  ) {}

  onApplicationBootstrap(): void {
    const { key } = this.settings.webhooks;
    // A copy that must not send mail to people does not write to their systems either.
    if (key === undefined || this.settings.mail.mode.kind !== 'send') return;
    this.running = this.run(key);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    await this.running;
    await Promise.all(this.serving);
  }

  private async run(key: Buffer): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const pauseMs = await this.round(key).catch((error: unknown) => {
        this.log.warn('webhooks could not be looked at; trying again', errorFacts(error));
        return awayPauseMs;
      });
      await wait(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  /** @returns how long to wait for the next, in milliseconds of real time */
  private async round(key: Buffer): Promise<number> {
    const free = mostAtOnce - this.serving.size;
    const claims = free > 0 ? await this.store.webhooks.claim(free, leaseMs) : [];
    for (const claim of claims) {
      const served = this.serve(key, claim)
        .catch((error: unknown) =>
          this.log.warn('a webhook is left to its lease', { webhook: claim.id, ...errorFacts(error) }),
        )
        .finally(() => this.serving.delete(served));
      this.serving.add(served);
    }
    return lookEveryMs;
  }

  private async serve(key: Buffer, claim: WebhookClaim): Promise<void> {
    for (let sent = 0; sent < mostInARow && !this.stopping.signal.aborted; sent += 1) {
      const next = await this.store.webhooks.next(claim, leaseMs);
      if (next.outcome === 'lost') return;
      if (next.outcome === 'looked') continue;
      if (next.outcome === 'idle') break;
      const { webhook, delivery, now } = next;
      const answered = await this.send(key, webhook, delivery);
      const realNow = instant(realTime());
      const how = attempted(answered, delivery, { now, realNow, chance: chance() });
      if (!(await this.store.webhooks.settle(claim, delivery.id, how))) return;
      if (how.kind !== 'delivered') this.say(webhook, delivery, how);
      if (how.kind === 'failed' && how.rests) break;
    }
    await this.store.webhooks.release(claim);
  }

  private async send(key: Buffer, webhook: Webhook, delivery: WebhookDelivery): Promise<Answered> {
    const { secretNo, oldSecretUntil, url } = webhook;
    const numbers = oldSecretUntil === null ? [secretNo] : [secretNo, secretNo - 1];
    const body = await this.bodyOf(webhook, delivery);
    if (body === undefined) return { kind: 'failed', reason: 'no-event' };
    const timestampSeconds = Math.floor(Date.parse(realTime()) / 1_000);
    const secrets = numbers.map((number) => webhookSecret(key, webhook, number));
    const headers = signedHeaders({ id: delivery.id, timestampSeconds, body }, secrets);
    return deliver({ url, headers, body }, this.settings.webhooks);
  }

  /** As the log has it now: what has been erased meanwhile does not go out. */
  private async bodyOf({ county, id }: Webhook, { id: message, position, type, owedAt }: WebhookDelivery) {
    const source = { publicUrl: this.settings.publicUrl, county };
    if (position === null) return cloudEvent(source, { id: message, type, subject: id, time: owedAt }, '{}');
    const page = await this.store.events.page(county, { until: position }, { after: position - 1, limit: 1 });
    const [event] = page.events;
    return event && cloudEventOf(source, event, publicData(event));
  }

  private say({ county, id }: Webhook, delivery: WebhookDelivery, how: ReturnType<typeof attempted>): void {
    const facts = { county, webhook: id, delivery: delivery.id, attempts: delivery.attempts, ...how };
    const isOver = how.kind === 'gone' || (how.kind === 'failed' && how.againAt === undefined);
    if (isOver) this.log.error('an event was given up for a webhook', facts);
    else this.log.warn('a webhook did not take an event', facts);
  }
}
