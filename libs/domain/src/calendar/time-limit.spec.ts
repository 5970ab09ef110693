import fc from 'fast-check';
import { addDays, civilDate, daysBetween } from './civil-date';
import cases from './deadline-cases.json';
import { InvalidPeriodError, parsePeriod } from './period';
import { timeLimit, type TimeLimit } from './time-limit';
import { blockedDay, isWorkingDay } from './working-day';
import { bases } from '../duties/basis';

const firstDay = civilDate('1995-01-01');
const anyDay = fc
  .integer({ min: 0, max: daysBetween(firstDay, civilDate('2059-12-31')) })
  .map((days) => addDays(firstDay, days));
const anyPeriod = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.constantFrom('D', 'W', 'M'))
  .map(([count, unit]) => `P${count}${unit}`);

/** The blocked days that the answer says it skipped, as the case file writes them. */
function skipped({ steps }: TimeLimit): string[] {
  return steps.slice(1, -1).map(({ section, date, because }) => {
    const name = blockedDay(date)?.fi ?? 'a working day';
    expect(section).toBe('5 §');
    expect(because.fi.startsWith(`${name}: `)).toBe(true);
    return `${date} ${name}`;
  });
}

describe('the case file, forwards', () => {
  it.each(cases.forward)('$start + $period ends on $deadline', ({ start, period, raw, deadline, because }) => {
    const answer = timeLimit({ start: civilDate(start), period });
    expect(answer).toMatchObject({ start, period, raw, deadline, policy: 'safe', basis: 'statutory' });
    expect(skipped(answer)).toEqual(because);
    expect(answer.steps.at(0)).toMatchObject({ section: period.endsWith('D') ? '2 §' : '3 §', date: raw });
    expect(answer.steps.at(-1)).toMatchObject({ section: '5 §', date: deadline });
    expect(answer.finding).toBeUndefined();
  });
});

describe('the case file, backwards', () => {
  it.each(cases.backward)('$event − $period is $safe or $literal', ({ event, period, raw, safe, literal }) => {
    const question = { start: civilDate(event), period, direction: 'backward' } as const;
    expect(timeLimit(question)).toMatchObject({ raw, deadline: safe, policy: 'safe' });
    expect(timeLimit({ ...question, policy: 'literal' })).toMatchObject({ raw, deadline: literal, policy: 'literal' });
    expect(timeLimit(question).steps.at(0)).toMatchObject({ section: '4 §', date: raw });
  });
});

describe('a time limit, 1995–2059', () => {
  it('forwards ends on the first working day not before the period does', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (start, period) => {
        const { raw, deadline } = timeLimit({ start, period });
        expect(raw > start).toBe(true);
        expect(isWorkingDay(deadline) && deadline >= raw).toBe(true);
        for (let day = raw; day < deadline; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('backwards is never shortened by the safe policy and never lengthened by the literal one', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (start, period) => {
        const question = { start, period, direction: 'backward' } as const;
        const safe = timeLimit(question);
        const literal = timeLimit({ ...question, policy: 'literal' });
        expect(safe.raw < start).toBe(true);
        expect(safe.deadline <= safe.raw && isWorkingDay(safe.deadline)).toBe(true);
        expect(literal.deadline >= literal.raw && isWorkingDay(literal.deadline)).toBe(true);
      }),
    );
  });

  it('explains every day between the end of the period and the deadline, in every language', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, fc.constantFrom('forward', 'backward'), (start, period, direction) => {
        const answer = timeLimit({ start, period, direction });
        const dates = answer.steps.map(({ date }) => date);
        expect([dates[0], dates.at(-1)]).toEqual([answer.raw, answer.deadline]);
        for (const { because } of answer.steps) expect(Object.values(because).every((text) => text !== '')).toBe(true);
      }),
    );
  });

  it('is what its explanation recomputes: from the end of the period over each day skipped, one by one, to the deadline', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, fc.constantFrom('forward', 'backward'), (start, period, direction) => {
        const { raw, deadline, steps } = timeLimit({ start, period, direction });
        const [first, ...rest] = steps;
        const towards = direction === 'forward' ? 1 : -1;
        const recomputed = rest.slice(0, -1).reduce((day, skippedDay) => {
          expect(skippedDay).toMatchObject({ section: '5 §', date: day });
          expect(isWorkingDay(day)).toBe(false);
          return addDays(day, towards);
        }, raw);
        expect(first?.date).toBe(raw);
        expect(recomputed).toBe(deadline);
        expect(rest.at(-1)?.date).toBe(deadline);
        expect(isWorkingDay(deadline)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('backwards leaves at least the notice prescribed, counted in days, weeks or months', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, (start, period) => {
        const { deadline } = timeLimit({ start, period, direction: 'backward' });
        const ahead = timeLimit({ start: deadline, period });
        // A month counted back from its 31st and ahead again may end up to three days earlier (3 §).
        const cut = period.endsWith('M') ? 3 : 0;
        expect(daysBetween(ahead.raw, start)).toBeGreaterThanOrEqual(-cut);
      }),
      { numRuns: 500 },
    );
  });

  it('says when a month lacks the day', () => {
    const [step] = timeLimit({ start: civilDate('2026-01-31'), period: 'P1M' }).steps;
    expect(step?.because.fi).toContain('ei ole vastaavaa päivää');
    const [plain] = timeLimit({ start: civilDate('2026-01-30'), period: 'P2M' }).steps;
    expect(plain?.because.fi).toContain('järjestysnumeroltaan samana päivänä');
  });

  it('keeps the last day of the month when counting back from a longer one', () => {
    expect(timeLimit({ start: civilDate('2026-03-31'), period: 'P1M', direction: 'backward' }).raw).toBe('2026-02-28');
    expect(timeLimit({ start: civilDate('2028-02-29'), period: 'P1Y', direction: 'backward' }).raw).toBe('2027-02-28');
  });
});

