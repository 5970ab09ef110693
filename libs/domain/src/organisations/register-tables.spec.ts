import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { asRead } from '../../../../test/support/table-rows';
import { recogniseTables } from '../data-tables';
import { languages } from '../text';
import type { Table } from '../tables/table';
import { registerFromTables, registerTables } from './register-tables';
import { registerSchema, type RegisterInput } from './register.schema';

const example = registerSchema.parse(
  parse(readFileSync(join(__dirname, '../../../../data/paijat-hame-organisations.yaml'), 'utf8')),
);

function read(tables: readonly Table[], base?: RegisterInput) {
  const recognised = recogniseTables(tables, 'invalid-register');
  const { data, locate, findings } = registerFromTables(recognised.tables, base);
  return { data: data as RegisterInput | undefined, locate, findings: [...recognised.findings, ...findings] };
}

const only = (sheet: string, tables: readonly Table[]): Table[] => tables.filter((table) => table.sheet === sheet);

describe('a register as tables', () => {
  it.each(languages)('the example area is read back the same from its tables in %s', (language) => {
    const { data, findings } = read(asRead(registerTables(example, language)));
    expect(findings).toEqual([]);
    expect(data).toEqual(example);
  });

  it('so is any other register', () => {
    fc.assert(
      fc.property(register(), fc.constantFrom(...languages), (invented, language) => {
        const { data, findings } = read(asRead(registerTables(invented, language)));
        expect(findings).toEqual([]);
        expect(data).toEqual(invented);
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ['Contacts', 'contacts'],
    ['Organisations', 'organisations'],
    ['Bodies', 'bodies'],
    ['Interfaces', 'interfaces'],
  ] as const)('the table %s alone replaces that part only', (sheet, part) => {
    const base = { ...example, interfaces: [{ id: 'a', name: { fi: 'A', sv: 'A' }, years: [2026] }] };
    const changed = { ...base, [part]: base[part].slice(0, 1) };
    const { data, findings } = read(only(sheet, asRead(registerTables(changed, 'en'))), base);
    expect(findings).toEqual([]);
    expect(data).toEqual(changed);
  });

  it('meetings alone replace the meetings of the bodies, and one of an unknown body is found', () => {
    const rows = [
      ['Toimielin', 'Pvm'],
      ['hyte-lautakunta', '21.1.2027'],
      ['hyte-lautkunta', '18.2.2027'],
    ];
    const { data, findings } = read([{ rows: rows.map((cells, index) => ({ line: index + 1, cells })) }], example);
    expect(data?.bodies[0]).toEqual({ ...example.bodies[0], meetings: ['2027-01-21'] });
    expect(data?.bodies[1]?.meetings).toEqual([]);
    expect(findings).toMatchObject([{ code: 'unknown-body', entry: 'hyte-lautkunta', where: { line: 3, column: 1 } }]);
  });

  it('a part alone says what else is needed', () => {
    const { data, findings } = read(only('Contacts', asRead(registerTables(example, 'en'))));
    expect(data).toBeUndefined();
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message.en).toContain('--county 09');
  });

  it('values are found in their cells', () => {
    const { locate } = read(asRead(registerTables(example, 'en')));
    expect(locate(['contacts', 0, 'email'])).toEqual({ sheet: 'Contacts', line: 2, column: 3 });
    expect(locate(['contacts', 2, 'roles', 0])).toEqual({ sheet: 'Contacts', line: 4, column: 6 });
    expect(locate(['contacts', 1, 'validTo'])).toEqual({ sheet: 'Contacts', line: 3, column: 9 });
    expect(locate(['contacts', 1])).toEqual({ sheet: 'Contacts', line: 3, column: 1 });
    expect(locate(['organisations', 3, 'name', 'sv'])).toEqual({ sheet: 'Organisations', line: 5, column: 5 });
    expect(locate(['organisations', 3, 'name'])).toEqual({ sheet: 'Organisations', line: 5, column: 4 });
    expect(locate(['county', 'closes'])).toMatchObject({ sheet: 'County', line: 2 });
    expect(locate(['bodies', 0, 'meetings', 2])).toEqual({ sheet: 'Meetings', line: 4, column: 2 });
    const before = example.bodies[0]?.meetings.length ?? 0;
    expect(locate(['bodies', 1, 'meetings', 0])).toEqual({ sheet: 'Meetings', line: before + 2, column: 2 });
    expect(locate(['contacts'])).toEqual({ sheet: 'Contacts', line: 1, column: 1 });
  });

  it('codes that a spreadsheet took for numbers get their zeros back', () => {
    const tables = asRead(registerTables(example, 'fi')).map((table) => ({
      ...table,
      rows: table.rows.map(({ line, cells }) => ({
        line,
        cells: cells.map((cell) => cell.replace(/^0+(?=\d+$)/, '')),
      })),
    }));
    expect(tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells))).not.toContain('016');
    expect(read(tables).data).toEqual(example);
  });

  it('a number that two codes could mean stays what it is', () => {
    const county = { code: '09', name: { fi: 'A', sv: 'A' }, closes: '16:15', registry: 'k@a.test' };
    const base = { county, bodies: [], contacts: [], organisations: [] };
    const municipality = {
      id: '009',
      kind: 'municipality' as const,
      name: { fi: 'B', sv: 'B' },
      languages: ['fi' as const],
    };
    const rows = [
      ['Nimi', 'Sähköposti', 'Organisaatio', 'Kieli', 'Roolit'],
      ['A', 'a@b.test', '9', 'fi', ''],
    ];
    const table = { rows: rows.map((cells, index) => ({ line: index + 1, cells })) };
    expect(read([table], { ...base, organisations: [municipality] }).data?.contacts[0]?.of).toBe('9');
    expect(read([table], base).data?.contacts[0]?.of).toBe('09');
  });
});

