import type { Finding } from '../finding';

/** Where a cell stands: row and column counted from one, and the sheet where the file has several. */
export type Place = NonNullable<Finding['where']>;

/** A table as it lies in a file, its titles somewhere at the top. `sheet` is its name where the file has several. */
export type Table = { sheet?: string; rows: readonly TableRow[] };

/** `line` is the row's number in its sheet or file, from one. Cells are texts without spaces around them; '' is an empty cell. */
export type TableRow = { line: number; cells: readonly string[] };

/** A path into the data that tables become, such as `['contacts', 2, 'email']`. */
export type DataPath = readonly (string | number)[];

/** The place of a cell in a table. @param index of the column, from zero */
export function placeIn({ sheet }: Table, { line }: TableRow, index: number): Place {
  return { ...(sheet === undefined ? {} : { sheet }), line, column: index + 1 };
}

export function isBlank({ cells }: TableRow): boolean {
  return cells.every((cell) => cell === '');
}
