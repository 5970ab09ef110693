import { addDays, civilDate, isCivilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import { planWeekdays, weekdayAbbreviation, type PlanWeekday } from '../calendar/weekday';
import { isWorkingDay, workingDayOnOrBefore } from '../calendar/working-day';

const yearMonthDay = /^(\d{4})-(\d{2})-(\d{2})$/;
const longestMonth = 31;

/** The same day of the plan's year, when the weekday written (if any) fits it and it is a working day. */
export function sameDayInYear(
  { on, weekday }: { on: CivilDate; weekday?: PlanWeekday },
  year: number,
): CivilDate | undefined {
  const text = `${year}${on.slice(4)}`;
  if (!isCivilDate(text) || !isWorkingDay(text)) return undefined;
  return weekday === undefined || weekday === weekdayAbbreviation(text, 'fi') ? text : undefined;
}

/** The nearest day with the weekday that was written, at most three days off, in the plan's year and a working day. */
export function nearestWeekday(on: CivilDate, weekday: PlanWeekday, year: number): CivilDate | undefined {
  if (Math.abs(yearOf(on) - year) > 1) return undefined;
  const written = planWeekdays.indexOf(weekday);
  const actual = planWeekdays.findIndex((name) => name === weekdayAbbreviation(on, 'fi'));
  const forward = (written - actual + 7) % 7;
  const day = addDays(on, forward > 3 ? forward - 7 : forward);
  return yearOf(day) === year && isWorkingDay(day) ? day : undefined;
}

/**
 * For a day beyond its month's end (30 February) the month's last working day; undefined where the text has another form
 * or no such month, because nothing can be guessed.
 */
export function lastDayMeant(text: string): CivilDate | undefined {
  const [, year, month, day] = yearMonthDay.exec(text) ?? [];
  const first = `${year}-${month}-01`;
  if (!isCivilDate(first) || Number(day) === 0 || Number(day) > longestMonth) return undefined;
  const nextMonth = addDays(first, longestMonth);
  return workingDayOnOrBefore(addDays(civilDate(`${nextMonth.slice(0, 8)}01`), -1));
}