const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
// Cells have no spaces around their text, and a workbook cannot hold control characters.
const words = fc
  .oneof(
    fc.string({ minLength: 1, maxLength: 12 }),
    fc.constantFrom('=1+1', "'=x", '@a', '-b', 'a;b', 'c, d', '"e"', 'Ä ö'),
  )
  .map((text) => text.replace(/[^\P{C}]/gu, '').trim())
  .filter((text) => text !== '');
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const language = fc.constantFrom(...languages);
const optional = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<Partial<T>> =>
  fc.record(fields, { requiredKeys: [] }) as fc.Arbitrary<Partial<T>>;
const validity = optional({ validFrom: day, validTo: day });
const name = fc.tuple(fc.record({ fi: words, sv: words }), optional({ en: words })).map(([a, b]) => ({ ...a, ...b }));
const cases = fc.record({ genitive: words, inessive: words, ablative: words });
const all = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((each) => Object.assign({}, ...each) as object);

function register(): fc.Arbitrary<RegisterInput> {
  const organisation = all(
    fc.record({
      id,
      kind: fc.constantFrom('municipality', 'ngo', 'sector'),
      name,
      languages: fc.array(language, { minLength: 1 }),
    }),
    optional({
      form: fc.constantFrom('kunta', 'kaupunki'),
      cases,
      registry: words,
      closes: fc.constant('16:15'),
      answers: id,
      of: id,
    }),
    validity,
  );
  const body = all(
    fc.record({
      id,
      of: id,
      name,
      materialsDaysBefore: fc.nat(365),
      extractDaysAfter: fc.nat(365),
      meetings: fc.array(day),
    }),
    optional({ presenter: id }),
    validity,
  );
  const role = fc.oneof(
    id,
    all(
      fc.record({ role: id }),
      fc.oneof(fc.record({ validFrom: day }), fc.record({ validTo: day }), fc.record({ validFrom: day, validTo: day })),
    ),
  );
  const contact = all(
    fc.record({ name: words, email: words, of: id, language, roles: fc.array(role) }),
    optional({ id, interfaces: fc.array(id, { minLength: 1 }) }),
    validity,
  );
  const change = fc.oneof(
    fc.record({ on: day, kind: fc.constant('merger'), from: fc.array(id, { minLength: 1 }), into: id }),
    fc.record({ on: day, kind: fc.constant('transfer'), organisation: id, to: fc.constantFrom('09', '10') }),
  );
  return all(
    fc.record({
      county: all(
        fc.record({ code: fc.constant('09'), name, closes: fc.constant('08:00') }),
        optional({ cases, registry: words, languages: fc.array(language, { minLength: 1 }) }),
      ),
      bodies: fc.uniqueArray(body, { selector: (item) => (item as { id: string }).id, maxLength: 5 }),
      organisations: fc.array(organisation, { maxLength: 6 }),
      contacts: fc.array(contact, { maxLength: 6 }),
    }),
    optional({
      interfaces: fc.array(
        fc.record({ id, name, years: fc.array(fc.integer({ min: 2000, max: 2199 }), { minLength: 1 }) }),
        { minLength: 1, maxLength: 3 },
      ),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  ) as fc.Arbitrary<RegisterInput>;
}
