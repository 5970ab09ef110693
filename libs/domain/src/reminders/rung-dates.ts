import { addDays, type CivilDate } from '../calendar/civil-date';
import { periodEnd } from '../calendar/period';
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-day';
import type { Rung } from './ladders';

export type DatedRung = { rung: Rung; on: CivilDate };

const longestMonth = 31;

/**
 * The working day of each rung for a due date, in the order of time. Where two rungs fall on one day only the one
 * nearest to the due date is kept: nobody gets two reminders of one thing on one day.
 */
export function rungDates(ladder: readonly Rung[], dueOn: CivilDate): DatedRung[] {
  const byDay = new Map<CivilDate, Rung>();
  for (const rung of ladder) {
    const on = dayOf(rung, dueOn);
    const other = byDay.get(on);
    if (other === undefined || distance(rung) < distance(other)) byDay.set(on, rung);
  }
  return [...byDay].map(([on, rung]) => ({ rung, on })).sort((a, b) => (a.on < b.on ? -1 : 1));
}

/**
 * The rungs of a deadline that is set on the day `setOn`: those still to come, and before them, on that day itself, the one
 * to catch up. Nobody is reminded on the day the request itself goes out, nor of what should have gone before it, except
 * by a rung that says so, and of those only the last one, while the due date is still ahead.
 */
export function rungsFrom(ladder: readonly Rung[], dueOn: CivilDate, setOn: CivilDate): DatedRung[] {
  const dated = rungDates(ladder, dueOn);
  const missed = dueOn > setOn ? dated.findLast(({ rung, on }) => on <= setOn && rung.caughtUp) : undefined;
  const ahead = dated.filter(({ on }) => on > setOn);
  return missed ? [{ rung: missed.rung, on: setOn }, ...ahead] : ahead;
}

function dayOf(rung: Rung, dueOn: CivilDate): CivilDate {
  if (rung.direction === 'working-days-after') return addWorkingDays(dueOn, rung.days);
  if (rung.direction === 'months-before')
    return workingDayOnOrBefore(periodEnd(dueOn, { count: rung.months, unit: 'months' }, 'backward'));
  return workingDayOnOrBefore(rung.direction === 'on' ? dueOn : addDays(dueOn, -rung.days));
}

/** In days, to compare by; a month is longer than any rung that is counted in days. */
function distance(rung: Rung): number {
  if (rung.direction === 'months-before') return rung.months * longestMonth;
  return rung.direction === 'on' ? 0 : rung.days;
}
