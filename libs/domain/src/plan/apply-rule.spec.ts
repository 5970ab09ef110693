import fc from 'fast-check';
import { addDays, civilDate, daysBetween, weekdayOf, yearOf, type CivilDate } from '../calendar/civil-date';
import { planWeekdays, weekdayAbbreviation } from '../calendar/weekday';
import { isWorkingDay } from '../calendar/working-day';
import { councilTerm } from '../duties/council-terms';
import { languages } from '../text';
import { smallRegister } from '../../test/plan-data';
import { applyRule, type Applied, type RuleSurroundings } from './apply-rule';
import { nths, ruleOf, type DateRule } from './date-rule';

const anyDay = fc.integer({ min: 0, max: 65 * 365 }).map((days) => addDays(civilDate('1995-01-01'), days));
const anyYear = fc.integer({ min: 1995, max: 2059 });

function around(dates: Record<string, CivilDate>, more: Partial<RuleSurroundings> = {}): RuleSurroundings {
  const { bodies } = smallRegister();
  return {
    year: 2026,
    dayOf: (name) => dates[name],
    bodyOn: (name) => bodies.find(({ id }) => id === name),
    body: (id) => bodies.find((body) => body.id === id),
    hasRegister: true,
    term: undefined,
    ...more,
  };
}

function on(applied: Applied): CivilDate {
  if ('lack' in applied) throw new Error(JSON.stringify(applied.lack));
  for (const language of languages) expect(applied.because[language]).not.toBe('');
  return applied.on;
}

const apply = (rule: DateRule, dates: Record<string, string> = {}, more: Partial<RuleSurroundings> = {}) =>
  applyRule(rule, around(dates as Record<string, CivilDate>, more));

