import type { Finding, Plan, PlanEntry, Register } from '@app/domain';
import type { Json } from '../kernel/command';
import { type Instance, plannedId } from '../kernel/instance';
import { plannedStart } from '../planned-starts';
import * as findings from './entry-findings';

/**
 * Why an entry that is new in the plan cannot go by the workflow that has its id already: it has ended, or is about another year
 * or council term, as when next year's plan was copied from this year's. Empty where it can: the same workflow may stand in the
 * plans of several years, and a plan may take in one that runs. Ids are the county's; they carry no year of their own.
 */
export function whyIdIsTaken(
  entry: PlanEntry,
  instance: Instance,
  { plan, instances, register }: { plan: Plan; instances: ReadonlyMap<string, Instance>; register: Register },
): Finding[] {
  // That it is another kind of workflow is said of every entry.
  if (instance.definition.name !== entry.workflow) return [];
  const planned = plannedStart(plan.county, entry, register);
  if (planned && 'findings' in planned) return planned.findings;
  const wanted = planned && aboutOf(planned.start.data);
  const taken = (id: string) =>
    plan.entries.some((other) => other.id === id) || instances.has(plannedId(plan.county, id));
  const free = freeId(entry.id, String(termOf(planned?.start.data) ?? plan.year), taken);
  if (instance.status !== 'open') return [findings.entryIdUsed(entry.id, instance.id, free)];
  const is = aboutOf(instance.context);
  return is === wanted ? [] : [findings.entryIdTaken(entry.id, { workflow: instance.id, is, wanted, free })];
}

type About = { about?: string; term?: string };

/** The year or council term that start data, or the context that grew from it, is about. */
function aboutOf(data: Json): string | undefined {
  return termOf(data) ?? (data as About | null)?.about;
}

function termOf(data: Json | undefined): string | undefined {
  return (data as About | null | undefined)?.term;
}

/** The entry's id with the year or term in place of its own, and a number where that is in use too. */
function freeId(id: string, year: string, taken: (id: string) => boolean): string {
  const named = `${id.replace(/(-\d{4}){1,2}(-\d+)?$/, '')}-${year}`;
  let [free, number] = [named, 1];
  while (taken(free)) free = `${named}-${(number += 1)}`;
  return free;
}
