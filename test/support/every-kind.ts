import type { Plan, Register } from '@app/domain';
import { civilDate, completePlan } from '@app/domain';

/** The clean plan with all its dates, and with an entry of the one kind that it lacks: what starts every planned workflow there is. */
export function withEveryKind(clean: Plan, register: Register): Plan {
  const { plan } = completePlan(clean, register);
  const dates = { deliveredToCounty: { on: civilDate('2026-11-30'), basis: 'requested' as const } };
  const reports = { id: 'municipal-reports-2026', workflow: 'yearly-municipal-report', dates };
  return { ...plan, entries: [...plan.entries, reports] };
}
