import type { Finding } from '../finding';
import { cellValue } from './cell-values';
import { headerOf } from './header';
import type { Column, Layout } from './layout';
import { placeIn, type DataPath, type Place, type Table, type TableRow } from './table';

/** A row as an item of the data, and the place of each of its values; of a value that is not there its (empty) cell or the row. */
export type ReadRow = { item: Record<string, unknown>; placeOf: (path: DataPath) => Place };

/** `isComplete` is false when a needed column is missing: then there are no rows. */
export type ReadTable = { rows: ReadRow[]; findings: Finding[]; isComplete: boolean };

/** Reads a table by a layout. Empty cells leave their fields out, empty rows do not count. @param code of findings */
export function readTable(table: Table, layout: Layout, code: string): ReadTable {
  const { columns, rows, findings, isComplete } = headerOf(table, layout, code);
  if (!isComplete) return { rows: [], findings, isComplete };
  return { rows: rows.map((row) => readRow(table, row, columns)), findings, isComplete };
}

function readRow(table: Table, row: TableRow, columns: ReadonlyMap<number, Column>): ReadRow {
  const item: Record<string, unknown> = {};
  for (const [index, column] of columns) {
    const cell = row.cells[index] ?? '';
    // A person without any role yet is a list without items, not a missing list.
    if (cell !== '' || column.form === 'roles') put(item, column.path, cellValue(cell, column));
  }
  const placeOf = (path: DataPath): Place => placeIn(table, row, columnAt(columns, path) ?? 0);
  return { item, placeOf };
}

function put(item: Record<string, unknown>, [key, inner]: Column['path'], value: unknown): void {
  if (inner === undefined) item[key] = value;
  else item[key] = { ...(item[key] as object | undefined), [inner]: value };
}

/** The column that holds the value at the path, or the list in which it is; of an object the first of its columns. */
function columnAt(columns: ReadonlyMap<number, Column>, path: DataPath): number | undefined {
  if (path.length === 0) return undefined;
  for (const [index, column] of columns) {
    const shared = Math.min(column.path.length, path.length);
    if (column.path.slice(0, shared).every((key, at) => key === path[at])) return index;
  }
  return undefined;
}
