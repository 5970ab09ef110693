import type { CivilDate, Instant } from '@app/domain';
import type { Notification, NotificationState, Sent, Settled } from '../notifications/notification-store';
import type { WorkClaim } from '../work/work-store';

/** The one routine mail that a person gets on a day. */
export type Digest = {
  id: string;
  county: string;
  /** Who gets it: `personKey` of the mail library. */
  recipient: string;
  /** The Helsinki day whose routine mail it is. */
  on: CivilDate;
  /** As of a notification; without notifications to carry it is `suppressed`. */
  state: NotificationState;
  attempts: number;
  /** How often it was sent again out of `unknown`, with the same Message-ID. */
  repeats: number;
  /** When it got its first notification. */
  madeAt: Instant;
  /** Whether work of its county that is due and not done could still owe its reader a mail. */
  mayGrow: boolean;
  /** What is to go with it now, in the order of their ids. */
  notifications: Notification[];
};

export type Gathering = {
  notification: string;
  recipient: string;
  on: CivilDate;
  /** When the notification is looked at again if it has not left by then. */
  againAt: Instant;
};

/**
 * `joined`: the digest carries it from now on. `left`: that day's digest has begun to leave. `gone`: the notification is not to be sent
 * any more. `lost`: the claim is stale.
 */
export type Gathered = 'joined' | 'left' | 'gone' | 'lost';

export type DigestSending = Sent & { digest: string; notifications: readonly string[] };

/** `changed`: other notifications are in it by now, so it has to be written anew. `lost`: the claim is stale, or it has been sent. */
export type DigestBegun = 'begun' | 'changed' | 'lost';

export type DigestSettlement = Settled & { digest: string };

/** `waiting` have not been sent yet, `sent` left or may have; `shared` of these carried more than one notification. */
export type DigestCounts = { waiting: number; sent: number; shared: number };

/** The daily mails. A digest is work of its own; its notifications keep their own states, events and links. */
export interface DigestStore {
  read(county: string, id: string): Promise<Digest | undefined>;
  /** Puts a notification into the digest of its reader and day, with the notification's work. */
  gather(work: WorkClaim, gathering: Gathering): Promise<Gathered>;
  /** Records that sending begins, before the connection is made, with exactly these notifications. */
  begin(work: WorkClaim, sending: DigestSending): Promise<DigestBegun>;
  /** Records how it ended for each of its notifications, and ends or postpones the work with it. False: the claim is stale. */
  settle(work: WorkClaim, outcome: DigestSettlement): Promise<boolean>;
  /** Takes notifications out that have not been sent: to be looked at again at once, or, with an error, as a failure of their own. */
  takeOut(work: WorkClaim, digest: string, notifications: readonly string[], error?: string): Promise<boolean>;
  /** Takes all out that have not been sent, and ends the work. */
  dissolve(work: WorkClaim, digest: string): Promise<boolean>;
  counts(county: string): Promise<DigestCounts>;
}
