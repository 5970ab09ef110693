import type { CivilDate } from '@app/domain';
import { keyRoles, type KeyRole } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { type Permission, rolesWith } from '../../../admin-api/src/access/permissions';
import { wrongUsage } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';
import { dayArgument } from './day-argument';
import { permissionsArgument } from './permissions-argument';

type Options = {
  role: KeyRole;
  county: string;
  label?: string;
  expires?: CivilDate;
  permissions?: Permission[];
  json?: true;
};

const actor = { id: 'cli', role: 'admin' } as const;

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
    .addOption(
      new Option('--permissions <list>', 'only these of its role, with commas between them').argParser(
        permissionsArgument,
      ),
    )
    .option('--json', 'print JSON only: { id, key }')
    .action(async ({ role, county, label, expires, permissions, json }: Options) => {
      const others = (permissions ?? []).filter((permission) => !rolesWith(permission).includes(role));
      if (others.length > 0)
        throw wrongUsage(
          `The role ${role} does not have ${others.join(', ')}.`,
          'Leave them out, or choose another role: docs/permissions.md',
        );
      const made = await withStore(readSettings(), async (store) => {
        await requireCounty(store, county);
        return store.keys.create({ county, role, label, expiresOn: expires, permissions }, actor);
      });
      if (json) return printJson({ id: made.id, key: made.key });
      print(made.key);
      note(`The key is shown only now. Its id is ${made.id}: vuosikello keys revoke ${made.id} takes it out of use.`);
    });
}
