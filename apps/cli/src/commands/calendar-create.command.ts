import { languages, type Language } from '@app/domain';
import type { NewCalendar } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { publicAddress } from '../composition/public-address';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { note, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = {
  county: string;
  organisation?: string;
  person?: string;
  language?: Language;
  label?: string;
  json?: true;
};

/** `calendar create`: makes a calendar to subscribe to. Its secret address is printed here and never again. */
export function addCalendarCreate(calendar: Command): void {
  calendar
    .command('create')
    .description('make a calendar and print its secret address, once')
    .addOption(new Option('--county <code>', 'the county, as 09').argParser(countyArgument).makeOptionMandatory())
    .addOption(new Option('--organisation <id>', 'only what is asked of the organisation').conflicts('person'))
    .option('--person <contact>', 'only the tasks of the roles that the contact holds')
    .addOption(new Option('--language <code>', "the owner's language unless given").choices(languages))
    .option('--label <text>', 'a note on who reads it')
    .option('--json', 'print JSON only: { id, url }')
    .action(async (options: Options) => {
      const settings = readSettings();
      const made = await withStore(settings, async (store) => {
        await requireCounty(store, options.county);
        const calendar = calendarOf(options);
        const answer = await store.calendars.create(calendar);
        if (answer.outcome !== 'made') throw unknownSubject(calendar);
        return answer;
      });
      const url = `${publicAddress(settings)}/v1/calendar.ics?token=${made.token}`;
      if (options.json) return printJson({ id: made.id, url });
      print(url);
      note(
        `The address is shown only now; whoever has it can read the calendar. Its id is ${made.id}: ` +
          `vuosikello calendar revoke ${made.id} takes it out of use.`,
      );
    });
}

function calendarOf({ county, organisation, person, language, label }: Options): NewCalendar {
  const common = { county, language, label };
  if (organisation !== undefined) return { ...common, scope: 'organisation', subject: organisation };
  if (person !== undefined) return { ...common, scope: 'person', subject: person };
  return { ...common, scope: 'county', subject: null };
}

function unknownSubject({ county, scope, subject }: NewCalendar) {
  const what = scope === 'organisation' ? 'organisation' : 'contact';
  return refused(
    `The register of the county ${county} has no ${what} ${subject ?? ''}.`,
    'Check the id; ids are those of the organisations file.',
  );
}
