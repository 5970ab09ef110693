import type { Finding, Table } from '@app/domain';
import { looksLikeTable } from '@app/domain';
import { decodeText } from './decode-text';
import { asFinding, type FileFinding } from './file-finding';
import { delimiterOf, headOf, readCsv } from './read-csv';
import { readBytes } from './read-bytes';
import { readJson } from './read-json';
import { readXlsx } from './read-xlsx';
import { readYaml } from './read-yaml';
import { workbookMessages } from './workbook-messages';
import type { Locate } from './yaml-places';

/** What a file holds: a document with its places, or tables, or the findings that say why it cannot be read. */
export type FileContent =
  | { form: 'document'; data: unknown; locate: Locate; noted: Finding[] }
  | { form: 'tables'; tables: readonly Table[] }
  | { form: 'unreadable'; findings: Finding[] };

const zipMark = Buffer.from('PK');
const compoundMark = Buffer.from('d0cf11e0', 'hex');

/**
 * Reads YAML, JSON, CSV or XLSX. Which of them it is, its content says: first bytes of a workbook, titles of a table that we know,
 * the ending `.csv` for a table with other titles, brackets around JSON; everything else is YAML, and so is JSON with a fault.
 * @param code of the findings
 * @throws CliError (wrong usage) when the file is not there or may not be read.
 */
export async function readContent(file: string, code: string): Promise<FileContent> {
  const bytes = readBytes(file);
  if (!Buffer.isBuffer(bytes)) return unreadable(bytes, code);
  if (bytes.subarray(0, 4).equals(compoundMark)) return unreadable({ message: workbookMessages.locked }, code);
  if (bytes.subarray(0, 2).equals(zipMark)) {
    const tables = await readXlsx(bytes);
    if ('message' in tables) return unreadable(tables, code);
    const isEmpty = tables.every(({ rows }) => rows.every(({ cells }) => cells.every((cell) => cell === '')));
    return isEmpty ? unreadable({ message: emptyFile }, code) : { form: 'tables', tables };
  }
  const text = decodeText(bytes);
  return typeof text === 'string' ? contentOf(text, file, code) : unreadable(text, code);
}

function contentOf(text: string, file: string, code: string): FileContent {
  if (text.trim() === '') return unreadable({ message: emptyFile }, code);
  const named = /\.(csv|tsv)$/i.test(file);
  if (named || hasTitles(text)) {
    const table = readCsv(text, delimiterOf(text));
    return 'message' in table ? unreadable(table, code) : { form: 'tables', tables: [table] };
  }
  const read = readJson(text) ?? readYaml(text, code);
  return 'findings' in read ? { form: 'unreadable', ...read } : { form: 'document', ...read };
}

/** Whether one of the first lines is the titles of a table; a quotation mark left open there tells nothing yet. */
function hasTitles(text: string): boolean {
  const head = headOf(text).replaceAll('"', '');
  const table = readCsv(head, delimiterOf(head));
  return 'rows' in table && looksLikeTable(table);
}

function unreadable(finding: FileFinding, code: string): FileContent {
  return { form: 'unreadable', findings: [asFinding(finding, code)] };
}

const emptyFile = {
  fi: 'Tiedosto on tyhjä.',
  sv: 'Filen är tom.',
  en: 'The file is empty.',
};
