import { everywhere, type Store } from '@app/store';
import { Option, type Command } from 'commander';
import { waitUntil } from '../clock/wait-until';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { refused } from '../output/cli-error';
import { counted, note, print, printJson } from '../output/print';
import { countyArgument, requireCounty } from './county-argument';

type Options = { county?: string; reason: string; json?: true };

const operator = { id: 'operator:cli', role: 'operator' as const };
/** What is leaving has left, or has been given up by its engine, within a lease. */
const leavingLimitMs = 60_000;
const lookEveryMs = 250;

/** `mail hold`: no mail leaves any more, of a county or of all. */
export function addMailHold(mail: Command): void {
  mail
    .command('hold')
    .description('stop all mail until it is released')
    .addOption(ofCounty())
    .requiredOption('--reason <text>', 'why, for whoever finds mail stopped; no names of people')
    .option('--json', 'print JSON only: { scope, held, changed, underWay }')
    .action(async ({ county, reason, json }: Options) => {
      const scope = county ?? everywhere;
      const { changed, underWay } = await withStore(readSettings(), async (store) => {
        if (county !== undefined) await requireCounty(store, county);
        const held = await store.operations.hold({ scope, reason, actor: operator });
        const hasLeft = async () => ((await store.operations.underWay(scope)) === 0 ? true : undefined);
        const all = held.underWay === 0 || (await waitUntil(hasLeft, leavingLimitMs, lookEveryMs));
        return { changed: held.changed, underWay: all ? 0 : await store.operations.underWay(scope) };
      });
      if (json) printJson({ scope, held: true, changed, underWay });
      else print(`No mail ${of(scope)} leaves${changed ? '' : '; it was stopped already'}.`);
      if (underWay > 0)
        note(`${counted(underWay, 'mail')} began before and has not been recorded yet: it may have left or may leave.`);
      note(`It waits, and is released by: vuosikello mail release${county === undefined ? '' : ` --county ${county}`}`);
    });
}

/** `mail release`: what waited leaves. */
export function addMailRelease(mail: Command): void {
  mail
    .command('release')
    .description('let mail leave again; what waited goes, and what has become pointless does not')
    .addOption(ofCounty())
    .option('--reason <text>', 'why now; no names of people', 'released')
    .option('--json', 'print JSON only: { scope, released, heldBy }')
    .action(async ({ county, reason, json }: Options) => {
      const scope = county ?? everywhere;
      const stillHeld = await withStore(readSettings(), async (store) => {
        if (county !== undefined) await requireCounty(store, county);
        if (!(await store.operations.release({ scope, reason, actor: operator })))
          throw refused(
            `The mail ${of(scope)} is not stopped.`,
            'What is stopped is shown by: vuosikello doctor. Where MAIL_MODE is hold, change the setting and restart the engine.',
          );
        return heldStill(store, county);
      });
      if (json) return printJson({ scope, released: true, heldBy: stillHeld });
      print(`The mail ${of(scope)} is released.`);
      if (stillHeld.length > 0) note(`Still stopped by other switches: ${stillHeld.join(', ')} (* is all counties).`);
    });
}

function ofCounty(): Option {
  return new Option('--county <code>', 'of this county alone; all unless given').argParser(countyArgument);
}

function of(scope: string): string {
  return scope === everywhere ? 'of any county' : `of county ${scope}`;
}

async function heldStill(store: Store, county: string | undefined): Promise<string[]> {
  const counties = county === undefined ? (await store.register.counties()).map(({ code }) => code) : [county];
  const holds = await Promise.all(counties.map((code) => store.operations.holds(code)));
  return [...new Set(holds.flat().map(({ scope }) => scope))].sort();
}
