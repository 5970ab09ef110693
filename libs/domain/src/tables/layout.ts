import type { Text } from '../text';

/** How a cell's text and a value of the data become each other: see cell-values.ts. */
export type CellForm = 'text' | 'date' | 'time' | 'number' | 'list' | 'numbers' | 'roles' | 'rule';

export type Column = {
  /** Where its value goes in the item of its row. */
  path: readonly [string, ...string[]];
  /** What stands above it in an exported table; read in every language. */
  titles: Text;
  /** Further titles that are understood. */
  also?: readonly string[];
  form?: CellForm;
  /** A table without this column says nothing. */
  needed?: true;
  /** Words that mean a code of the data, such as `kunta` for `municipality`. */
  words?: Readonly<Record<string, string>>;
};

/** The columns of one kind of table. `titles` are the names of its sheet. */
export type Layout = { name: string; titles: Text; also?: readonly string[]; columns: readonly Column[] };

/** A title as it is compared: case, spaces and punctuation do not count. */
export function plainTitle(title: string): string {
  return title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every title under which a column or a sheet is known, as they are compared. */
export function knownTitles({ titles, also = [], ...named }: Column | Layout): string[] {
  const identifier = 'path' in named ? named.path.join('') : named.name;
  return [identifier, titles.fi, titles.sv, titles.en, ...also].map(plainTitle);
}

/** The layout whose sheet has this name. */
export function layoutOfSheet(layouts: readonly Layout[], sheet: string): Layout | undefined {
  return layouts.find((layout) => knownTitles(layout).includes(plainTitle(sheet)));
}
