declare const civil: unique symbol;

/** A day of the Finnish calendar (Europe/Helsinki), 'YYYY-MM-DD'. Plain string comparison puts days in order. */
export type CivilDate = string & { readonly [civil]: true };

/** The text is not a day that exists, or a computation left the years 0000–9999. */
export class InvalidDateError extends Error {
  constructor(readonly value: string) {
    super(`Not a calendar date (YYYY-MM-DD): ${value}`);
    this.name = 'InvalidDateError';
  }
}

const dayMs = 86_400_000;
const dateForm = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a day that exists, in the form YYYY-MM-DD. */
export function isCivilDate(text: string): text is CivilDate {
  if (!dateForm.test(text)) return false;
  const day = new Date(`${text}T00:00:00.000Z`);
  // The engine reads 30 February as 2 March: only a day that survives the round trip exists.
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** @throws InvalidDateError for a text that is not a day that exists, such as 2026-02-30. */
export function civilDate(text: string): CivilDate {
  if (!isCivilDate(text)) throw new InvalidDateError(text);
  return text;
}

// Whole days since 1970-01-01. A civil date has no time zone, so counting its days in UTC counts them exactly; it is
// also 30 times as fast as a Temporal.PlainDate, and a simulated year of the whole country counts millions of days.
function dayNumber(on: CivilDate): number {
  return Date.parse(`${on}T00:00:00.000Z`) / dayMs;
}

/** The day `days` days later (earlier when negative). @throws InvalidDateError outside the years 0000–9999. */
export function addDays(on: CivilDate, days: number): CivilDate {
  const day = new Date((dayNumber(on) + days) * dayMs);
  return civilDate(Number.isNaN(day.getTime()) ? `${on} + ${days} days` : day.toISOString().replace(/T.*$/, ''));
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** The ISO weekday: 1 is Monday, 7 Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export function weekdayOf(on: CivilDate): Weekday {
  // 1970-01-01 was a Thursday (4); the double remainder keeps days before it positive.
  return (((((dayNumber(on) + 3) % 7) + 7) % 7) + 1) as Weekday;
}

export function yearOf(on: CivilDate): number {
  return Number(on.slice(0, 4));
}
