import type { Instant } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

export const deliveryStates = ['waiting', 'delivered', 'dead'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** Why an attempt came to nothing; `status`: the receiver answered with one that is not 2xx; `interrupted`: it is
 * being made, or its process died; `no-event`: the log has the event no more. */
export const deliveryFaults = [
  'status',
  'redirect',
  'timeout',
  'refused-address',
  'unknown-host',
  'no-connection',
  'bad-certificate',
  'interrupted',
  'no-event',
] as const;
export type DeliveryFault = (typeof deliveryFaults)[number];

/** Why nothing is sent: an admin said so, the receiver did (410), it took nothing for three days, or the database was restored. */
export const offReasons = ['by-hand', 'gone', 'failing', 'restored'] as const;
export type OffReason = (typeof offReasons)[number];

/** Where the county's events go. */
export type Webhook = {
  id: string;
  county: string;
  url: string;
  /** Null: events of every type. */
  types: string[] | null;
  state: 'on' | 'off';
  offBecause: OffReason | null;
  createdAt: Instant;
  /** Counted from one; each has a secret of its own. */
  secretNo: number;
  /** Until then the secret before this one signs too. */
  oldSecretUntil: Instant | null;
  /** The last position of the log that has been looked at; -1 before the first. */
  reached: number;
  /** Since when nothing has got through; null where the last attempt did. */
  failingSince: Instant | null;
  /** Nothing is sent before then: the receiver does not answer, or has asked for it. */
  restsUntil: Instant | null;
};

/** An event on its way. Its id is that of the message: the same in each attempt. */
export type WebhookDelivery = {
  id: string;
  /** Null: a test. */
  position: number | null;
  type: string;
  state: DeliveryState;
  attempts: number;
  owedAt: Instant;
  /** When it is tried next; of one that has ended, when it would have been. */
  dueAt: Instant;
  giveUpAt: Instant;
  endedAt: Instant | null;
  /** The HTTP status of the last answer; null where none came. */
  status: number | null;
  reason: DeliveryFault | null;
};

export type NewWebhook = { county: string; url: string; types: string[] | null; actor: Actor };
export type WebhookChange = {
  url?: string | undefined;
  types?: string[] | null | undefined;
  state?: 'on' | 'off' | undefined;
};

/** A webhook held by one process. Goes stale when the lease runs out and another process takes it. */
export type WebhookClaim = { county: string; id: string; fence: number };

/**
 * What to do for a webhook that is held. `send`: a delivery whose attempt is already counted, whatever becomes of the process;
 * one that a process has left unfinished comes first. `looked`: the log was looked through, ask again. `idle`: nothing now. `lost`: the claim is stale, or it is off.
 */
export type NextDelivery =
  | { outcome: 'send'; webhook: Webhook; delivery: WebhookDelivery; now: Instant }
  | { outcome: 'looked' }
  | { outcome: 'idle' }
  | { outcome: 'lost' };

/**
 * How an attempt went. `gone`: the receiver wants no more. Without `againAt` a failed one is given up; with `rests` nothing else is sent
 * before it is tried again.
 */
export type Attempted =
  | { kind: 'delivered'; status: number }
  | { kind: 'gone'; status: number }
  | { kind: 'failed'; status: number | null; reason: DeliveryFault; againAt: Instant | undefined; rests: boolean };

/** For all counties: webhooks, and how many events wait for them or were given up; how long the latest has been due, in milliseconds. */
export type WebhookCounts = { on: number; off: number; waiting: number; dead: number; lateMs: number };

/** That a webhook was made, changed or deleted, and by whom, stands on the county's own stream of the log. */
export interface WebhookStore {
  /** From now on: what happened before is not sent. Undefined where the county has as many as it may. */
  create(webhook: NewWebhook): Promise<Webhook | undefined>;
  list(county: string): Promise<Webhook[]>;
  read(county: string, id: string): Promise<Webhook | undefined>;
  /** Switched on again or with another URL, it goes on where it stopped, and what waited is due. Undefined where there is no such webhook. */
  change(county: string, id: string, change: WebhookChange, actor: Actor): Promise<Webhook | undefined>;
  /** The next secret signs from now on, the present one beside it for 24 hours. Undefined where there is no such webhook. */
  rotateSecret(county: string, id: string, actor: Actor): Promise<Webhook | undefined>;
  /** Takes its deliveries along. False where there is no such webhook. */
  remove(county: string, id: string, actor: Actor): Promise<boolean>;
  /** The latest first; `after` and `next` are ids of deliveries. */
  deliveries(
    county: string,
    id: string,
    filter: { state?: DeliveryState | undefined },
    page: Page,
  ): Promise<Listed<WebhookDelivery>>;
  /** Makes dead deliveries due again, all of them or those named. @returns how many */
  redrive(county: string, id: string, deliveries?: readonly string[]): Promise<number>;
  /** Owes a test message, ahead of everything else. @returns its id; undefined where there is no such webhook, or it is off */
  test(county: string, id: string): Promise<string | undefined>;

  /** The engine's own: how webhooks and deliveries stand, across counties. */
  states(): Promise<WebhookCounts>;
  /** The engine's own: how many webhooks are off since the database was restored, of the counties that have such. */
  restored(): Promise<{ county: string; webhooks: number }[]>;
  /** The engine's own: takes webhooks that have something to send, for so long in real time. */
  claim(limit: number, leaseMs: number): Promise<WebhookClaim[]>;
  /** The engine's own: the next delivery of one that is held, whose lease is renewed. */
  next(claim: WebhookClaim, leaseMs: number): Promise<NextDelivery>;
  /** The engine's own. False when the claim is stale: what was done is recorded by whoever has it now. */
  settle(claim: WebhookClaim, delivery: string, attempted: Attempted): Promise<boolean>;
  /** The engine's own: lets go of it. */
  release(claim: WebhookClaim): Promise<void>;
  /** The engine's own: forgets what has ended long ago, so many at most. @returns how many */
  dropOld(most: number): Promise<number>;
}
