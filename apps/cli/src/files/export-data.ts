import { join } from 'node:path';
import type { WrittenTable } from '@app/domain';
import { stringify } from 'yaml';
import { wrongUsage } from '../output/cli-error';
import { note, printText } from '../output/print';
import { makeFolder, writeWhole } from './write-file';
import { csvOf, workbookOf } from './write-tables';

export const exportFormats = ['yaml', 'json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The same data as a document and as tables. */
export type Exported = { data: unknown; tables: readonly WrittenTable[] };

/** `out`: file, or for CSV without `table` the folder; without it the export goes to stdout. */
export type ExportTo = { format: ExportFormat; out?: string; table?: string };

/** Writes data where it is wanted. @throws CliError (wrong usage) when it cannot go there in that form. */
export async function exportData({ data, tables }: Exported, { format, out, table }: ExportTo): Promise<void> {
  if (table !== undefined && format !== 'csv') throw wrongUsage('--table is for --format csv.');
  if (format === 'csv') exportCsv(tables, out, table);
  else if (format === 'xlsx') await exportWorkbook(tables, out);
  else put(format === 'json' ? `${JSON.stringify(data, null, 2)}\n` : yamlOf(data), out);
}

async function exportWorkbook(tables: readonly WrittenTable[], out: string | undefined): Promise<void> {
  if (out === undefined) throw wrongUsage('A workbook does not go to the screen.', 'Give --out FILE.xlsx.');
  put(await workbookOf(tables), out);
}

/** YAML 1.2, as it is read: codes in quotation marks, dates without, one line a sentence. */
function yamlOf(data: unknown): string {
  return stringify(data, { version: '1.2', schema: 'core', lineWidth: 0, aliasDuplicateObjects: false });
}

function exportCsv(tables: readonly WrittenTable[], out: string | undefined, wanted: string | undefined): void {
  if (wanted === undefined) {
    if (out === undefined)
      throw wrongUsage(
        `These are ${tables.length} tables.`,
        `Give --out FOLDER, or one of them: ${tableOptions(tables)}.`,
      );
    makeFolder(out);
    for (const table of tables) put(csvOf(table), join(out, `${table.layout}.csv`));
    return;
  }
  const table = tables.find(({ layout }) => layout === wanted);
  if (table === undefined) throw wrongUsage(`There is no table ${wanted}.`, `Give one of: ${tableOptions(tables)}.`);
  put(csvOf(table), out);
}

function tableOptions(tables: readonly WrittenTable[]): string {
  return tables.map(({ layout }) => `--table ${layout}`).join(', ');
}

function put(content: string | Buffer, out: string | undefined): void {
  if (out === undefined) {
    printText(String(content));
    return;
  }
  writeWhole(out, content);
  note(`Wrote ${out}`);
}
