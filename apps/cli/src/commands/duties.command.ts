import { dutiesCsv, dutyView, nameIn, numericDate } from '@app/domain';
import type { DutyList, Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { exitCodes, refused, wrongUsage } from '../output/cli-error';
import { dutyLines } from '../output/duty-lines';
import { print, printJson } from '../output/print';
import { yearArgument } from './year-argument';

type Options = { county?: string; year?: number; json?: true; csv?: true; check?: true };

/** `duties`: which statutory duties are fulfilled, and by what evidence. Exit 0; with `--check` 1 when one has been missed. */
export function addDuties(program: Command): void {
  program
    .command('duties')
    .description('the statutory duties: which are fulfilled, and by what evidence')
    .option('--county <code>', 'which county; needed where there are several')
    .addOption(new Option('--year <year>', 'one year and the council terms that run in it').argParser(yearArgument))
    .addOption(new Option('--json', 'print JSON only').conflicts('csv'))
    .option('--csv', 'print CSV for a spreadsheet only')
    .option('--check', 'end with 1 when a duty has been missed')
    .action(async ({ county, year, json, csv, check }: Options) => {
      const { register, today, rows } = await withStore(readSettings(), (store) => dutiesIn(store, county, year));
      const language = messageLanguage();
      const items = rows.map((row) => dutyView(row, register, language));
      if (json) printJson({ items, next: null, today });
      else if (csv) process.stdout.write(dutiesCsv(items, language));
      else {
        print(`${nameIn(register.county.name, language)}, ${numericDate(today)[language]}`);
        print(...dutyLines(items, language));
      }
      const missed = items.some(({ status }) => status === 'missed');
      process.exitCode = check && missed ? exitCodes.refused : exitCodes.well;
    });
}

/** @throws CliError (wrong usage) when the county is not told and not plain; (refused) when its register is not known */
async function dutiesIn(store: Store, asked: string | undefined, year: number | undefined): Promise<DutyList> {
  const known = (await store.register.counties()).map(({ code }) => code);
  if (asked === undefined && known.length > 1)
    throw wrongUsage(
      `There are several counties here: ${known.join(', ')}.`,
      'Say which one: vuosikello duties --county 09',
    );
  const county = asked ?? known[0];
  const list = county === undefined ? undefined : await store.duties.list(county, { year });
  if (list) {
    await noteReading(store, { county: list.register.county.code, what: 'duty', how: 'duties' });
    return list;
  }
  throw refused(
    county === undefined ? 'No county is known yet.' : `The organisations of county ${county} are not known.`,
    'Import them first: vuosikello import organisations FILE',
  );
}
