import type { Instant } from '@app/domain';
import type { Json } from '@app/workflows';
import type { WorkClaim } from '../work/work-store';
import type { Listed, Page } from '../workflows/workflow-store';

export const notificationStates = [
  'queued',
  'sending',
  'accepted',
  'deferred',
  'rejected',
  'unknown',
  'suppressed',
] as const;

/**
 * `accepted`: the relay took it, no more. `deferred`: to be tried again. `unknown`: the connection broke when the mail
 * may already have been taken. `suppressed`: no longer wanted before it was sent.
 */
export type NotificationState = (typeof notificationStates)[number];

export type Notification = {
  id: string;
  county: string;
  workflow: string;
  template: string;
  to: { organisation: string; audience: string };
  deadline: string | null;
  /** Whether the mail carries an answer link. */
  link: boolean;
  data: Json;
  state: NotificationState;
  /** How often sending has begun. */
  attempts: number;
  /** How often it was sent again out of `unknown`, with the same Message-ID. */
  repeats: number;
  messageId: string | null;
  contact: string | null;
  language: string | null;
  /** What the relay said last. */
  reply: string | null;
  /** When a report said that it did not arrive after all, and why (RFC 3463); the state stays as the relay left it. */
  bounced: { at: Instant; status: string } | null;
  owedAt: Instant;
  sentAt: Instant | null;
  /** As sent, without the answer link; null before that and after an erasure. */
  subject: string | null;
  text: string | null;
};

export type Sending = {
  notification: string;
  messageId: string;
  contact: string | null;
  language: string;
  subject: string;
  /** The text as sent, with the answer link left out. */
  text: string;
};

export type Settlement = {
  notification: string;
  state: 'accepted' | 'rejected' | 'unknown' | 'deferred' | 'suppressed';
  /** What the relay said, or why. */
  reply: string;
  /** When to try again: goes with `deferred` and `unknown`. */
  retryAt?: Instant | undefined;
};

export type NotificationFilter = { workflow?: string | undefined; state?: string | undefined };

export interface NotificationStore {
  read(county: string, id: string): Promise<Notification | undefined>;
  list(county: string, filter: NotificationFilter, page: Page): Promise<Listed<Notification>>;
  /** Records that sending begins, before the connection is made. False: the claim is stale or the mail no longer wanted. */
  beginSending(work: WorkClaim, sending: Sending): Promise<boolean>;
  /** Records how it ended, and ends or postpones the work with it. False: the claim is stale. */
  settle(work: WorkClaim, outcome: Settlement): Promise<boolean>;
  counts(county: string): Promise<Record<NotificationState, number>>;
}
