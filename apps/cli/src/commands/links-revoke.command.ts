import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { print } from '../output/print';

/** `links revoke ID`: takes a standing link's address out of use. */
export function addLinksRevoke(links: Command): void {
  links
    .command('revoke')
    .description("take a standing link's address out of use")
    .argument('<id>', 'the id that links create told, or links list tells')
    .action(async (id: string) => {
      const revoked = await withStore(readSettings(), (store) =>
        store.standingLinks.revoke(null, id, { actor: { id: 'cli', role: 'admin' } }),
      );
      if (!revoked)
        throw refused(`There is no standing link ${id} in force.`, 'vuosikello links list shows those that are.');
      print(`The address of the standing link ${id} opens nothing any more.`);
    });
}
