import { recogniseTables } from '../data-tables';
import { registerFromTables } from '../organisations/register-tables';
import type { Table } from './table';

const table = (rows: string[][], sheet?: string): Table => ({
  ...(sheet !== undefined && { sheet }),
  rows: rows.map((cells, index) => ({ line: index + 1, cells })),
});
const contacts = ['Nimi', 'Sähköposti', 'Organisaatio', 'Kieli', 'Roolit'];
const base = {
  county: { code: '09', name: { fi: 'A', sv: 'B' }, registry: 'k@a.test', closes: '16:15' },
  bodies: [],
  organisations: [],
  contacts: [],
};

function read(tables: Table[]) {
  const recognised = recogniseTables(tables, 'invalid-register');
  const data = registerFromTables(recognised.tables, base);
  return {
    kind: recognised.kind,
    data: data.data as typeof base | undefined,
    findings: [...recognised.findings, ...data.findings],
  };
}

it.each([
  ['Finnish', contacts],
  ['Swedish', ['Namn', 'E-post', 'Organisation', 'Språk', 'Roller']],
  ['English', ['Name', 'E-mail', 'Organisation', 'Language', 'Roles']],
  ['the names of the fields', ['name', 'email', 'of', 'language', 'roles']],
  ['careless', ['  NIMI ', 'sähkö posti', 'Organisaatio*', 'kieli:', 'rooli']],
])('titles in %s are those of contacts', (_, titles) => {
  const { kind, data, findings } = read([table([titles, ['Aino', 'a@b.test', '09', 'suomi', 'manager']])]);
  expect({ kind, findings }).toEqual({ kind: 'register', findings: [] });
  expect(data?.contacts).toEqual([{ name: 'Aino', email: 'a@b.test', of: '09', language: 'fi', roles: ['manager'] }]);
});

it('a heading above the titles, empty rows and an unnamed sheet do not matter', () => {
  const rows = [
    ['Yhteyshenkilöt 2026'],
    ['', ''],
    contacts,
    ['Aino', 'a@b.test', '09', 'fi', ''],
    ['', '', ''],
    ['Eero', 'e@b.test', '09', 'sv', 'a, b'],
  ];
  const { data, findings } = read([table(rows, 'Taul1'), table([['']], 'Taul2')]);
  expect(findings).toEqual([]);
  expect(data?.contacts).toMatchObject([
    { name: 'Aino', roles: [] },
    { name: 'Eero', roles: ['a', 'b'] },
  ]);
});

it('every wrong title is found at once, where it stands', () => {
  const titles = ['Nimi', 'Sähköpsti', 'Organisaatio', 'Kieli', 'Roolit', 'Puhelin', 'nimi', ''];
  const { data, findings } = read([
    table([titles, ['Aino', 'a@b.test', '09', 'fi', '', '040', '', 'x']], 'Yhteyshenkilöt'),
  ]);
  expect(data).toBeUndefined();
  expect(findings.map(({ where, message }) => [where, message.fi.split('.')[0]])).toEqual([
    [{ sheet: 'Yhteyshenkilöt', line: 1, column: 2 }, 'Saraketta ”Sähköpsti” ei tunneta'],
    [{ sheet: 'Yhteyshenkilöt', line: 1, column: 6 }, 'Saraketta ”Puhelin” ei tunneta'],
    [{ sheet: 'Yhteyshenkilöt', line: 1, column: 7 }, 'Sarake Nimi on taulukossa kahdesti'],
    [{ sheet: 'Yhteyshenkilöt', line: 1, column: 1 }, 'Taulukosta Yhteyshenkilöt puuttuu sarake: Sähköposti'],
    [{ sheet: 'Yhteyshenkilöt', line: 1, column: 8 }, 'Sarakkeessa 8 on arvoja mutta ei otsikkoa'],
  ]);
  expect(findings[0]?.message.en).toContain('Name, E-mail, Organisation');
});

it('a sheet that is none of ours is passed over with a warning; of two alike one has to go', () => {
  const rows = [contacts, ['Aino', 'a@b.test', '09', 'fi', '']];
  const { data, findings } = read([
    table(rows, 'Yhteyshenkilöt'),
    table([['Lue tämä ensin']], 'Ohje'),
    table(rows, 'Contacts'),
  ]);
  expect(data?.contacts).toHaveLength(1);
  expect(findings.map(({ severity, where }) => [severity, where?.sheet])).toEqual([
    ['warning', 'Ohje'],
    ['error', 'Contacts'],
  ]);
});

it('a table with titles that nothing has says which tables there are', () => {
  const { kind, findings } = recogniseTables(
    [
      table([
        ['Auto', 'Väri'],
        ['Saab', 'sininen'],
      ]),
    ],
    'invalid-register',
  );
  expect(kind).toBeUndefined();
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ severity: 'error', where: { line: 1, column: 1 } });
  expect(findings[0]?.message.fi).toContain('Yhteyshenkilöt (Nimi, Sähköposti, Organisaatio, Kieli, Roolit)');
});
