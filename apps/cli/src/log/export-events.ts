import type { Store } from '@app/store';
import { csvHead, csvLines, jsonLine, type LogEvent, namingOf, type Reader } from '@app/workflows';
import { messageLanguage } from '../config/language';
import { refused } from '../output/cli-error';
import { steadyOutput } from '../output/steady-output';

/** Which positions, both included, and how they are written. */
export type EventExport = {
  county: string;
  from?: number | undefined;
  to?: number | undefined;
  format: 'ndjson' | 'csv';
};

/** Events read and written at once; twice as many are held. */
const atOnce = 2_000;

/** The county's log to stdout, in its order, one event a line. Of any length. @returns the number of events @throws CliError */
export async function exportEvents(store: Store, { county, from = 0, to, format }: EventExport): Promise<number> {
  const last = (await store.events.size(county)) - 1;
  const beyond = [from, to].find((position) => position !== undefined && position > 0 && position > last);
  if (beyond !== undefined)
    throw refused(`The log of county ${county} does not have a position ${beyond}.`, whereItEnds(last));
  const reader: Reader = { naming: namingOf(await store.register.read(county)), language: messageLanguage() };
  const write = steadyOutput();
  if (format === 'csv') await write(csvHead(reader.language));
  let written = 0;
  const range = { after: from - 1, limit: atOnce };
  for await (const { events } of store.events.pages(county, { until: to ?? last }, range)) {
    if (!(await write(format === 'csv' ? csvLines(events, reader) : linesOf(events, reader)))) break;
    written += events.length;
  }
  return written;
}

function linesOf(events: readonly LogEvent[], reader: Reader): string {
  return events.map((event) => `${jsonLine(event, reader)}\n`).join('');
}

function whereItEnds(last: number): string {
  return last < 0 ? 'It is still empty.' : `Its last position is ${last}.`;
}
