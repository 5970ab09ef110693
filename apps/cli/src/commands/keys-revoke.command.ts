import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { print } from '../output/print';

const actor = { id: 'cli', role: 'admin' } as const;

/** `keys revoke ID`: takes an API key out of use. */
export function addKeysRevoke(keys: Command): void {
  keys
    .command('revoke')
    .description('take an API key out of use')
    .argument('<id>', 'the id that keys create told')
    .action(async (id: string) => {
      const revoked = await withStore(readSettings(), (store) => store.keys.revoke(null, id, actor));
      if (!revoked)
        throw refused(`There is no key ${id} in use.`, 'Check the id; a key that was revoked before stays revoked.');
      print(`The key ${id} no longer works.`);
    });
}
