import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { asRead } from '../../../../test/support/table-rows';
import { recogniseTables } from '../data-tables';
import { bases } from '../duties/basis';
import { planWeekdays } from '../calendar/weekday';
import { languages } from '../text';
import type { Table } from '../tables/table';
import { planSchema, type PlanInput } from './plan.schema';
import { planFromTables, planTables, type PlanHead } from './plan-tables';

const exampleOf = (year: number): PlanInput =>
  planSchema.parse(parse(readFileSync(join(__dirname, `../../../../data/paijat-hame-${year}.yaml`), 'utf8')));

function read(tables: readonly Table[], head: PlanHead = {}) {
  const recognised = recogniseTables(tables, 'invalid-plan');
  const { data, locate, findings } = planFromTables(recognised.tables, head);
  return {
    kind: recognised.kind,
    data: data as PlanInput | undefined,
    locate,
    findings: [...recognised.findings, ...findings],
  };
}

const csv = (...rows: string[][]): Table => ({ rows: rows.map((cells, index) => ({ line: index + 1, cells })) });
const titles = ['Merkintä', 'Työnkulku', 'Otsikko', 'Päivän nimi', 'Päivä', 'Viikonpäivä', 'Klo', 'Peruste'];
const head = { county: '09', year: 2026, title: 'Koe' };

describe('a plan as tables', () => {
  it.each([2025, 2026])('the example of %i is read back the same', (year) => {
    for (const language of languages) {
      const { data, findings } = read(asRead(planTables(exampleOf(year), language)));
      expect(findings).toEqual([]);
      expect(data).toEqual(exampleOf(year));
    }
  });

  it('so is any other plan', () => {
    fc.assert(
      fc.property(plan(), fc.constantFrom(...languages), (invented, language) => {
        const { data, findings } = read(asRead(planTables(invented, language)));
        expect(findings).toEqual([]);
        expect(data).toEqual(invented);
      }),
      { numRuns: 60 },
    );
  });

  it('one table needs to be told county and year; the title follows', () => {
    const table = csv(titles, ['a', 'event', '', 'event', '17.8.2026', 'Maanantai', '8.30', 'sovittu']);
    expect(read([table]).findings).toMatchObject([{ code: 'invalid-plan', where: { line: 1, column: 1 } }]);
    expect(read([table]).findings[0]?.message.en).toContain('--county 09 --year 2026');
    expect(read([table], { county: '09' }).findings[0]?.message.en).not.toContain('--county 09');
    expect(read([table], { county: '09', year: 2026 })).toMatchObject({
      kind: 'plan',
      findings: [],
      data: {
        county: '09',
        year: 2026,
        title: 'Vuosikello 2026',
        entries: [
          {
            id: 'a',
            workflow: 'event',
            dates: { event: { on: '2026-08-17', weekday: 'ma', at: '08:30', basis: 'agreed' } },
          },
        ],
      },
    });
  });

  it('rows of one entry belong together: merged cells, sorted by day, or with the entry on each', () => {
    const table = csv(
      titles,
      ['a', 'event', 'Tapahtuma', 'first', '2026-08-17', '', '', 'agreed'],
      ['', '', '', 'second', '2026-08-18', '', '', 'agreed'],
      ['b', 'event', '', 'event', '2026-08-19', '', '', 'agreed'],
      ['a', 'event', '', 'third', '2026-08-20', '', '', 'agreed'],
    );
    const { data, locate, findings } = read([table], head);
    expect(findings).toEqual([]);
    expect(data?.entries.map(({ id, title, dates }) => [id, title, Object.keys(dates)])).toEqual([
      ['a', 'Tapahtuma', ['first', 'second', 'third']],
      ['b', undefined, ['event']],
    ]);
    expect(locate(['entries', 0, 'dates', 'third', 'on'])).toEqual({ line: 5, column: 5 });
    expect(locate(['entries', 1, 'workflow'])).toEqual({ line: 4, column: 2 });
    expect(locate(['entries', 0, 'dates', 'second'])).toEqual({ line: 3, column: 4 });
  });

  it('what rows of one entry contradict is found, all of it', () => {
    const table = csv(
      titles,
      ['a', 'event', 'Tapahtuma', 'first', '2026-08-17', '', '', 'agreed'],
      ['a', 'information-request', 'Muu', 'first', '2026-08-18', '', '', 'agreed'],
      ['a', '', '', '', '2026-08-18', '', '', 'agreed'],
    );
    const { findings } = read([table], head);
    expect(findings.map(({ entry, where }) => [entry, where?.line, where?.column])).toEqual([
      ['a', 3, 2],
      ['a', 3, 3],
      ['a', 3, 4],
      ['a', 4, 4],
    ]);
  });

  it('a date named __proto__ is data like any other', () => {
    const { data } = read([csv(titles, ['a', 'event', '', '__proto__', '2026-08-17', '', '', 'agreed'])], head);
    expect(Object.keys(data?.entries[0]?.dates ?? {})).toEqual(['__proto__']);
  });
});

const id = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,8}$/);
const words = fc
  .oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('a;b', 'c, d', '"e"', '=x', 'Ä ö'))
  .map((text) => text.replace(/[^\P{C}]/gu, '').trim())
  .filter((text) => text !== '');
const time = fc.constantFrom('08:30', '16:15');
const rule = fc.constantFrom(
  { days: -14, from: 'negotiation' },
  { part: 0.5, from: 'a', to: 'b' },
  { nth: 'last' as const, weekday: 'to' as const, month: 8 },
  { meetingOf: 'hyte-lautakunta', after: 'resultSent' },
);
const date = fc
  .tuple(
    fc.oneof(fc.record({ on: fc.constantFrom('2026-08-17', '2026-02-30', 'joskus') }), fc.record({ rule })),
    fc.record({ basis: fc.constantFrom(...bases) }),
    fc.record(
      { weekday: fc.constantFrom(...planWeekdays), at: time, until: time, place: words, body: words },
      { requiredKeys: [] },
    ),
  )
  .map(([when, basis, more]) => ({ ...when, ...basis, ...more }));

function plan(): fc.Arbitrary<PlanInput> {
  const entry = fc
    .tuple(
      fc.record({
        id,
        workflow: id,
        dates: fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z]{0,6}$/), date, { maxKeys: 4, noNullPrototype: true }),
      }),
      fc.record({ about: words, title: words, topics: fc.array(words, { minLength: 1 }) }, { requiredKeys: [] }),
    )
    .map(([needed, more]) => ({ ...needed, ...more }));
  return fc.record({
    county: fc.constantFrom('01', '09', '21'),
    year: fc.integer({ min: 2000, max: 2199 }),
    title: words,
    entries: fc.uniqueArray(entry, { selector: (item) => item.id, maxLength: 5 }),
  });
}
