import { civilDate, isCivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import { forbiddenKeyFindings, schemaFindings } from '../schema-findings';
import { dateFindings } from './date-findings';
import { duplicateIdFindings, duplicateOccurrenceFindings } from './duplicate-findings';
import type { Plan } from './plan';
import { planSchema, type PlanInput } from './plan.schema';

/** `plan` is missing when the data has not the shape of a plan or names a day that does not exist. */
export type CheckedPlan = { plan?: Plan; findings: Finding[] };

/**
 * Checks a plan file that is already parsed (YAML or JSON; dates are strings), without a register. Codes:
 * `invalid-plan`, `invalid-date`, `weekday-mismatch`, `outside-year`, `blocked-day` (errors) and `duplicate-occurrence`
 * (warning). Findings come in the order of the file.
 */
export function checkPlan(data: unknown): CheckedPlan {
  const forbidden = forbiddenKeyFindings(data, 'invalid-plan');
  if (forbidden.length > 0) return { findings: forbidden };
  const parsed = planSchema.safeParse(data);
  if (!parsed.success) return { findings: schemaFindings(parsed.error.issues, data, 'invalid-plan') };
  const input = parsed.data;
  const findings = [
    ...duplicateIdFindings(input.entries),
    ...input.entries.flatMap((entry) => dateFindings(entry, input.year)),
    ...duplicateOccurrenceFindings(input.entries),
  ];
  return hasEveryDate(input) ? { plan: planOf(input), findings } : { findings };
}

function hasEveryDate({ entries }: PlanInput): boolean {
  return entries.every(({ dates }) => Object.values(dates).every(({ on }) => isCivilDate(on)));
}

function planOf({ entries, ...plan }: PlanInput): Plan {
  return {
    ...plan,
    entries: entries.map((entry) => ({
      ...entry,
      dates: Object.fromEntries(
        Object.entries(entry.dates).map(([name, date]) => [name, { ...date, on: civilDate(date.on) }]),
      ),
    })),
  };
}
