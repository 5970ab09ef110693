import type { Finding, PlanDate, PlanEntry, Text } from '@app/domain';
import { label } from './fields';
import type { Json } from './kernel/command';

/** What definitions share in reading a plan's entry. */

/** What a workflow keeps of its planned dates; who wrote which weekday is the plan's own affair. */
export function snapshotOf(dates: PlanEntry['dates']): Record<string, Json> {
  return Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, snapshot(date)]));
}

function snapshot({ on, at, until, place, basis }: PlanDate): Json {
  return { on, basis, ...(at && { at }), ...(until && { until }), ...(place && { place }) };
}

/** The plan or the register lacks something without which the entry cannot be started. */
export function lacking(entry: string, message: Text, code = 'incomplete'): Finding {
  return { code, severity: 'error', entry, date: null, message };
}

/** A date that the workflow needs is missing or wrong; `path` is its place in the entry's dates. */
export function missingDate(entry: string, path: readonly PropertyKey[]): Finding {
  const name = String(path[0]);
  return lacking(
    entry,
    label(
      `Päivä «${name}» puuttuu tai on virheellinen.`,
      `Datumet «${name}» saknas eller är felaktigt.`,
      `The date «${name}» is missing or wrong.`,
    ),
  );
}
