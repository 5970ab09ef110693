import fc from 'fast-check';
import { cellItems, listCell } from './list-cells';

it.each([
  ['a; b', ['a', 'b']],
  ['a,b , c', ['a', 'b', 'c']],
  ['a\nb', ['a', 'b']],
  [' a ;; b ; ', ['a', 'b']],
  ['"Hyte, ja muut"; b', ['Hyte, ja muut', 'b']],
  ['"sanoi ""ei"""', ['sanoi "ei"']],
  ['5" putki; b', ['5" putki', 'b']],
  ['', []],
])('%j is %j', (cell, items) => {
  expect(cellItems(cell)).toEqual(items);
});

it('whatever the items, the list is read back from its cell', () => {
  const item = fc
    .oneof(fc.string(), fc.constantFrom('a,b', '"', ';', 'x "y" z', ' a', '\n'))
    .filter((text) => text.trim() !== '');
  fc.assert(fc.property(fc.array(item), (items) => expect(cellItems(listCell(items))).toEqual(items)));
});
