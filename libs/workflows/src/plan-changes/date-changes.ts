import type { PlanDate, PlanEntry } from '@app/domain';

/**
 * One planned date that differs: `from` null where it is new, `to` null where it is left out. `stays`: the workflow keeps the
 * date it has, because it has happened or is not the workflow's to move; the findings say why.
 */
export type DateChange = { name: string; from: PlanDate | null; to: PlanDate | null; stays: boolean };

/** The dates that differ between two forms of one entry, in the order of the later one; those left out come last. */
export function dateChanges(before: PlanEntry | undefined, after: PlanEntry): DateChange[] {
  const was = before?.dates ?? {};
  const names = [...new Set([...Object.keys(after.dates), ...Object.keys(was)])];
  return names
    .map((name) => ({ name, from: was[name] ?? null, to: after.dates[name] ?? null, stays: false }))
    .filter(({ from, to }) => !isSameDate(from, to));
}

/** The weekday is only what the author wrote beside the date. */
function isSameDate(a: PlanDate | null, b: PlanDate | null): boolean {
  if (!a || !b) return a === b;
  return (['on', 'at', 'until', 'place', 'body', 'basis'] as const).every((field) => a[field] === b[field]);
}
