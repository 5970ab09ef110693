import type { Plan } from './plan';
import type { PlanInput } from './plan.schema';

/** The plan as the data of a plan file, which `checkPlan` reads as the same plan again: rules stand among the dates. */
export function planFile({ entries, ...plan }: Plan): PlanInput {
  return {
    ...plan,
    entries: entries.map(({ rules, dates, ...entry }) => ({ ...entry, dates: { ...dates, ...rules } })),
  };
}
