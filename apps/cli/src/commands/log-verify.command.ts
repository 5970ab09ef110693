import type { Store } from '@app/store';
import { type Command, Option } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { readSettings, type Settings } from '../config/settings';
import { readKept } from '../files/read-kept';
import { checkStoredLog } from '../log/check-stored';
import { checkTiles, fetchBelow } from '../log/check-tiles';
import { isUnproved, type LogCheck, type LogKnown } from '../log/log-check';
import { keyArgument, keysToCheckWith } from '../log/log-keys';
import { logLines } from '../log/log-lines';
import { verifyBundleFile } from '../log/verify-bundle';
import { exitCodes, refused, wrongUsage } from '../output/cli-error';
import { print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = {
  county?: string;
  checkpoint?: string;
  bundle?: string;
  url?: string;
  key?: string[];
  apiKeyFile?: string;
  json: boolean;
};

/**
 * `log verify`: whether anything was removed, changed or slipped in: in the database, in an export (offline, by the file that auditors are
 * given), or in a log that is served. Exit 1 when there is a fault; the first one is named with its position.
 */
export function addLogVerify(log: Command): void {
  log
    .command('verify')
    .description('verify the event log: in the database, in an export, or as it is served')
    .addOption(new Option('--county <code>', 'one county only').argParser(countyArgument))
    .option('--checkpoint <file>', 'a checkpoint that was kept: the log must begin with what it covered')
    .addOption(new Option('--bundle <file>', 'an export, offline').conflicts(['url', 'county']))
    .addOption(
      new Option('--url <address>', 'a log that is served, for example https://host/log/09').conflicts('county'),
    )
    .addOption(
      new Option('--key <vkey>', 'a key of the log or of a witness (name+hash+key); may be repeated').argParser(
        keyArgument,
      ),
    )
    .option('--api-key-file <file>', 'with --url: a file with the API key that entries are read with')
    .option('--json', 'print JSON only', false)
    .action(async ({ county, checkpoint, bundle, url, key, apiKeyFile, json }: Options) => {
      if (bundle !== undefined) {
        process.exitCode = await verifyBundleFile(bundle, { checkpoint, keys: key ?? [], json });
        return;
      }
      const old = checkpoint === undefined ? undefined : readKept(checkpoint);
      const checks =
        url === undefined
          ? await inDatabase(readSettings(), county, key, old)
          : [
              await checkTiles(fetchBelow(url, apiKeyFile && readKept(apiKeyFile).trim()), {
                keysOf: () => key ?? [],
                old,
              }),
            ];
      if (json) printJson(url === undefined ? { counties: checks } : checks[0]);
      else print(...checks.flatMap((check, at) => [...(at > 0 ? [''] : []), ...logLines(check)]));
      const faults = checks.flatMap(({ fault }) => fault ?? []);
      const worst = faults.every(isUnproved) ? exitCodes.environment : exitCodes.refused;
      process.exitCode = faults.length > 0 ? worst : exitCodes.well;
    });
}

function inDatabase(
  settings: Settings,
  county: string | undefined,
  keys: readonly string[] | undefined,
  old: string | undefined,
): Promise<LogCheck[]> {
  const known: LogKnown = { keysOf: keysToCheckWith(keys, settings), old };
  return withStore(settings, async (store) => {
    const checks: LogCheck[] = [];
    for (const code of await countiesToCheck(store, county, old)) {
      await noteReading(store, { county: code, what: 'event', how: 'log verify' });
      checks.push(await checkStoredLog(store.log, code, known));
    }
    return checks;
  });
}

/** @throws CliError (refused) for an unknown county; (wrong usage) when it is not plain whose checkpoint was kept */
async function countiesToCheck(store: Store, county: string | undefined, old: string | undefined): Promise<string[]> {
  if (county !== undefined) {
    await requireCounty(store, county);
    return [county];
  }
  const known = (await store.register.counties()).map(({ code }) => code);
  if (known.length === 0)
    throw refused('No county is known yet.', 'Import its register: vuosikello import organisations FILE');
  if (old !== undefined && known.length > 1)
    throw wrongUsage(
      `There are several counties here: ${known.join(', ')}.`,
      'Say whose checkpoint it is: --county 09',
    );
  return known;
}
