import { type Command, InvalidArgumentError, Option } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { readKept } from '../files/read-kept';
import { exportBundle } from '../log/export-bundle';
import { keyArgument, keysToCheckWith } from '../log/log-keys';
import { counted, note } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = {
  county: string;
  bundle: string;
  from?: number;
  to?: number;
  stream?: string[];
  checkpoint?: string;
  key?: string[];
};

/** `log export --bundle FILE`: the log, or a part of it, in one file that strangers verify offline. */
export function addLogExport(log: Command): void {
  log
    .command('export')
    .description('the event log in one file that can be verified offline')
    .addOption(new Option('--county <code>', 'whose log').argParser(countyArgument).makeOptionMandatory())
    .requiredOption('--bundle <file>', 'the file to write')
    .addOption(new Option('--from <position>', 'the first position').argParser(positionArgument))
    .addOption(new Option('--to <position>', 'the last position').argParser(positionArgument))
    .addOption(
      new Option('--stream <id>', 'only the events of this stream; may be repeated')
        .argParser((id: string, before: string[] | undefined) => [...(before ?? []), id])
        .conflicts(['from', 'to']),
    )
    .option('--checkpoint <file>', 'a checkpoint that the reader holds: a part is then made so that it can be compared')
    .addOption(new Option('--key <vkey>', 'a key to name in the file; may be repeated').argParser(keyArgument))
    .action(async ({ county, bundle, from, to, stream: streams, checkpoint, key }: Options) => {
      const settings = readSettings();
      const keysOf = keysToCheckWith(key, settings);
      const old = checkpoint === undefined ? undefined : readKept(checkpoint);
      const { size } = await withStore(settings, async (store) => {
        await requireCounty(store, county);
        return exportBundle(store, bundle, { county, from, to, streams, keysOf, old });
      });
      note(
        `${bundle}: against the checkpoint of ${counted(size, 'entry', 'entries')}. Verify it: vuosikello log verify --bundle ${bundle}`,
      );
    });
}

function positionArgument(text: string): number {
  if (!/^\d{1,15}$/.test(text)) throw new InvalidArgumentError('A position is a whole number, counted from 0.');
  return Number(text);
}
