import type { Finding, Plan, PlanEntry, Register } from '@app/domain';
import type { Json } from './kernel/command';
import { plannedId } from './kernel/instance';
import { findDefinition } from './registry';

/** A workflow that a plan's entry starts; `id` is `<county>.<entry id>`. */
export type PlannedStart = { entry: string; id: string; definition: string; data: Json };

/** What activating a plan would start; entries whose workflow does not exist yet are named, never passed over. */
export type PlannedStarts = { starts: PlannedStart[]; notDriven: string[]; findings: Finding[] };

/** Reads a checked plan against the register. Pure; nothing is started. */
export function plannedStarts(plan: Plan, register: Register): PlannedStarts {
  const result: PlannedStarts = { starts: [], notDriven: [], findings: [] };
  for (const entry of plan.entries) {
    const planned = plannedStart(plan.county, entry, register);
    if (!planned) result.notDriven.push(entry.id);
    else if ('findings' in planned) result.findings.push(...planned.findings);
    else result.starts.push(planned.start);
  }
  return result;
}

/** What one entry would start, or what is lacking for it; undefined where no workflow drives such an entry yet. */
export function plannedStart(
  county: string,
  entry: PlanEntry,
  register: Register,
): { start: PlannedStart } | { findings: Finding[] } | undefined {
  const definition = findDefinition(entry.workflow);
  const planned = definition?.planned?.(entry, register);
  if (!definition || !planned) return undefined;
  if ('findings' in planned) return planned;
  return {
    start: { entry: entry.id, id: plannedId(county, entry.id), definition: definition.name, data: planned.data },
  };
}
