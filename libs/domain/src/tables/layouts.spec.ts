import { registerLayouts } from '../organisations/register-layouts';
import { planLayout, yearClockLayout } from '../plan/plan-layouts';
import { knownTitles, layoutOfSheet } from './layout';

const layouts = [...Object.values(registerLayouts), planLayout, yearClockLayout];

it.each(layouts)('no two columns of $name have a title in common', ({ columns }) => {
  const titles = columns.flatMap((column) => [...new Set(knownTitles(column))]);
  expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  expect(titles).not.toContain('');
});

it('no two sheets have a name in common', () => {
  const names = layouts.flatMap((layout) => [...new Set(knownTitles(layout))]);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it.each([
  ['Yhteyshenkilöt', 'contacts'],
  ['  KONTAKTPERSONER ', 'contacts'],
  ['contacts', 'contacts'],
  ['yhteys henkilöt', 'contacts'],
  ['Vuosikello', 'yearclock'],
  ['Taul1', undefined],
])('the sheet %j is %s', (sheet, name) => {
  expect(layoutOfSheet(layouts, sheet)?.name).toBe(name);
});
