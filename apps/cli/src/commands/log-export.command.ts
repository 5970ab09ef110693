import { type Command, Option } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { readSettings } from '../config/settings';
import { readKept } from '../files/read-kept';
import { exportBundle } from '../log/export-bundle';
import { exportEvents } from '../log/export-events';
import { keyArgument, keysToCheckWith } from '../log/log-keys';
import { wrongUsage } from '../output/cli-error';
import { counted, note } from '../output/print';
import { countyArgument } from './county-argument';
import { oneCounty } from './one-county';
import { positionArgument } from './position-argument';

type Options = {
  county?: string;
  from?: number;
  to?: number;
  format?: 'ndjson' | 'csv';
  bundle?: string;
  stream?: string[];
  checkpoint?: string;
  key?: string[];
};

/**
 * `log export`: the county's log to stdout, to be read; or with `--bundle` the log or a part of it in one file that strangers verify
 * offline.
 */
export function addLogExport(log: Command): void {
  log
    .command('export')
    .description('write the log of a county to stdout, in its order, or into a file that can be verified offline')
    .addOption(new Option('--county <code>', 'which county; needed where there are several').argParser(countyArgument))
    .addOption(new Option('--from <position>', 'the first position').argParser(positionArgument))
    .addOption(new Option('--to <position>', 'the last position').argParser(positionArgument))
    .addOption(
      new Option('--format <format>', 'lines of JSON (the default), or a table to read without the data')
        .choices(['ndjson', 'csv'])
        .conflicts('bundle'),
    )
    .option('--bundle <file>', 'the file to write that can be verified offline')
    .addOption(
      new Option('--stream <id>', 'with --bundle: only the events of this stream; may be repeated')
        .argParser((id: string, before: string[] | undefined) => [...(before ?? []), id])
        .conflicts(['from', 'to']),
    )
    .option(
      '--checkpoint <file>',
      'with --bundle: a checkpoint that the reader holds: a part is then made so that it can be compared',
    )
    .addOption(
      new Option('--key <vkey>', 'with --bundle: a key to name in the file; may be repeated').argParser(keyArgument),
    )
    .action(async (options: Options) => {
      if (options.from !== undefined && options.to !== undefined && options.to < options.from)
        throw wrongUsage('--to comes before --from.', 'Give the first position, and then the last one.');
      await (options.bundle === undefined ? exportLines(options) : exportFile(options, options.bundle));
    });
}

async function exportLines({ county: asked, format = 'ndjson', ...options }: Options): Promise<void> {
  const forBundles = (['stream', 'checkpoint', 'key'] as const).find((name) => options[name] !== undefined);
  if (forBundles !== undefined) throw wrongUsage(`--${forBundles} goes with --bundle.`, 'Give --bundle FILE too.');
  const written = await withStore(readSettings(), async (store) => {
    const county = await oneCounty(store, asked, 'vuosikello log export');
    await noteReading(store, { county, what: 'export', how: 'log export' });
    return exportEvents(store, { county, format, from: options.from, to: options.to });
  });
  note(`${counted(written, 'event')} written.`);
}

async function exportFile(options: Options, file: string): Promise<void> {
  const { county: asked, from, to, stream: streams, checkpoint, key } = options;
  const settings = readSettings();
  const keysOf = keysToCheckWith(key, settings);
  const old = checkpoint === undefined ? undefined : readKept(checkpoint);
  const { size } = await withStore(settings, async (store) => {
    const county = await oneCounty(store, asked, `vuosikello log export --bundle ${file}`);
    const [subject, ...others] = streams ?? [];
    await noteReading(store, {
      county,
      what: 'export',
      how: 'log export --bundle',
      subject: others.length > 0 ? undefined : subject,
    });
    return exportBundle(store, file, { county, from, to, streams, keysOf, old });
  });
  note(
    `${file}: against the checkpoint of ${counted(size, 'entry', 'entries')}. Verify it: vuosikello log verify --bundle ${file}`,
  );
}
