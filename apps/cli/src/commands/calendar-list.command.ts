import type { ListedCalendar, Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { readSettings } from '../config/settings';
import { print, printJson } from '../output/print';
import { countyArgument } from './county-argument';

type Options = { county?: string; json?: true };

const atOnce = 200;

/** `calendar list`: the calendars in use; never their addresses, which nobody knows any more. */
export function addCalendarList(calendar: Command): void {
  calendar
    .command('list')
    .description('the calendars in use')
    .addOption(new Option('--county <code>', 'only those of the county').argParser(countyArgument))
    .option('--json', 'print JSON only: { calendars }')
    .action(async ({ county, json }: Options) => {
      const calendars = await withStore(readSettings(), async (store) => {
        const counties = county === undefined ? (await store.register.counties()).map(({ code }) => code) : [county];
        return (await Promise.all(counties.map((code) => calendarsOf(store, code)))).flat();
      });
      if (json) return printJson({ calendars });
      print(...(calendars.length > 0 ? calendars.map(lineOf) : ['No calendar is in use.']));
    });
}

async function calendarsOf(store: Store, county: string): Promise<ListedCalendar[]> {
  await noteReading(store, { county, what: 'calendar', how: 'calendar list' });
  const found: ListedCalendar[] = [];
  for (;;) {
    const { items, next } = await store.calendars.list(county, { limit: atOnce, after: found.at(-1)?.id });
    found.push(...items);
    if (next === null) return found;
  }
}

function lineOf({ id, scope, subject, language, label, createdAt, subjectKnown }: ListedCalendar): string {
  const gone = subjectKnown ? null : 'EMPTY: its subject is no longer in the register';
  const parts = [id, scope, subject, language, `made ${createdAt.slice(0, 10)}`, label, gone];
  return parts.filter((part) => part !== null).join('  ');
}
