import {
  addDays,
  addMs,
  helsinkiDate,
  helsinkiInstant,
  type Instant,
  instant,
  sendingTimeOnOrAfter,
} from '@app/domain';
import { trueUntilOf } from '@app/mail';

/** Until when a mail may be sent; business time. */
export type Lifetime = {
  /** After the day that the mail speaks of as ahead, it would say what is no longer so. Undefined: it speaks of no such day. */
  trueUntil: Instant | undefined;
  /** A mail that the server puts off is not tried after this (RFC 5321 §4.5.4.1: four to five days). */
  triedUntil: Instant;
};

/** Of a digest: it is the mail of one day, and its notifications look to their own lifetimes when that day is over. */
export const ofNoDay: Lifetime = { trueUntil: undefined, triedUntil: instant('9999-12-31T00:00:00Z') };

/** What of a notification its lifetime hangs on. */
type Owed = { template: string; data: unknown; owedAt: Instant };

/**
 * A server may put off a mail that it has not been asked about for long, as after an outage of our own: it is always asked
 * so many times before the time to try ends.
 */
const fewestAttempts = 5;

/** The lifetime of a mail that may be tried for `ttlMs` from when it could first be sent. */
export function lifetimeOf({ template, data, owedAt }: Owed, ttlMs: number): Lifetime {
  const day = trueUntilOf(template, data);
  const isAhead = day !== undefined && day >= helsinkiDate(owedAt);
  return {
    trueUntil: isAhead ? helsinkiInstant(addDays(day, 1), '00:00') : undefined,
    triedUntil: addMs(sendingTimeOnOrAfter(owedAt), ttlMs),
  };
}

/** Whether the day that the mail speaks of is over. */
export function isOver({ trueUntil }: Lifetime, now: Instant): boolean {
  return trueUntil !== undefined && now >= trueUntil;
}

/** Whether a mail that the server has put off is given up rather than tried again then. */
export function isGivenUp(lifetime: Lifetime, next: Instant, attempts: number): boolean {
  return isOver(lifetime, next) || (next > lifetime.triedUntil && attempts >= fewestAttempts);
}
