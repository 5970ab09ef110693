import { addDays, helsinkiDate, type Instant, type Ladder, rungDates } from '@app/domain';
import type { Deadline } from './instance';
import { rungInstant } from './timers';

/**
 * The rungs of another ladder for a deadline that runs already: those whose moment is still ahead. What has been reported as due does
 * not come again under its key, and what lies behind is not caught up.
 */
export function relaidRungs(ladder: Ladder, { dueOn, body, fired = [] }: Deadline, at: Instant): Deadline['rungs'] {
  const ahead = ladder.map(({ caughtUp: _caughtUp, ...rung }) => rung).filter(({ key }) => !fired.includes(key));
  // A rung of this very day may still be ahead.
  const sentOn = addDays(helsinkiDate(at), -1);
  return rungDates(ahead, dueOn, { sentOn, ...(body && { body }) })
    .map(({ rung, on }) => ({ key: rung.key, on }))
    .filter((rung) => rungInstant(rung) > at);
}
