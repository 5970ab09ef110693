import type { CivilDate } from '@app/domain';
import type { Disposable, Store } from '@app/store';
import { Option, type Command } from 'commander';
import { withStore } from '../composition/database';
import { readSettings } from '../config/settings';
import { exitCodes, wrongUsage } from '../output/cli-error';
import { counted, note, print, printJson } from '../output/print';
import { countyArgument } from './county-argument';
import { dayArgument } from './day-argument';
import { oneCounty } from './one-county';

type Options = { county?: string; before: CivilDate; apply?: true; reason?: string; json?: true };

const pageSize = 200;
const actor = { id: 'cli', role: 'admin' as const };

/** `records dispose`: the workflows whose retention is over before a day; with `--apply` they are disposed of, for good. */
export function addRecordsDispose(records: Command): void {
  records
    .command('dispose')
    .description('dispose of what has been kept long enough; says only what, unless --apply is given')
    .addOption(
      new Option('--county <code>', 'of which county; needed where there are several').argParser(countyArgument),
    )
    .addOption(
      new Option('--before <date>', 'retention over before this day').argParser(dayArgument).makeOptionMandatory(),
    )
    .option('--apply', 'dispose of them: what they said is gone for good, proofs stay')
    .option('--reason <text>', 'why; it goes into the log. Needed with --apply')
    .option('--json', 'print JSON only: { applied, items: [{ workflow, definition, disposableFrom, outcome }] }')
    .action(async ({ county: asked, before, apply, reason, json }: Options) => {
      if (apply && !reason?.trim()) throw wrongUsage('The reason is missing.', 'Say why with --reason.');
      const items = await withStore(readSettings(), async (store) => {
        const county = await oneCounty(store, asked, 'vuosikello records dispose');
        const due = await allDue(store, county, before);
        return apply ? disposeOf(store, county, due, reason?.trim() ?? '') : forecast(store, county, due);
      });
      if (json) printJson({ applied: apply ?? false, items });
      else print(...items.map((one) => `${one.disposableFrom}  ${one.workflow}  ${one.definition}  ${one.outcome}`));
      const done = items.filter(({ outcome }) => outcome === (apply ? 'disposed' : 'disposable')).length;
      const others = items.length - done;
      note(`${counted(done, 'workflow')} ${apply ? 'disposed of' : 'to dispose of today'}.`);
      if (others > 0)
        note(`${counted(others, 'workflow')} ${apply ? 'refused' : 'not yet'}, for the reason in the line.`);
      if (apply && others > 0) process.exitCode = exitCodes.refused;
    });
}

type Item = Pick<Disposable, 'workflow' | 'definition' | 'disposableFrom'> & { outcome: string };

async function allDue(store: Store, county: string, before: CivilDate): Promise<Disposable[]> {
  const due: Disposable[] = [];
  for (let after: string | undefined; ;) {
    const { items, next } = await store.disposals.due(county, before, { limit: pageSize, after });
    due.push(...items);
    if (next === null) return due;
    after = next;
  }
}

async function disposeOf(store: Store, county: string, due: readonly Disposable[], reason: string): Promise<Item[]> {
  const items: Item[] = [];
  for (const one of due) {
    const outcome = await store.disposals.dispose({ county, workflow: one.workflow, reason, actor });
    items.push(itemOf(one, outcome));
  }
  return items;
}

/** Judged by today, and by what would decide it. */
async function forecast(store: Store, county: string, due: readonly Disposable[]): Promise<Item[]> {
  const items: Item[] = [];
  for (const one of due) items.push(itemOf(one, await store.disposals.forecast(county, one.workflow)));
  return items;
}

function itemOf({ workflow, definition, disposableFrom }: Disposable, outcome: string): Item {
  return { workflow, definition, disposableFrom, outcome };
}
