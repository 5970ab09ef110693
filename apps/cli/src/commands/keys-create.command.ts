import type { CivilDate } from '@app/domain';
import { keyRoles, type KeyRole, type Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { countyArgument } from './county-argument';
import { dayArgument } from './day-argument';

type Options = { role: KeyRole; county: string; label?: string; expires?: CivilDate; json?: true };

/** `keys create`: makes an API key. The key is printed here and never again. */
export function addKeysCreate(keys: Command): void {
  keys
    .command('create')
    .description('make an API key and print it, once')
    .addOption(new Option('--role <role>', 'what the key may do').choices(keyRoles).makeOptionMandatory())
    .addOption(
      new Option('--county <code>', 'the county it is for, as 09').argParser(countyArgument).makeOptionMandatory(),
    )
    .option('--label <text>', 'a note on who uses it')
    .addOption(new Option('--expires <date>', 'the last day on which it works, YYYY-MM-DD').argParser(dayArgument))
    .option('--json', 'print JSON only: { id, key }')
    .action(async ({ role, county, label, expires, json }: Options) => {
      const made = await withStore(readSettings(), async (store) => {
        await requireCounty(store, county);
        return store.keys.create({ county, role, label, expiresOn: expires });
      });
      if (json) return printJson({ id: made.id, key: made.key });
      print(made.key);
      note(`The key is shown only now. Its id is ${made.id}: vuosikello keys revoke ${made.id} takes it out of use.`);
    });
}

async function requireCounty(store: Store, county: string): Promise<void> {
  const known = (await store.register.counties()).map(({ code }) => code);
  if (known.includes(county)) return;
  throw refused(
    `There is no county ${county} here${known.length > 0 ? ` (known: ${known.join(', ')})` : ''}.`,
    'Import its register first: vuosikello import organisations FILE',
  );
}
