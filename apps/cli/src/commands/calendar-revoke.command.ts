import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { print } from '../output/print';

/** `calendar revoke ID`: takes a calendar's address out of use. */
export function addCalendarRevoke(calendar: Command): void {
  calendar
    .command('revoke')
    .description("take a calendar's address out of use")
    .argument('<id>', 'the id that calendar create told, or calendar list tells')
    .action(async (id: string) => {
      const revoked = await withStore(readSettings(), (store) => store.calendars.revoke(null, id));
      if (!revoked)
        throw refused(`There is no calendar ${id} in use.`, 'vuosikello calendar list shows those that are.');
      print(`The address of the calendar ${id} opens nothing any more.`);
    });
}
