import type { Finding } from '../finding';
import { knownTitles, plainTitle, type Column, type Layout } from './layout';
import { isBlank, placeIn, type Place, type Table, type TableRow } from './table';
import { columnTwice, missingColumns, unknownColumn, untitledColumn } from './table-findings';

/** The titles of a table: which column of the layout stands where, and the rows below. */
export type Header = {
  /** By the index of the column in the table. */
  columns: ReadonlyMap<number, Column>;
  rows: TableRow[];
  findings: Finding[];
  /** False when a needed column is missing: what its rows lack would then be said once a row. */
  isComplete: boolean;
};

// A name of the table, a date of printing and the like may stand above the titles.
const linesOfHeading = 10;

/**
 * How well the titles of a table fit a layout: titles it knows, less the needed ones that are missing; 0 where nothing fits.
 */
export function fitOf(table: Table, layout: Layout): number {
  const row = titleRow(table, layout);
  if (row === undefined) return 0;
  const known = columnsIn(row, layout);
  const missing = layout.columns.filter((column) => column.needed && !known.includes(column));
  return Math.max(0, known.filter((column) => column !== undefined).length - missing.length);
}

/** Reads the titles of a table; all that is wrong with them at once. */
export function headerOf(table: Table, layout: Layout, code: string): Header {
  const heading = titleRow(table, layout) ?? table.rows.find((row) => !isBlank(row));
  if (heading === undefined) return { columns: new Map(), rows: [], findings: [], isComplete: true };
  const rows = table.rows.slice(table.rows.indexOf(heading) + 1).filter((row) => !isBlank(row));
  const columns = new Map<number, Column>();
  const findings: Finding[] = [];
  columnsIn(heading, layout).forEach((column, index) => {
    const title = heading.cells[index] ?? '';
    const where = placeIn(table, heading, index);
    if (column === undefined && title !== '') findings.push(unknownColumn(code, title, layout, where));
    else if (column !== undefined && [...columns.values()].includes(column))
      findings.push(columnTwice(code, column, where));
    else if (column !== undefined) columns.set(index, column);
  });
  const missing = layout.columns.filter((column) => column.needed && ![...columns.values()].includes(column));
  if (missing.length > 0) findings.push(missingColumns(code, missing, layout, placeIn(table, heading, 0)));
  findings.push(...untitled(heading, rows).map((index) => untitledColumn(code, placeIn(table, heading, index))));
  return { columns, rows, findings, isComplete: missing.length === 0 };
}

/** The place of the first cell that says anything. */
export function topOf(table: Table): Place {
  const row = table.rows.find((candidate) => !isBlank(candidate)) ?? { line: 1, cells: [] };
  return placeIn(
    table,
    row,
    Math.max(
      0,
      row.cells.findIndex((cell) => cell !== ''),
    ),
  );
}

/** Of the first rows the one with the most titles of the layout. */
function titleRow({ rows }: Table, layout: Layout): TableRow | undefined {
  let best: TableRow | undefined;
  let most = 0;
  for (const row of rows.filter((candidate) => !isBlank(candidate)).slice(0, linesOfHeading)) {
    const count = columnsIn(row, layout).filter((column) => column !== undefined).length;
    if (count > most) [best, most] = [row, count];
  }
  return best;
}

function columnsIn({ cells }: TableRow, { columns }: Layout): (Column | undefined)[] {
  const byTitle = new Map(columns.flatMap((column) => knownTitles(column).map((title) => [title, column] as const)));
  return cells.map((cell) => byTitle.get(plainTitle(cell)));
}

/** Columns without a title in which something stands. */
function untitled(heading: TableRow, rows: readonly TableRow[]): number[] {
  const filled = new Set<number>();
  for (const { cells } of rows) cells.forEach((cell, index) => cell !== '' && filled.add(index));
  return [...filled].filter((index) => (heading.cells[index] ?? '') === '').sort((one, other) => one - other);
}
