import { readFile } from 'node:fs/promises';
import { NoteFormatError } from '@app/ledger';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { environmentFailed, refused } from '../output/cli-error';
import { print, printJson } from '../output/print';
import { countyArgument } from './county-argument';

const whyNot = {
  'unknown-checkpoint':
    'This checkpoint was not signed here. If it bears the log’s own signature, the log has been forked.',
  'no-witness': 'No line under it is a valid signature of a witness in LOG_WITNESS_KEYS.',
} as const;

/** `log witness add FILE`: takes the line of a witness under a checkpoint. */
export function addLogWitness(log: Command): void {
  log
    .command('witness')
    .description('lines of witnesses under checkpoints')
    .command('add <file>')
    .description('keep the line of a witness; FILE is the checkpoint with it')
    .addOption(new Option('--county <code>', 'whose log it is').argParser(countyArgument).makeOptionMandatory())
    .option('--json', 'print JSON only: { origin, size, witnesses }')
    .action(async (file: string, { county, json }: { county: string; json?: true }) => {
      const settings = readSettings();
      const note = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw environmentFailed(`${file} cannot be read.`, 'Name the file that the witness has sent.', cause);
      });
      const cosigned = await withStore(settings, (store) => store.log.cosign(county, note, settings.witnesses)).catch(
        (error: unknown) => {
          if (error instanceof NoteFormatError) throw refused(`${file} is no checkpoint: ${error.message}.`);
          throw error;
        },
      );
      if (cosigned.outcome !== 'kept') throw refused(whyNot[cosigned.outcome]);
      const { origin, size, witnesses } = cosigned;
      if (json) printJson({ origin, size, witnesses });
      else print(`${witnesses.join(', ')} stands under ${origin} at ${size} entries.`);
    });
}
