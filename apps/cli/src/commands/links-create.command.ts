import { longestStandingDays } from '@app/store';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { publicAddress } from '../composition/public-address';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = { county: string; organisation: string; days: number; label?: string; json?: true };

const actor = { id: 'cli', role: 'admin' } as const;
const usualDays = 400;

/** `links create`: makes a standing link to all that is asked of an organisation. Its secret address is printed here and never again. */
export function addLinksCreate(links: Command): void {
  links
    .command('create')
    .description('make a standing link to all that is asked of an organisation and print its secret address, once')
    .addOption(new Option('--county <code>', 'the county, as 09').argParser(countyArgument).makeOptionMandatory())
    .requiredOption('--organisation <id>', 'the organisation, as 016')
    .addOption(
      new Option('--days <number>', `for how many days it opens the page, ${longestStandingDays} at most`)
        .argParser(daysArgument)
        .default(usualDays),
    )
    .option('--label <text>', 'a note on who holds it')
    .option('--json', 'print JSON only: { id, url, expiresAt }')
    .action(async ({ county, organisation, days, label, json }: Options) => {
      const settings = readSettings();
      const { link, token } = await withStore(settings, async (store) => {
        await requireCounty(store, county);
        const made = await store.standingLinks.create({ county, organisation, days, label, actor });
        if (made.outcome !== 'made') {
          throw refused(
            `The register of the county ${county} has no organisation ${organisation}.`,
            'Check the id; ids are those of the organisations file.',
          );
        }
        return made;
      });
      const url = `${publicAddress(settings)}/r/${token}`;
      if (json) return printJson({ id: link.id, url, expiresAt: link.expiresAt });
      print(url);
      note(
        `The address is shown only now; whoever has it sees and answers what is asked of ${organisation} until ` +
          `${link.expiresAt.slice(0, 10)}. Its id is ${link.id}: vuosikello links revoke ${link.id} takes it out of use.`,
      );
    });
}

function daysArgument(text: string): number {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > longestStandingDays) {
    throw new InvalidArgumentError(`Give a whole number of days from 1 to ${longestStandingDays}.`);
  }
  return days;
}
