import type { CivilDate, Instant } from '@app/domain';
import { addWorkingDays, helsinkiDate, workingDaysAfter } from '@app/domain';
import type { Deadline } from './instance';
import { rungInstant } from './timers';

/** The deadline while time stands still. */
export function paused(deadline: Deadline): Deadline {
  return { ...deadline, status: 'paused', before: deadline.status === 'passed' ? 'passed' : 'open' };
}

/**
 * The deadline when time goes on at `at`, after it stood still since `since`. Its date stays: parties agreed on it, or a body
 * decided it (domain: a date is never moved silently). What fell into the pause is not sent afterwards. Where the date itself is
 * gone, what comes after it is counted as if the days of the pause had not been: who was never told is told, and nobody is told
 * of days on which nothing ran.
 */
export function continued(deadline: Deadline, since: Instant, at: Instant): Deadline {
  const { before, status, dueAt, dueOn, ...rest } = deadline;
  const [pausedOn, on] = [helsinkiDate(since), helsinkiDate(at)];
  const countedFrom = dueOn > pausedOn ? dueOn : pausedOn;
  const later = (day: CivilDate) => addWorkingDays(on, workingDaysAfter(countedFrom, day));
  const rungs = rest.rungs.flatMap((rung) => {
    if (rung.on > dueOn && dueAt <= at) return [{ ...rung, on: later(rung.on) }];
    return rungInstant(rung) > at ? [rung] : [];
  });
  return { ...rest, dueOn, dueAt, rungs, status: before ?? status };
}
