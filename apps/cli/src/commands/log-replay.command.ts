import { addDays, addMs, helsinkiInstant, instant, InvalidInstantError, isCivilDate } from '@app/domain';
import type { PastMoment, Store } from '@app/store';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { withStore } from '../composition/database';
import { noteReading } from '../composition/note-reading';
import { readSettings } from '../config/settings';
import { exitCodes, refused } from '../output/cli-error';
import { counted, note, printJson } from '../output/print';
import { oneCounty } from './one-county';
import { positionArgument } from './position-argument';

type Options = { county?: string; json?: true; asOf?: PastMoment };

/**
 * `log replay`: folds every stream again and compares it with what is stored. Prints JSON; exit 1 when they differ. With `--as-of`, what
 * the log gives up to a moment in the past: there is nothing stored to compare it with.
 */
export function addLogReplay(log: Command): void {
  log
    .command('replay')
    .description('fold every stream again and compare it with the stored state')
    .option('--county <code>', 'one county only')
    .addOption(
      new Option(
        '--as-of <moment>',
        'print the states of a county as they were after a position of its log, at a moment or at the end of a day',
      ).argParser(pastMoment),
    )
    .option('--json', 'print JSON only (it is JSON in any case)')
    .action(async ({ county, json, asOf }: Options) => {
      if (asOf) {
        const workflows = await withStore(readSettings(), (store) => statesAt(store, county, asOf));
        printJson({ asOf: 'at' in asOf ? asOf.at : asOf.position, workflows });
        if (!json) note(`${counted(workflows.length, 'workflow')} had begun.`);
        return;
      }
      const { streams, disposed, differences } = await withStore(readSettings(), (store) => store.replay.run(county));
      printJson({ streams, ...(disposed !== undefined && { disposed }), differences });
      const gone = disposed === undefined ? '' : `, ${counted(disposed, 'workflow')} disposed of`;
      if (!json) note(`${counted(streams, 'stream')} folded${gone}, ${counted(differences.length, 'difference')}.`);
      process.exitCode = differences.length > 0 ? exitCodes.refused : exitCodes.well;
    });
}

/** The workflows of a county as they stood, those that had begun. */
async function statesAt(store: Store, asked: string | undefined, moment: PastMoment) {
  const county = await oneCounty(store, asked, 'vuosikello log replay --as-of DAY');
  if ('position' in moment && moment.position >= (await store.events.size(county)))
    throw refused(`The log of county ${county} has not grown to position ${moment.position}.`);
  await noteReading(store, { county, what: 'workflow', how: 'log replay --as-of' });
  const states = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await store.workflows.list(county, {}, { limit: 200, after });
    for (const { id } of items) {
      const then = await store.past.read(county, id, moment, { children: false });
      if (then.outcome === 'known') states.push(stateOf(then.instance));
    }
    if (next === null) return states;
    after = next;
  }
}

type Known = Extract<Awaited<ReturnType<Store['past']['read']>>, { outcome: 'known' }>['instance'];

function stateOf({ id, definition, version, state, status, life, deadlines, startedOn, endedOn, context }: Known) {
  const { paused } = life;
  const open = Object.values(deadlines).map(({ name, dueOn, status: standing }) => ({ name, dueOn, status: standing }));
  return { id, definition, version, state, status, paused, startedOn, endedOn, deadlines: open, data: context };
}

/** A position, a moment, or a day, which counts to its end. @throws InvalidArgumentError */
function pastMoment(value: string): PastMoment {
  if (/^\d+$/.test(value)) return { position: positionArgument(value) };
  if (isCivilDate(value)) return { at: addMs(helsinkiInstant(addDays(value, 1), '00:00'), -1) };
  try {
    return { at: instant(value) };
  } catch (error) {
    if (!(error instanceof InvalidInstantError)) throw error;
    throw new InvalidArgumentError('Give a position (1041), a day (2026-08-17) or a moment (2026-08-17T09:00:00Z).');
  }
}
