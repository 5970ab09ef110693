import { civilDate, isCivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import { inFileOrder } from '../in-file-order';
import type { Register } from '../organisations/register';
import { forbiddenKeyFindings, schemaFindings } from '../schema-findings';
import { budgetFindings } from './budget-findings';
import { collisionFindings } from './collision-findings';
import { dateFindings } from './date-findings';
import { datedEntry, type DatedEntry } from './dated-entries';
import { ruleOf } from './date-rule';
import { duplicateIdFindings, duplicateOccurrenceFindings } from './duplicate-findings';
import { dutyFindings, type FulfilledDuty } from './duty-findings';
import { emptySeatFindings } from './empty-seat-findings';
import { municipalOrderFindings } from './municipal-order-findings';
import { bodiesById, orderFindings } from './order-findings';
import type { Plan, PlanEntry } from './plan';
import { draftOf, type PlanDraft } from './plan-draft';
import { mostEntries, unknownNameFindings, wholePlanFindings } from './plan-findings';
import { planSchema, type PlanInput } from './plan.schema';
import { sequenceFindings } from './sequence-findings';
import { termFindings } from './term-findings';
import { unknownInRegister } from './unknown-in-register';

/** `plan` is missing when the data has not the shape of a plan or names a day that does not exist. */
export type CheckedPlan = { plan?: Plan; findings: Finding[] };

/** `register` is the one of the plan's county; `fulfilled` are duties that the plan need not fulfil any more. */
export type PlanCheckOptions = { register?: Register | undefined; fulfilled?: readonly FulfilledDuty[] };

/**
 * Checks a plan file that is already parsed (YAML or JSON; dates are strings). All findings at once, also when the shape has errors,
 * each with its place in the data, in the order of the file. Errors: `invalid-plan`, `invalid-date`, `weekday-mismatch`,
 * `outside-year`, `blocked-day`, `term-exceeded`, `order-infeasible` (with a register also between the bodies' meetings). Warnings:
 * `duplicate-occurrence`, `collision`, `duty-missing`, `too-late-for-budget`, `unknown-workflow`, `unknown-date`, and with a register
 * `empty-seat`, `unknown-interface`, `unknown-body`. Dates that the templates derive are looked at like those that are written.
 */
export function checkPlan(data: unknown, { register, fulfilled = [] }: PlanCheckOptions = {}): CheckedPlan {
  const forbidden = forbiddenKeyFindings(data, 'invalid-plan');
  if (forbidden.length > 0) return { findings: forbidden };
  const parsed = planSchema.safeParse(data);
  const shape = parsed.success ? [] : schemaFindings(parsed.error.issues, data, 'invalid-plan');
  const draft = draftOf(data);
  const whole = wholePlanFindings(draft, register);
  const own = register?.county.code === draft.county ? register : undefined;
  const findings = inFileOrder([...shape, ...whole, ...contentFindings(draft, own, fulfilled)], data);
  const plan = parsed.success ? planOf(parsed.data) : undefined;
  return plan === undefined ? { findings } : { plan, findings };
}

function contentFindings(
  draft: PlanDraft,
  register: Register | undefined,
  fulfilled: readonly FulfilledDuty[],
): Finding[] {
  const { year } = draft;
  const entries = draft.entries.slice(0, mostEntries);
  const completed = entries.map((entry) => ({ entry, ...datedEntry(entry, year, register) }));
  const dated = completed.map(({ dated: one }) => one);
  return [
    ...duplicateIdFindings(entries),
    ...duplicateOccurrenceFindings(entries),
    ...completed.flatMap(({ entry, dated: one, findings }) => [
      ...unknownNameFindings(entry),
      ...dateFindings(entry, one, year),
      ...findings,
      ...termFindings(one),
      ...budgetFindings(one, register),
      ...sequenceFindings(one, register !== undefined),
    ]),
    ...collisionFindings(dated, register),
    ...(register === undefined ? [] : registerFindings(dated, register)),
    ...(year === undefined || !draft.isWhole ? [] : dutyFindings(dated, year, fulfilled)),
  ];
}

function registerFindings(entries: readonly DatedEntry[], register: Register): Finding[] {
  const bodies = bodiesById(register);
  return [
    ...entries.flatMap((entry) => [
      ...unknownInRegister(entry, register, bodies),
      ...orderFindings(entry, bodies),
      ...municipalOrderFindings(entry, register, bodies),
    ]),
    ...emptySeatFindings(entries, register),
  ];
}

/** The plan that the data is; undefined where a date is neither a day nor a rule. */
function planOf({ entries, ...plan }: PlanInput): Plan | undefined {
  const read = entries.map(entryOf);
  const known = read.filter((entry) => entry !== undefined);
  return known.length === entries.length ? { ...plan, entries: known } : undefined;
}

function entryOf({ dates, ...entry }: PlanInput['entries'][number]): PlanEntry | undefined {
  const days: PlanEntry['dates'] = {};
  const rules: NonNullable<PlanEntry['rules']> = {};
  for (const [name, { on, rule: fields, ...date }] of Object.entries(dates)) {
    const rule = fields && ruleOf(fields);
    if (on !== undefined && fields === undefined && isCivilDate(on)) days[name] = { on: civilDate(on), ...date };
    else if (on === undefined && rule !== undefined) rules[name] = { rule, ...date };
    else return undefined;
  }
  return { ...entry, dates: days, ...(Object.keys(rules).length > 0 ? { rules } : {}) };
}
