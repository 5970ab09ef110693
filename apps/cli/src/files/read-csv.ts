import type { Table } from '@app/domain';
import { CsvError, parse, type Info } from 'csv-parse/sync';
import { plainCell } from './csv-cells';
import type { FileFinding } from './file-finding';
import { mostCells, mostRows } from './limits';

const headLength = 20_000;
const headLines = 10;

export const csvDelimiters = [';', ',', '\t'] as const;
export type CsvDelimiter = (typeof csvDelimiters)[number];

/** A table of a CSV text. The line of a row is the line on which it begins in the file. */
export function readCsv(text: string, delimiter: CsvDelimiter): Table | FileFinding {
  if (count(text, '\n') > mostRows || count(text, delimiter) > mostCells) return { message: tooManyRows };
  const { body, skipped } = withoutSeparatorLine(text);
  try {
    const records = parse(body, { delimiter, relax_column_count: true, info: true }) as unknown as {
      record: string[];
      info: Info;
    }[];
    let last = skipped;
    const rows = records.map(({ record, info }) => {
      const line = last + 1;
      last = skipped + info.lines;
      return { line, cells: record.map((cell) => plainCell(cell.trim())) };
    });
    return { rows };
  } catch (cause) {
    if (cause instanceof CsvError) return brokenCsv(cause, skipped);
    throw cause;
  }
}

/** The first lines, among which the titles stand; a text without line breaks is not taken apart for them. */
export function headOf(text: string): string {
  return text.slice(0, headLength).split('\n', headLines).join('\n');
}

/** The separator that the first lines have most often; Excel's own line `sep=;` decides. */
export function delimiterOf(text: string): CsvDelimiter {
  const given = /^sep=([;,\t])/i.exec(text)?.[1];
  const head = headOf(text);
  const [most] = csvDelimiters
    .map((delimiter) => ({ delimiter, times: count(head, delimiter) }))
    .sort((a, b) => b.times - a.times);
  return csvDelimiters.find((delimiter) => delimiter === given) ?? most?.delimiter ?? ';';
}

function withoutSeparatorLine(text: string): { body: string; skipped: number } {
  const line = /^sep=[;,\t]\r?\n/i.exec(text)?.[0];
  return line === undefined ? { body: text, skipped: 0 } : { body: text.slice(line.length), skipped: 1 };
}

function count(text: string, part: string): number {
  let times = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) times += 1;
  return times;
}

function brokenCsv(error: CsvError, skipped: number): FileFinding {
  const line = Number(error.lines ?? 1) + skipped;
  const column = Number(error.column ?? 0) + 1;
  return {
    where: { line, column },
    message: {
      fi: `Taulukon lainausmerkit eivät täsmää: solu alkaa tai päättyy väärin. Kirjoita lainausmerkki solun sisällä kahdesti ("").`,
      sv: `Citattecknen i tabellen stämmer inte: cellen börjar eller slutar fel. Skriv ett citattecken i en cell två gånger ("").`,
      en: `The quotation marks of the table do not match: the cell begins or ends wrongly. Write a mark inside a cell twice ("").`,
    },
  };
}

const tooManyRows = {
  fi: 'Taulukossa on liian monta riviä tai solua.',
  sv: 'Tabellen har för många rader eller celler.',
  en: 'The table has too many rows or cells.',
};
