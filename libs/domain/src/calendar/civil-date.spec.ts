import fc from 'fast-check';
import { addDays, civilDate, daysBetween, InvalidDateError, isCivilDate, weekdayOf, yearOf } from './civil-date';
import { weekdayAbbreviation } from './weekday';

const dayOffset = fc.integer({ min: -100_000, max: 100_000 });

describe('civilDate', () => {
  it.each(['2026-02-30', '2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '20260401', ''])(
    'refuses %j and keeps the value',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
      expect(() => civilDate(text)).toThrow(InvalidDateError);
      expect(() => civilDate(text)).toThrow(expect.objectContaining({ value: text }));
    },
  );

  it.each(['2026-02-28T00:00:00Z', '2026-02-28 ', ' 2026-02-28', '2026-02-28\n'])(
    'refuses more than a day: %j',
    (text) => {
      expect(isCivilDate(text)).toBe(false);
    },
  );

  it.each(['2028-02-29', '0001-01-01', '9999-12-31'])('accepts %s', (text) => {
    expect(civilDate(text)).toBe(text);
  });
});

describe('counting days', () => {
  it('crosses months, years and the changes of the clock without losing a day', () => {
    expect(addDays(civilDate('2026-12-31'), 1)).toBe('2027-01-01');
    expect(addDays(civilDate('2027-03-27'), 2)).toBe('2027-03-29');
    expect(addDays(civilDate('2026-10-26'), -2)).toBe('2026-10-24');
    expect(addDays(civilDate('2028-03-01'), -1)).toBe('2028-02-29');
  });

  it('refuses to leave the years that four digits can write', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(InvalidDateError);
    expect(() => addDays(civilDate('2026-01-01'), Number.MAX_SAFE_INTEGER)).toThrow(InvalidDateError);
  });

  it('undoes itself, and daysBetween measures it', () => {
    fc.assert(
      fc.property(dayOffset, dayOffset, (first, days) => {
        const from = addDays(civilDate('2026-01-01'), first);
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
      }),
    );
  });

  it('keeps the order of days as the order of strings', () => {
    fc.assert(
      fc.property(dayOffset, dayOffset, (a, b) => {
        const [one, other] = [addDays(civilDate('2026-01-01'), a), addDays(civilDate('2026-01-01'), b)];
        expect(one < other).toBe(a < b);
      }),
    );
  });
});

describe('weekdays', () => {
  it.each([
    ['2026-08-17', 1, 'ma', 'må', 'Mon'],
    ['2026-08-18', 2, 'ti', 'ti', 'Tue'],
    ['2026-08-19', 3, 'ke', 'on', 'Wed'],
    ['2026-08-20', 4, 'to', 'to', 'Thu'],
    ['2026-08-21', 5, 'pe', 'fr', 'Fri'],
    ['2026-08-22', 6, 'la', 'lö', 'Sat'],
    ['2026-08-23', 7, 'su', 'sö', 'Sun'],
    ['1969-12-28', 7, 'su', 'sö', 'Sun'],
  ])('%s is ISO weekday %i: %s, %s, %s', (text, weekday, fi, sv, en) => {
    const on = civilDate(text);
    expect(weekdayOf(on)).toBe(weekday);
    expect(weekdayAbbreviation(on, 'fi')).toBe(fi);
    expect(weekdayAbbreviation(on, 'sv')).toBe(sv);
    expect(weekdayAbbreviation(on, 'en')).toBe(en);
  });

  it('knows the year of a day', () => {
    expect(yearOf(civilDate('2026-12-31'))).toBe(2026);
  });
});
