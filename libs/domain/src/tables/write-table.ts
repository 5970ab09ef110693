import type { Language } from '../text';
import { cellText } from './cell-values';
import type { Column, Layout } from './layout';

/** A table to be written: its name in the language asked for, its titles and its rows. */
export type WrittenTable = { layout: string; name: string; rows: string[][] };

/** Items of the data as a table with every column of the layout, so that people see what could be filled in. */
export function writeTable(layout: Layout, items: readonly object[], language: Language): WrittenTable {
  return {
    layout: layout.name,
    name: layout.titles[language],
    rows: [
      layout.columns.map(({ titles }) => titles[language]),
      ...items.map((item) => layout.columns.map((column) => cellText(valueAt(item, column), column))),
    ],
  };
}

function valueAt(item: object, { path }: Column): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined),
    item,
  );
}
