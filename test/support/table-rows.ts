import type { Table, WrittenTable } from '@app/domain';

/** Written tables as a reader of workbooks would give them. */
export function asRead(tables: readonly WrittenTable[]): Table[] {
  return tables.map(({ name, rows }) => ({
    sheet: name,
    rows: rows.map((cells, index) => ({ line: index + 1, cells })),
  }));
}
