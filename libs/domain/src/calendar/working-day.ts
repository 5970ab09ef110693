import { addDays, weekdayOf, type CivilDate } from './civil-date';
import { holidaysOfYear } from './holidays';
import { weekdayName } from './weekday';
import type { Text } from '../text';

/**
 * Why the day is not a working day (Act 150/1930, 5 §): the name of the holiday, else of the weekend day.
 * Undefined for a working day.
 */
export function blockedDay(on: CivilDate): Text | undefined {
  return holidaysOfYear(on).get(on) ?? (weekdayOf(on) >= 6 ? weekdayName(on) : undefined);
}

export function isWorkingDay(on: CivilDate): boolean {
  return blockedDay(on) === undefined;
}

/** The day itself when it is a working day, else the next one. */
export function workingDayOnOrAfter(on: CivilDate): CivilDate {
  let day = on;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/** The day itself when it is a working day, else the one before it. */
export function workingDayOnOrBefore(on: CivilDate): CivilDate {
  let day = on;
  while (!isWorkingDay(day)) day = addDays(day, -1);
  return day;
}

/** The `count`-th working day after `on` (before it when negative). `on` itself is not counted; 0 gives `on`. */
export function addWorkingDays(on: CivilDate, count: number): CivilDate {
  let day = on;
  for (let counted = 0; counted < Math.abs(count); counted += 1) {
    day = count > 0 ? workingDayOnOrAfter(addDays(day, 1)) : workingDayOnOrBefore(addDays(day, -1));
  }
  return day;
}

/** How many working days lead from `from` to the working day `until`: what `addWorkingDays` has to be given; 0 where it is not later. */
export function workingDaysAfter(from: CivilDate, until: CivilDate): number {
  let count = 0;
  for (let day = from; day < until; count += 1) day = workingDayOnOrAfter(addDays(day, 1));
  return count;
}
