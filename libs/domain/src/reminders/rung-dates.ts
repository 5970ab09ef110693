import { addDays, type CivilDate } from '../calendar/civil-date';
import { addWorkingDays, workingDayOnOrBefore } from '../calendar/working-day';
import type { Rung } from './ladders';

export type DatedRung = { rung: Rung; on: CivilDate };

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

function dayOf(rung: Rung, dueOn: CivilDate): CivilDate {
  if (rung.direction === 'working-days-after') return addWorkingDays(dueOn, rung.days);
  return workingDayOnOrBefore(rung.direction === 'on' ? dueOn : addDays(dueOn, -rung.days));
}

function distance(rung: Rung): number {
  return rung.direction === 'on' ? 0 : rung.days;
}
