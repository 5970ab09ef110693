import type { Finding } from '@app/domain';
import { findingLines } from './finding-lines';

const finding = (more: Partial<Finding> = {}): Finding => ({
  code: 'invalid-date',
  severity: 'error',
  entry: 'a',
  date: '2026-02-30',
  message: { fi: 'Ei ole.', sv: 'Finns inte.', en: 'Is not.' },
  ...more,
});

it.each<[string, Partial<Finding>, string | undefined, string]>([
  [
    'with its place',
    { where: { line: 12, column: 9 } },
    'p.yaml',
    'p.yaml:12:9: error invalid-date (a, 2026-02-30): Is not.',
  ],
  ['without a place', {}, 'p.yaml', 'p.yaml: error invalid-date (a, 2026-02-30): Is not.'],
  ['without a file', { severity: 'warning', date: null }, undefined, 'warning invalid-date (a): Is not.'],
  ['about the whole file', { entry: null, date: null }, 'p.yaml', 'p.yaml: error invalid-date: Is not.'],
  [
    'in a workbook',
    { where: { sheet: 'Kokoukset', line: 4, column: 28 } },
    'r.xlsx',
    'r.xlsx:Kokoukset!AB4: error invalid-date (a, 2026-02-30): Is not.',
  ],
])('a finding %s', (_, more, file, line) => {
  expect(findingLines([finding(more)], 'en', file)).toEqual([line]);
});

it.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [703, 'AAA'],
])('column %i is %s', (column, letters) => {
  const [line] = findingLines([finding({ where: { sheet: 'S', line: 1, column } })], 'fi', 'r.xlsx');
  expect(line).toContain(`r.xlsx:S!${letters}1:`);
});
