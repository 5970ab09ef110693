import { Temporal } from 'temporal-polyfill';
import { addDays, civilDate, type CivilDate } from './civil-date';

export type PeriodUnit = 'days' | 'weeks' | 'months' | 'years';

/** A time limit's length, as acts write it: a number of one unit. */
export type Period = { count: number; unit: PeriodUnit };

/** The text is not a period of one unit: P14D, P2W, P3M or P1Y, at most four digits, not nought. */
export class InvalidPeriodError extends Error {
  constructor(readonly value: string) {
    super(`Not a period (P14D, P2W, P3M, P1Y): ${value}`);
    this.name = 'InvalidPeriodError';
  }
}

const form = /^P([1-9]\d{0,3})([DWMY])$/;
const units: Record<string, PeriodUnit> = { D: 'days', W: 'weeks', M: 'months', Y: 'years' };

/**
 * An ISO 8601 duration of one unit. Mixed units and times of day are refused: no time limit of the year clock has
 * them, and Act 150/1930 says nothing on how to count them.
 * @throws InvalidPeriodError
 */
export function parsePeriod(text: string): Period {
  const [, count, letter = ''] = form.exec(text) ?? [];
  const unit = units[letter];
  if (count === undefined || unit === undefined) throw new InvalidPeriodError(text);
  return { count: Number(count), unit };
}

/**
 * The day on which the period ends, counted from `start` or back from it, before any move to a working day.
 * `start` itself is not counted (Act 150/1930, 2 §). Weeks, months and years end on the same weekday or ordinal; where
 * the month lacks that day, on its last day (3 §). Counting back follows the same rules (4 §).
 */
export function periodEnd(start: CivilDate, period: Period, direction: 'forward' | 'backward'): CivilDate {
  const signed = direction === 'forward' ? period.count : -period.count;
  if (period.unit === 'days') return addDays(start, signed);
  if (period.unit === 'weeks') return addDays(start, signed * 7);
  const end = Temporal.PlainDate.from(start).add({ [period.unit]: signed }, { overflow: 'constrain' });
  return civilDate(end.toString());
}
