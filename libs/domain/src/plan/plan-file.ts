import type { Plan } from './plan';
import type { PlanInput } from './plan.schema';

/** The plan as the data of a plan file, which `checkPlan` reads as the same plan again. */
export function planFile(plan: Plan): PlanInput {
  return plan;
}
