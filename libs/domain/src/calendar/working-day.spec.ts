import Holidays from 'date-holidays';
import fc from 'fast-check';
import { addDays, civilDate, daysBetween, weekdayOf, type CivilDate } from './civil-date';
import { holidaysOfYear } from './holidays';
import {
  addWorkingDays,
  blockedDay,
  isWorkingDay,
  workingDayOnOrAfter,
  workingDayOnOrBefore,
  workingDaysAfter,
} from './working-day';

const anyDay = fc.integer({ min: 0, max: 15 * 365 }).map((days) => addDays(civilDate('2020-01-01'), days));

function daysOfYear(year: number): CivilDate[] {
  const first = civilDate(`${year}-01-01`);
  return Array.from({ length: daysBetween(first, civilDate(`${year + 1}-01-01`)) }, (_, days) => addDays(first, days));
}

describe('blocked days', () => {
  it.each([
    [2024, 10],
    [2025, 10],
    [2026, 9],
    [2027, 8],
    [2028, 9],
    [2029, 10],
  ])('in %i there are %i of them from Monday to Friday', (year, count) => {
    const off = daysOfYear(year).filter((on) => weekdayOf(on) <= 5 && !isWorkingDay(on));
    expect(off).toHaveLength(count);
  });

  it('are the holidays that date-holidays lists for 2020–2035, without New Year’s Eve', () => {
    const finland = new Holidays('FI');
    for (let year = 2020; year <= 2035; year += 1) {
      const listed = finland
        .getHolidays(year)
        .filter(({ type }) => type === 'public' || type === 'bank')
        .map(({ date }) => date.slice(0, 10))
        .filter((on) => !on.endsWith('-12-31'));
      const blocked = [...holidaysOfYear(civilDate(`${year}-06-01`)).keys()].sort();
      expect(blocked).toEqual([...new Set(listed)].sort());
      expect(blocked.length).toBe(15);
    }
  });

  it.each([
    ['2026-01-01', 'uudenvuodenpäivä', 'nyårsdagen'],
    ['2026-01-06', 'loppiainen', 'trettondagen'],
    ['2026-05-24', 'helluntaipäivä', 'pingstdagen'],
    ['2026-06-20', 'juhannuspäivä', 'midsommardagen'],
    ['2026-08-22', 'lauantai', 'lördag'],
    ['2026-08-23', 'sunnuntai', 'söndag'],
  ])('%s is %s / %s', (on, fi, sv) => {
    expect(blockedDay(civilDate(on))).toMatchObject({ fi, sv });
  });

  it('leave New Year’s Eve a working day', () => {
    expect(blockedDay(civilDate('2026-12-31'))).toBeUndefined();
  });
});

describe('working days', () => {
  it('are found on the day itself, after it and before it', () => {
    expect(workingDayOnOrAfter(civilDate('2026-04-02'))).toBe('2026-04-02');
    expect(workingDayOnOrAfter(civilDate('2026-04-03'))).toBe('2026-04-07');
    expect(workingDayOnOrBefore(civilDate('2026-04-06'))).toBe('2026-04-02');
  });

  it('are counted without the day one starts from', () => {
    expect(addWorkingDays(civilDate('2026-08-17'), 1)).toBe('2026-08-18');
    expect(addWorkingDays(civilDate('2026-12-23'), 1)).toBe('2026-12-28');
    expect(addWorkingDays(civilDate('2026-12-25'), 2)).toBe('2026-12-29');
    expect(addWorkingDays(civilDate('2026-04-07'), -1)).toBe('2026-04-02');
    expect(addWorkingDays(civilDate('2026-04-05'), -2)).toBe('2026-04-01');
    expect(addWorkingDays(civilDate('2026-04-05'), 0)).toBe('2026-04-05');
  });

  it('end the count on a working day with just so many between, in both directions', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (on, count) => {
        const later = addWorkingDays(on, count);
        const passed = Array.from({ length: daysBetween(on, later) }, (_, days) => addDays(on, days + 1));
        expect(isWorkingDay(later)).toBe(true);
        expect(passed.filter(isWorkingDay)).toHaveLength(count);
        expect(addWorkingDays(later, -count)).toBe(workingDayOnOrBefore(on));
      }),
    );
  });

  it('are counted back to what was added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (on, count) => {
        expect(workingDaysAfter(on, addWorkingDays(on, count))).toBe(count);
      }),
    );
    expect(workingDaysAfter(civilDate('2026-04-07'), civilDate('2026-04-02'))).toBe(0);
  });
});
