import type { CivilDate, Instant } from '@app/domain';
import type { Actor, Json } from '@app/workflows';
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

/** The count of every state, also of those that no row was counted for. */
export function countedStates(
  rows: readonly { state: NotificationState; count: number }[],
): Record<NotificationState, number> {
  const none = Object.fromEntries(notificationStates.map((state) => [state, 0])) as Record<NotificationState, number>;
  return { ...none, ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) };
}

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
  /** The first of the mails that this one sends once more, and why staff had it sent. */
  resentOf: string | null;
  resendReason: string | null;
  messageId: string | null;
  contact: string | null;
  language: string | null;
  /** What the relay said last, or why it was suppressed. */
  reply: string | null;
  /** When a report said that it did not arrive after all, and why (RFC 3463); the state stays as the relay left it. */
  bounced: { at: Instant; status: string } | null;
  owedAt: Instant;
  sentAt: Instant | null;
  /** The daily mail with which it goes or went; null where it goes alone. */
  digest: string | null;
  /** As sent, without the answer link, of a digest the whole of it; null before that and after an erasure. */
  subject: string | null;
  text: string | null;
  /** The same as HTML; lists leave it out. */
  html: string | null;
};

/** A mail that is about to leave: to whom, and as it is kept. */
export type Sent = {
  messageId: string;
  /** The address that the relay is given; where it goes to one mailbox of the settings, that one. */
  sentTo: string;
  contact: string | null;
  language: string;
  subject: string;
  /** As sent, with the answer links left out. */
  text: string;
  html: string;
};

export type Sending = Sent & { notification: string };

export type Settled = {
  state: 'accepted' | 'rejected' | 'unknown' | 'deferred' | 'suppressed';
  /** What the relay said, or why. */
  reply: string;
  /** When to try again: goes with `deferred` and `unknown`. */
  retryAt?: Instant | undefined;
};

export type NotificationFilter = {
  workflow?: string | undefined;
  state?: string | undefined;
  organisation?: string | undefined;
  template?: string | undefined;
  /** Owed on these days, both included, by the Helsinki date. */
  from?: CivilDate | undefined;
  to?: CivilDate | undefined;
};

export type Resend = {
  county: string;
  notification: string;
  reason: string;
  actor: Actor;
  /** Asked twice with the same id, the mail is owed once. */
  commandId: string;
};

/**
 * `id` is that of the mail that is now owed (`resent`, `repeated`), or of the one that was asked about. `deadline-ended` where what it asks
 * for is not wanted any more: it was done, its date was set anew, or somebody else is to answer.
 */
export type ResendAnswer = {
  outcome: 'resent' | 'repeated' | 'reused' | 'not-ended' | 'deadline-ended' | 'paused' | 'unknown';
  id: string;
};
export type Settlement = Settled & { notification: string };

/** What the log calls it. */
export const settledAs: Readonly<Record<Settled['state'], string>> = {
  accepted: 'NotificationAccepted',
  rejected: 'NotificationRejected',
  unknown: 'NotificationUnknown',
  deferred: 'NotificationDeferred',
  suppressed: 'NotificationSuppressed',
};

export interface NotificationStore {
  read(county: string, id: string): Promise<Notification | undefined>;
  /** The same for the engine, which reads many of all counties together. */
  readToSend(county: string, id: string): Promise<Notification | undefined>;
  /** What was owed last comes first; `after` and `next` are ids, so that nothing is missed or told twice while more is owed. */
  list(county: string, filter: NotificationFilter, page: Page): Promise<Listed<Notification>>;
  /** Records that sending begins, before the connection is made. False: the claim is stale or the mail no longer wanted. */
  beginSending(work: WorkClaim, sending: Sending): Promise<boolean>;
  /** Records how it ended, and ends or postpones the work with it. False: the claim is stale. */
  settle(work: WorkClaim, outcome: Settlement): Promise<boolean>;
  /** Owes a mail that has come to an end once more, as a notification of its own with a link of its own. */
  resend(resend: Resend): Promise<ResendAnswer>;
  counts(county: string): Promise<Record<NotificationState, number>>;
}
