import type { Finding, FulfilledDuty, Plan, Register } from '@app/domain';
import { checkPlan, completePlan } from '@app/domain';

/** A plan that can come into force; absent where the findings have errors. */
export type ReadyPlan = { plan?: Plan; findings: Finding[] };

/**
 * Checks a plan as its author wrote it against the register, and fills in the dates that follow from others. Duties that are fulfilled
 * already are not missed in it.
 */
export function readyPlan(data: unknown, register: Register, fulfilled: readonly FulfilledDuty[] = []): ReadyPlan {
  const { plan, findings } = checkPlan(data, { register, fulfilled });
  if (!plan || hasErrors(findings)) return { findings };
  const completed = completePlan(plan, register);
  const known = new Set(findings.map(keyOf));
  const all = [...findings, ...completed.findings.filter((finding) => !known.has(keyOf(finding)))];
  return hasErrors(all) ? { findings: all } : { plan: completed.plan, findings: all };
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

function keyOf({ code, entry, path }: Finding): string {
  return JSON.stringify([code, entry, path]);
}
