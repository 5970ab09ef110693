import type { CivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Register } from '../organisations/register';
import type { Text } from '../text';
import { completeEntry, type FollowedDate } from './complete-entry';
import type { Plan, PlanDate, PlanEntry } from './plan';
import { failedRuleFinding, isWorthTelling } from './rule-findings';

/** A date that the plan does not give, and why it is what it is. */
export type DerivedDate = { entry: string; name: string; on: CivilDate; because: Text };

/** A plan with the dates that its rules and templates derive, each explained, and the rules that could not be followed. */
export type CompletedPlan = { plan: Plan; derived: DerivedDate[]; findings: Finding[] };

/**
 * Fills the dates that follow from those that stand in the plan: the author's own rules, and the templates of the workflows. A date
 * that stands in the plan always wins. Completing a completed plan changes nothing. Without the register, what follows from
 * bodies' meetings stays away. Findings: `order-infeasible` where a body has no meeting that would do, `invalid-plan` for a rule
 * that refers to nothing.
 */
export function completePlan(plan: Plan, register?: Register): CompletedPlan {
  const own = register?.county.code === plan.county ? register : undefined;
  const derived: DerivedDate[] = [];
  const findings: Finding[] = [];
  const entries = plan.entries.map((entry, index) => {
    const { followed, failed } = completeEntry(toComplete(entry), plan.year, own);
    derived.push(...followed.map(({ name, on, because }) => ({ entry: entry.id, name, on, because })));
    for (const failure of failed.filter(isWorthTelling)) {
      const isRule = failure.from === 'author';
      const path = ['entries', index, ...(isRule ? ['dates', failure.name, 'rule'] : [])];
      findings.push(failedRuleFinding(entry.id, failure, path));
    }
    return completed(entry, followed);
  });
  return { plan: { ...plan, entries }, derived, findings };
}

function toComplete({ workflow, about, dates, rules = {} }: PlanEntry) {
  const all = Object.entries({ ...rules, ...dates });
  return {
    workflow,
    ...(about === undefined ? {} : { about }),
    days: new Map(Object.entries(dates).map(([name, { on }]) => [name, on])),
    rules: new Map(Object.entries(rules).map(([name, { rule }]) => [name, rule])),
    bodies: new Map(all.flatMap(([name, { body }]) => (body === undefined ? [] : [[name, body]]))),
    unreadable: new Set<string>(),
  };
}

/** The entry with its dates in the order of time. A rule that could not be followed stays one. */
function completed({ rules = {}, ...entry }: PlanEntry, followed: readonly FollowedDate[]): PlanEntry {
  const days = new Map(followed.map(({ name, on }) => [name, on]));
  const dates: Record<string, PlanDate> = { ...entry.dates };
  const left: NonNullable<PlanEntry['rules']> = {};
  for (const [name, { rule, ...date }] of Object.entries(rules)) {
    const on = days.get(name);
    if (on === undefined) left[name] = { rule, ...date };
    else dates[name] = { on, ...date };
  }
  for (const date of followed) if (date.from === 'template') dates[date.name] = { on: date.on, basis: date.basis };
  const inOrder = Object.entries(dates).sort(([, one], [, other]) =>
    one.on < other.on ? -1 : Number(one.on > other.on),
  );
  const result = { ...entry, dates: Object.fromEntries(inOrder) };
  return Object.keys(left).length > 0 ? { ...result, rules: left } : result;
}
