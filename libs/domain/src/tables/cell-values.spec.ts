import { cellText, cellValue } from './cell-values';
import { words } from './shared-columns';
import type { CellForm, Column } from './layout';

const column = (form: CellForm, more: Partial<Column> = {}): Column => ({
  path: ['x'],
  titles: { fi: 'x', sv: 'x', en: 'x' },
  form,
  ...more,
});

it.each<[CellForm, string, unknown]>([
  ['date', '2026-08-17', '2026-08-17'],
  ['date', '17.8.2026', '2026-08-17'],
  ['date', '7. 8. 2026', '2026-08-07'],
  ['date', '2026-8-7', '2026-08-07'],
  ['date', '46251', '2026-08-17'],
  // What is no day stays as it is written, for the check to quote.
  ['date', '30.2.2026', '2026-02-30'],
  ['date', '17/8/2026', '17/8/2026'],
  ['date', 'elokuussa', 'elokuussa'],
  ['time', '8.30', '08:30'],
  ['time', '08:30:00', '08:30'],
  ['time', 'klo 16.15', '16:15'],
  ['time', '0.677083333333333', '16:15'],
  ['time', '0,3541666667', '08:30'],
  ['time', 'aamulla', 'aamulla'],
  ['number', '7', 7],
  ['number', '7,5', '7,5'],
  ['numbers', '2025; 2026', [2025, 2026]],
  ['list', 'fi, sv', ['fi', 'sv']],
  [
    'roles',
    'manager; chair [2026-01-01..2026-12-31]',
    ['manager', { role: 'chair', validFrom: '2026-01-01', validTo: '2026-12-31' }],
  ],
  [
    'roles',
    'chair [..31.12.2026], manager [1.1.2026..]',
    [
      { role: 'chair', validTo: '2026-12-31' },
      { role: 'manager', validFrom: '2026-01-01' },
    ],
  ],
  ['rule', 'days -14; from negotiation', { days: -14, from: 'negotiation' }],
  ['rule', 'part 0.5; from a; to b', { part: 0.5, from: 'a', to: 'b' }],
])('%s %j', (form, cell, value) => {
  expect(cellValue(cell, column(form))).toEqual(value);
});

it.each<[CellForm, unknown, string]>([
  ['text', undefined, ''],
  ['number', 0, '0'],
  ['numbers', [2025, 2026], '2025; 2026'],
  ['roles', ['a', { role: 'b', validFrom: '2026-01-01' }, { role: 'c' }], 'a; b [2026-01-01..]; c'],
  ['rule', { days: -14, from: 'negotiation' }, 'days -14; from negotiation'],
])('%s of %j', (form, value, cell) => {
  expect(cellText(value, column(form))).toBe(cell);
});

it('words mean codes, whatever their case and the spaces around them', () => {
  const kind = column('text', { words: words({ 'regional-council': ['Maakunnan liitto'] }) });
  expect(cellValue('maakunnan  LIITTO', kind)).toBe('regional-council');
  expect(cellValue('Regional-Council', kind)).toBe('regional-council');
  expect(cellValue('jokin muu', kind)).toBe('jokin muu');
});
