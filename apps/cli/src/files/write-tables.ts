import type { WrittenTable } from '@app/domain';
import { stringify } from 'csv-stringify/sync';
import writeWorkbook from 'write-excel-file/node';
import { inertCell } from './csv-cells';

const widestColumn = 60;
const spareWidth = 3;

/** A table as CSV that Excel opens as it is in Finland: UTF-8 with a byte order mark, semicolons; nothing in it runs as a formula. */
export function csvOf({ rows }: WrittenTable): string {
  const cells = rows.map((row) => row.map(inertCell));
  return stringify(cells, { delimiter: ';', bom: true, record_delimiter: 'windows' });
}

/** A workbook with one sheet a table; every cell is text, so that codes keep their zeros and nothing runs as a formula. */
export function workbookOf(tables: readonly WrittenTable[]): Promise<Buffer> {
  const sheets = tables.map(({ name, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widthsOf(rows).map((width) => ({ width })),
    data: rows.map((row, index) =>
      row.map((value) =>
        value === '' ? null : { value, type: String, format: '@', ...(index === 0 && { fontWeight: 'bold' as const }) },
      ),
    ),
  }));
  return writeWorkbook(sheets).toBuffer();
}

function widthsOf(rows: readonly string[][]): number[] {
  const [titles = []] = rows;
  return titles.map((_, index) => {
    const longest = Math.max(...rows.map((row) => row[index]?.length ?? 0));
    return Math.min(longest, widestColumn) + spareWidth;
  });
}
