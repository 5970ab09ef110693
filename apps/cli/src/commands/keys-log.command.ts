import { formatVerifierKey, verifierKeyOf } from '@app/ledger';
import { SignerMemory } from '@app/store';
import { Option, type Command } from 'commander';
import { logSigningFiles, makeSigningKey, publicKeyIn } from '../composition/log-signing';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { countyArgument } from './county-argument';

type Options = { county?: string; out?: string; json?: true };

/** `keys log`: makes the key that logs are signed with, or prints what they are verified with. */
export function addKeysLog(keys: Command): void {
  keys
    .command('log')
    .description('the key that the logs are signed with: make one, or print what verifies it')
    .option('--out <file>', 'make a new key in this file, which must not exist')
    .addOption(new Option('--county <code>', 'one county only').argParser(countyArgument))
    .option('--json', 'print JSON only: [{ county, origin, key }]')
    .action(({ county, out, json }: Options) => {
      if (out !== undefined) {
        makeSigningKey(out);
        note(
          `The key is in ${out}, for its owner only. Set LOG_SIGNING_KEY_FILE to it; the verifier keys follow from the first signature.`,
        );
        return;
      }
      const settings = readSettings();
      const { keyFile, stateFile } = logSigningFiles(settings, settings.home);
      const publicKey = publicKeyIn(keyFile);
      const lines = Object.entries(new SignerMemory(stateFile).read())
        .filter(([code]) => county === undefined || code === county)
        .map(([code, { origin }]) => ({
          county: code,
          origin,
          key: formatVerifierKey(verifierKeyOf(origin, publicKey)),
        }));
      if (lines.length === 0)
        throw refused(
          county === undefined ? 'No log has been signed yet.' : `The log of ${county} has not been signed yet.`,
          'A log is signed within seconds of its first event, while the engine runs.',
        );
      if (json) printJson(lines);
      else print(...lines.map(({ key }) => key));
    });
}
