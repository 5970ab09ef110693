import type { Store } from '@app/store';
import { csvHead, csvLines, jsonLine, type LogEvent, namingOf, type Reader } from '@app/workflows';
import { type Command, Option } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { refused, wrongUsage } from '../output/cli-error';
import { counted, note } from '../output/print';
import { steadyOutput } from '../output/steady-output';
import { oneCounty } from './one-county';
import { positionArgument } from './position-argument';

type Options = { county?: string; from?: number; to?: number; format: 'ndjson' | 'csv' };

/** Events read and written at once; twice as many are held. */
const atOnce = 2_000;

/** `log export`: the county's log to stdout, in its order, one event a line. Of any length; two pages of it are held in memory. */
export function addLogExport(log: Command): void {
  log
    .command('export')
    .description('write the log of a county to stdout, in its order')
    .option('--county <code>', 'which county; needed where there are several')
    .addOption(new Option('--from <position>', 'the first position').argParser(positionArgument))
    .addOption(new Option('--to <position>', 'the last position').argParser(positionArgument))
    .addOption(
      new Option('--format <format>', 'lines of JSON, or a table to read without the data')
        .choices(['ndjson', 'csv'])
        .default('ndjson'),
    )
    .action(async (options: Options) => {
      if (options.from !== undefined && options.to !== undefined && options.to < options.from)
        throw wrongUsage('--to comes before --from.', 'Give the first position, and then the last one.');
      const written = await withStore(readSettings(), (store) => exportLog(store, options));
      note(`${counted(written, 'event')} written.`);
    });
}

async function exportLog(store: Store, { county: asked, from = 0, to, format }: Options): Promise<number> {
  const county = await oneCounty(store, asked, 'vuosikello log export');
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
