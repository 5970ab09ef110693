import type { StandingLink, Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { readSettings } from '../config/settings';
import { print, printJson } from '../output/print';
import { countyArgument } from './county-argument';

type Options = { county: string; organisation?: string; json?: true };

const atOnce = 200;

/** `links list`: the standing links in force; never their addresses, which nobody knows any more. */
export function addLinksList(links: Command): void {
  links
    .command('list')
    .description('the standing links in force')
    .addOption(new Option('--county <code>', 'the county, as 09').argParser(countyArgument).makeOptionMandatory())
    .option('--organisation <id>', 'only those of the organisation')
    .option('--json', 'print JSON only: { links }')
    .action(async ({ county, organisation, json }: Options) => {
      const found = await withStore(readSettings(), (store) => allLinks(store, county, organisation));
      if (json) return printJson({ links: found });
      print(...(found.length > 0 ? found.map(lineOf) : ['No standing link is in force.']));
    });
}

async function allLinks(store: Store, county: string, organisation: string | undefined): Promise<StandingLink[]> {
  await noteReading(store, { county, what: 'link', how: 'links list', subject: organisation });
  const found: StandingLink[] = [];
  for (;;) {
    const page = await store.standingLinks.list(county, organisation, { limit: atOnce, after: found.at(-1)?.id });
    found.push(...page.items);
    if (page.next === null) return found;
  }
}

function lineOf({ id, organisation, label, createdAt, expiresAt }: StandingLink): string {
  const parts = [id, organisation, `made ${createdAt.slice(0, 10)}`, `until ${expiresAt.slice(0, 10)}`, label];
  return parts.filter((part) => part !== null).join('  ');
}