describe('a rule, 1995–2059', () => {
  it('of days gives a working day on its own side of the anchor, the nearest to the day counted', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (anchor, days) => {
        const day = on(applyRule({ days, from: 'a' }, around({ a: anchor })));
        const raw = addDays(anchor, days);
        expect(isWorkingDay(day)).toBe(true);
        expect(days < 0 ? day <= raw && raw < anchor : day >= raw && raw >= anchor).toBe(true);
        for (let passed = raw; passed !== day; passed = addDays(passed, days < 0 ? -1 : 1)) {
          expect(isWorkingDay(passed)).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('of working days gives a working day on its own side of the anchor', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), fc.boolean(), (anchor, count, isBack) => {
        const day = on(applyRule({ workingDays: isBack ? -count : count, from: 'a' }, around({ a: anchor })));
        expect(isWorkingDay(day)).toBe(true);
        expect(isBack ? day < anchor : day > anchor).toBe(true);
        expect(Math.abs(daysBetween(anchor, day))).toBeGreaterThanOrEqual(count);
      }),
      { numRuns: 300 },
    );
  });

  it('of a part of the way gives a working day between the two, or says that there is none', () => {
    fc.assert(
      fc.property(
        anyDay,
        fc.integer({ min: -5, max: 400 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (from, days, part) => {
          const to = addDays(from, days);
          const applied = applyRule({ part, from: 'a', to: 'b' }, around({ a: from, b: to }));
          const between = Array.from({ length: Math.max(0, days + 1) }, (_, index) => addDays(from, index));
          if ('lack' in applied) expect(between.some((day) => isWorkingDay(day))).toBe(false);
          else expect(isWorkingDay(applied.on) && from <= applied.on && applied.on <= to).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('of a weekday of a month gives that day, or the working day before it', () => {
    fc.assert(
      fc.property(
        anyYear,
        fc.constantFrom(...nths),
        fc.constantFrom(...planWeekdays.slice(0, 5)),
        fc.integer({ min: 1, max: 12 }),
        (year, nth, weekday, month) => {
          const day = on(applyRule({ nth, weekday, month }, around({}, { year })));
          expect(isWorkingDay(day)).toBe(true);
          const inMonth = (date: CivilDate) => date.startsWith(`${year}-${String(month).padStart(2, '0')}`);
          let raw = day;
          while (weekdayAbbreviation(raw, 'fi') !== weekday) raw = addDays(raw, 1);
          for (let passed = addDays(day, 1); passed <= raw; passed = addDays(passed, 1))
            expect(isWorkingDay(passed)).toBe(false);
          expect(inMonth(raw)).toBe(true);
          if (nth === 'last') expect(inMonth(addDays(raw, 7))).toBe(false);
          else expect([1 - nth, -nth].map((weeks) => inMonth(addDays(raw, weeks * 7)))).toEqual([true, false]);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('rules and their words', () => {
  it.each<[DateRule, Record<string, string>, string, string]>([
    [
      { days: -10, from: 'negotiation' },
      { negotiation: '2025-11-13' },
      '2025-11-03',
      '10 päivää ennen neuvottelua (to 13.11.2025)',
    ],
    [
      { days: -11, from: 'negotiation' },
      { negotiation: '2026-08-27' },
      '2026-08-14',
      '11 päivää ennen neuvottelua (to 27.8.2026), siirretty edelliseen arkipäivään',
    ],
    [
      { days: 1, from: 'own' },
      { own: '2026-04-02' },
      '2026-04-07',
      '1 päivä päivän ”own” (to 2.4.2026) jälkeen, siirretty seuraavaan arkipäivään',
    ],
    [
      { days: 0, from: 'meeting' },
      { meeting: '2026-04-04' },
      '2026-04-07',
      'kokous (la 4.4.2026), siirretty seuraavaan arkipäivään',
    ],
    [
      { workingDays: -1, from: 'negotiation' },
      { negotiation: '2026-04-07' },
      '2026-04-02',
      '1 arkipäivä ennen neuvottelua (ti 7.4.2026)',
    ],
    [
      { part: 0.5, from: 'forum', to: 'negotiation' },
      { forum: '2026-01-15', negotiation: '2026-01-20' },
      '2026-01-16',
      '50 % ajasta: yhteistyöfoorumi (to 15.1.2026) – neuvottelu (ti 20.1.2026), siirretty edelliseen arkipäivään',
    ],
    [{ nth: 'last', weekday: 'to', month: 8 }, {}, '2026-08-27', 'elokuun viimeinen torstai 2026'],
    [
      { nth: 1, weekday: 'pe', month: 5 },
      {},
      '2026-04-30',
      'toukokuun ensimmäinen perjantai 2026, siirretty edelliseen arkipäivään',
    ],
    [
      { meetingOf: 'hyte-lautakunta', after: 'commentsDue' },
      { commentsDue: '2026-03-12' },
      '2026-03-19',
      'hyte-lautakunta: ensimmäinen kokous, johon asia ehtii kommentointipäivän (to 12.3.2026) jälkeen (aineisto 7 pv)',
    ],
    [
      { meetingOf: 'aluehallitus', after: 'hyte-lautakunta' },
      { 'hyte-lautakunta': '2026-04-23' },
      '2026-05-11',
      'aluehallitus: ensimmäinen kokous, johon asia ehtii päivän ”hyte-lautakunta” (to 23.4.2026) jälkeen (ote 4 pv, aineisto 7 pv)',
    ],
    [
      { meetingOf: 'hyte-lautakunta', before: 'aluehallitus' },
      { aluehallitus: '2026-05-04' },
      '2026-04-23',
      'hyte-lautakunta: viimeinen kokous, josta asia ehtii eteenpäin ennen päivää ”aluehallitus” (ma 4.5.2026) (ote 4 pv, aineisto 7 pv)',
    ],
    [
      { meetingOf: 'aluevaltuusto', before: 'midsummer' },
      {},
      '2026-06-08',
      'aluevaltuusto: viimeinen kokous ennen juhannusta',
    ],
    [
      { meetingOf: 'aluevaltuusto', before: 'yearEnd' },
      {},
      '2026-12-14',
      'aluevaltuusto: viimeinen kokous ennen vuoden loppua',
    ],
    [
      { materialsOf: 'hyte-lautakunta', from: 'hyteBoard' },
      { hyteBoard: '2026-05-21' },
      '2026-05-13',
      'hyte-lautakunta: aineisto 7 päivää ennen hyte-lautakunnan kokousta (to 21.5.2026), siirretty edelliseen arkipäivään',
    ],
    [
      { extractOf: 'hyte-lautakunta', from: 'hyteBoard' },
      { hyteBoard: '2026-04-27' },
      '2026-05-04',
      'hyte-lautakunta: ote 4 päivää hyte-lautakunnan kokouksen (ma 27.4.2026) jälkeen, siirretty seuraavaan arkipäivään',
    ],
  ])('%j from %j is %s', (rule, dates, day, because) => {
    const applied = apply(rule, dates);
    expect(applied).toMatchObject({ on: day, because: { fi: because } });
  });

  it('the end of a council term never moves', () => {
    const term = councilTerm('2033-2037', 'county');
    const applied = apply({ termEnd: 'county' }, {}, { term });
    // 31 May 2037 is a Sunday.
    expect(weekdayOf(on(applied))).toBe(7);
    expect(applied).toMatchObject({ on: '2037-05-31', because: { sv: 'fullmäktigeperioden 2033–2037 går ut' } });
  });

  it.each<[DateRule, Partial<RuleSurroundings>, object]>([
    [{ days: 1, from: 'x' }, {}, { what: 'date', name: 'x' }],
    [{ part: 0.5, from: 'a', to: 'x' }, {}, { what: 'date', name: 'x' }],
    [{ meetingOf: 'aluehallitus', after: 'x' }, {}, { what: 'date', name: 'x' }],
    [{ meetingOf: 'nobody', after: 'a' }, {}, { what: 'body', id: 'nobody' }],
    [{ extractOf: 'nobody', from: 'a' }, { hasRegister: false }, { what: 'register' }],
    [{ meetingOf: 'aluehallitus', after: 'a' }, {}, { what: 'meeting', year: 2026 }],
    [{ meetingOf: 'aluehallitus', before: 'b' }, {}, { what: 'meeting', year: 2026 }],
    [{ meetingOf: 'hyte-lautakunta', before: 'midsummer' }, { year: 2027 }, { what: 'meeting', year: 2027 }],
    [{ termEnd: 'county' }, {}, { what: 'term' }],
  ])('%j lacks something', (rule, more, lack) => {
    expect(apply(rule, { a: '2026-09-01', b: '2026-01-08' }, more)).toMatchObject({ lack });
  });

  it('takes a body’s meetings only from a year that its calendar covers', () => {
    // The first meeting known after autumn 2025 is one of 2026: whether there was one before, nobody knows.
    expect(apply({ meetingOf: 'aluehallitus', after: 'a' }, { a: '2025-09-01' })).toMatchObject({
      lack: { what: 'meeting' },
    });
    expect(yearOf(on(apply({ meetingOf: 'aluehallitus', after: 'a' }, { a: '2026-01-05' })))).toBe(2026);
  });

  it.each([
    [{ days: 1 }],
    [{ from: 'a' }],
    [{ days: 1, workingDays: 1, from: 'a' }],
    [{}],
    [{ meetingOf: 'b', after: 'a', before: 'c' }],
  ])('%j is no rule', (fields) => {
    expect(ruleOf(fields)).toBeUndefined();
  });
});
