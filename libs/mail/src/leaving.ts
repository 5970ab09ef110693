import type { CivilDate } from '@app/domain';
import { urgencyOf } from './urgency';

/** With what a mail leaves: `alone` at once, `together` with the day's routine mail, or with that of the next sending day. */
export type Leaving = 'alone' | 'together' | 'next-day';

/** What is known when a mail is about to leave; days are Helsinki's. */
export type Situation = {
  today: CivilDate;
  /** The next day on which mail is sent. */
  nextOn: CivilDate;
  /** Whether the reader's routine mail of today has begun to leave. */
  hasLeft: boolean;
};

/**
 * The rule of the digest: routine mails of one person and day leave as one mail; one that misses it waits for the next sending day
 * unless that day would be too late, and then goes alone.
 */
export function leavingOf(template: string, data: unknown, { today, nextOn, hasLeft }: Situation): Leaving {
  if (urgencyOf(template, data, today) !== 'routine') return 'alone';
  if (!hasLeft) return 'together';
  return urgencyOf(template, data, nextOn) === 'routine' ? 'next-day' : 'alone';
}
