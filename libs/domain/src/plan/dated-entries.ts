import type { CivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Register } from '../organisations/register';
import { meetsIn } from './apply-rule';
import { completeEntry, type FailedRule } from './complete-entry';
import { datePath, dayWritten, type DraftEntry, type Path } from './plan-draft';
import { failedRuleFinding, isWorthTelling } from './rule-findings';
import { bodyOfDate } from './workflow-kinds';

/** A day of an entry, written or derived. */
export type DatedDate = {
  name: string;
  on: CivilDate;
  /** Where it stands in the plan: a derived day where the date stands from which it was counted. */
  path: Path;
  /** The body that meets on it. */
  body: string | undefined;
  /** Whether the author gave the day or a rule for it, or the template of the workflow does. */
  origin: 'written' | 'rule' | 'template';
};

/** An entry with the days that it has and those that follow from them. */
export type DatedEntry = Omit<DraftEntry, 'dates'> & {
  path: Path;
  dates: ReadonlyMap<string, DatedDate>;
  /** Dates that stand in the plan without a day that could be read: what they would be, nobody knows. */
  unreadable: ReadonlySet<string>;
};

/** The entry with all its days, and what is wrong with its rules. Without the plan's year (it cannot be read) no rule is followed. */
export function datedEntry(
  entry: DraftEntry,
  year: number | undefined,
  register: Register | undefined,
): { dated: DatedEntry; findings: Finding[] } {
  const { dates: drafts, ...about } = entry;
  const written = drafts.flatMap((date) => {
    const on = dayWritten(date);
    return on === undefined ? [] : [{ ...date, on }];
  });
  const rules = drafts.flatMap(({ name, rule, on }) => (rule && on === undefined ? ([[name, rule]] as const) : []));
  const days = new Map(written.map(({ name, on }) => [name, on]));
  const unreadable = new Set(drafts.map(({ name }) => name).filter((name) => !days.has(name)));
  for (const [name] of rules) unreadable.delete(name);
  const bodies = new Map(drafts.flatMap(({ name, body }) => (body === undefined ? [] : [[name, body] as const])));
  const toComplete = { ...about, days, rules: new Map(rules), bodies, unreadable };
  const { followed, failed } =
    year === undefined ? { followed: [], failed: [] } : completeEntry(toComplete, year, register);

  const paths = new Map(drafts.map((date) => [date.name, datePath(entry, date)]));
  const path: Path = ['entries', entry.index];
  const place = (name: string, anchor?: string) =>
    paths.get(name) ?? (anchor === undefined ? path : (paths.get(anchor) ?? path));
  const dateOf = (name: string, on: CivilDate, origin: DatedDate['origin'], anchor?: string): DatedDate => {
    const body = bodyOfDate(entry.workflow, name, bodies.get(name));
    return { name, on, path: place(name, anchor), body, origin };
  };
  const dates = [
    ...written.map(({ name, on }) => dateOf(name, on, 'written')),
    ...followed.map(({ name, on, anchor, from }) => dateOf(name, on, from === 'author' ? 'rule' : 'template', anchor)),
  ];
  return {
    dated: { ...about, path, unreadable, dates: new Map(dates.map((date) => [date.name, date])) },
    findings: failed
      .filter((failure) => isCheckable(failure, year))
      .map((failure) => failedRuleFinding(entry.id, failure, place(failure.name))),
  };
}

/**
 * A check does not speak of a calendar that the register does not have yet: for a template it counts on the meetings of the plan's own
 * year only. The author's own rules ask for whatever they name.
 */
function isCheckable(failure: FailedRule, year: number | undefined): boolean {
  if (!isWorthTelling(failure)) return false;
  const { from, lack } = failure;
  return from === 'author' || (lack.what === 'meeting' && lack.year === year && meetsIn(lack.body, lack.year));
}
