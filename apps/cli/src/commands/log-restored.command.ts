import { declareRestored, SignerMemory } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { logSigningFiles } from '../composition/log-signing';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = { county: string; reason: string; keyLost?: true; stateLost?: true; json?: true };

/** `log restored`: lets a log go on that the signer refuses, under a new name, and says so in the log. */
export function addLogRestored(log: Command): void {
  log
    .command('restored')
    .description('after a restore to an earlier moment: go on under a new name, and say so in the log')
    .addOption(new Option('--county <code>', 'whose log it is').argParser(countyArgument).makeOptionMandatory())
    .requiredOption('--reason <text>', 'what happened, for whoever reads the log')
    .option('--key-lost', 'the log is whole, but the key that signed it is gone')
    .option('--state-lost', 'the file in which the signer keeps what it signed is gone')
    .option('--json', 'print JSON only: { outcome, origin, earlier, why }')
    .action(async ({ county, reason, keyLost, stateLost, json }: Options) => {
      const settings = readSettings();
      const { stateFile } = logSigningFiles(settings, settings.home);
      const memory = new SignerMemory(stateFile);
      const restored = await withStore(settings, async (store) => {
        await requireCounty(store, county);
        return declareRestored(store.log, memory, {
          county,
          reason,
          actor: { id: 'operator:cli', role: 'operator' },
          isKeyLost: keyLost === true,
          isStateLost: stateLost === true,
        });
      });
      if (restored.outcome === 'nothing-to-recover')
        throw refused(
          `The log of ${county} goes on from its last checkpoint, or has none: there is nothing to recover.`,
          'Where the key is lost, say so: --key-lost.',
        );
      if (restored.outcome === 'state-missing')
        throw refused(
          `The log of ${county} was signed, and ${stateFile} knows nothing of it: nothing was written.`,
          'Set LOG_SIGNER_STATE to the file that the engine uses, or bring it back. Where it is gone for good, say so: --state-lost.',
        );
      if (json) return printJson(restored);
      const { origin, earlier } = restored;
      print(`The log of ${county} goes on as ${origin}.`);
      note(
        `Last signed as ${earlier.origin}: ${earlier.size} entries, root ${earlier.root}.`,
        'Tell the auditors and witnesses; the new verifier key is printed by: vuosikello keys log',
      );
    });
}