describe('a date that no act sets', () => {
  it.each(['decided', 'agreed', 'requested'] as const)('%s: stays on its blocked day and proposes another', (basis) => {
    const answer = timeLimit({ start: civilDate('2025-05-15'), period: 'P2W', basis });
    expect(answer).toMatchObject({ raw: '2025-05-29', deadline: '2025-05-29', basis });
    expect(answer.finding).toMatchObject({ code: 'blocked-day', date: '2025-05-29', proposal: '2025-05-30' });
    expect(answer.finding?.message).toMatchObject({
      fi: '29.5.2025 ei ole työpäivä (helatorstai). Ehdotus: perjantai 30.5.2025.',
      sv: '29.5.2025 är inte en arbetsdag (Kristi himmelsfärdsdag). Förslag: fredag 30.5.2025.',
    });
  });

  it('proposes an earlier day when counted back safely, a later one literally', () => {
    const question = { start: civilDate('2027-01-08'), period: 'P2D', direction: 'backward', basis: 'agreed' } as const;
    expect(timeLimit(question).finding?.proposal).toBe('2027-01-05');
    expect(timeLimit({ ...question, policy: 'literal' }).finding?.proposal).toBe('2027-01-07');
  });

  it('proposes the working day before the end of a term, which itself never moves', () => {
    const answer = timeLimit({ start: civilDate('2026-05-31'), period: 'P1Y', basis: 'statutory-period-end' });
    expect(answer).toMatchObject({ deadline: '2027-05-31' });
    expect(answer.finding).toBeUndefined();
    const sunday = timeLimit({ start: civilDate('2025-01-31'), period: 'P1Y', basis: 'statutory-period-end' });
    expect(sunday).toMatchObject({ deadline: '2026-01-31', finding: { proposal: '2026-01-30' } });
  });

  it('has a finding only when its basis is not statutory and its day is blocked', () => {
    fc.assert(
      fc.property(anyDay, anyPeriod, fc.constantFrom(...bases), (start, period, basis) => {
        const answer = timeLimit({ start, period, basis });
        const isFinding = basis !== 'statutory' && !isWorkingDay(answer.raw);
        expect(answer.finding !== undefined).toBe(isFinding);
        if (basis !== 'statutory') expect(answer.deadline).toBe(answer.raw);
      }),
    );
  });
});

describe('periods', () => {
  it.each([
    ['P14D', { count: 14, unit: 'days' }],
    ['P2W', { count: 2, unit: 'weeks' }],
    ['P3M', { count: 3, unit: 'months' }],
    ['P1Y', { count: 1, unit: 'years' }],
  ])('%s is read', (text, period) => {
    expect(parsePeriod(text)).toEqual(period);
  });

  it.each(['', 'P', '14', '14D', 'P0D', 'P-1D', '-P1D', 'P1.5D', 'P1Y6M', 'PT1H', 'p14d', 'P14D ', 'P99999D', 'P1H'])(
    '%j is refused, and the value is kept',
    (text) => {
      expect(() => parsePeriod(text)).toThrow(InvalidPeriodError);
      expect(() => timeLimit({ start: civilDate('2026-01-01'), period: text })).toThrow(
        expect.objectContaining({ value: text }),
      );
    },
  );

  it('refuses to end after the year 9999', () => {
    expect(() => timeLimit({ start: civilDate('2026-01-01'), period: 'P9999Y' })).toThrow('Not a calendar date');
  });
});
