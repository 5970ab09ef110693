import { dateWord } from '@app/domain';
import type { Finding, PlanDate, PlanEntry, Text } from '@app/domain';
import { label } from './fields';

/** What definitions share in reading a plan's entry. */

/** What a workflow keeps of a planned date; who wrote which weekday is the plan's own affair. */
export function dateOfPlan({ on, at, until, place, basis }: PlanDate): Omit<PlanDate, 'weekday' | 'body'> {
  return { on, basis, ...(at && { at }), ...(until && { until }), ...(place && { place }) };
}

/** The same for every date of an entry, by name. */
export function datesOfPlan(dates: PlanEntry['dates']): Record<string, ReturnType<typeof dateOfPlan>> {
  return Object.fromEntries(Object.entries(dates).map(([name, date]) => [name, dateOfPlan(date)]));
}

/** The plan or the register lacks something without which the entry cannot be started. */
export function lacking(entry: string, message: Text, code = 'incomplete'): Finding {
  return { code, severity: 'error', entry, date: null, message };
}

/** A date that the workflow needs is missing or wrong; `path` is its place in the entry's dates. */
export function missingDate(entry: string, path: readonly PropertyKey[]): Finding {
  const name = String(path[0]);
  const { fi, sv, en } = dateWord(name);
  return lacking(
    entry,
    label(
      `Päivä puuttuu tai on virheellinen: ${fi} (${name}).`,
      `Dagen saknas eller är felaktig: ${sv} (${name}).`,
      `A date is missing or wrong: ${en} (${name}).`,
    ),
  );
}

/** A body of the county that handles the matter is not in the register. */
export function missingBody(entry: string, id: string): Finding {
  return lacking(
    entry,
    label(
      `Rekisterissä ei ole toimielintä ${id}.`,
      `Registret saknar organet ${id}.`,
      `The register lacks the body ${id}.`,
    ),
  );
}
