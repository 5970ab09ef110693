import type { CivilDate, Finding, Plan, PlanEntry, Register } from '@app/domain';
import { type Instance, plannedId } from '../kernel/instance';
import { definitionOf } from '../registry';
import { replannedCommand } from '../replanned';
import { dateChanges, type DateChange } from './date-changes';
import * as findings from './entry-findings';
import { type EntryMove, moveOf } from './entry-move';
import { plannedStart, type PlannedStart } from '../planned-starts';
import { whyIdIsTaken } from './taken-id';

/** The dates of an entry that differ, and the workflow that goes by them; null where none was started. */
export type EntryChange = { entry: string; workflow: string | null; dates: DateChange[] };

/** What becoming another plan asks for. Every entry of it is in one of the first four, or a finding says why not. */
export type PlanChanges = {
  starts: PlannedStart[];
  moves: EntryMove[];
  /** Entries whose workflow runs or has ended, and is left as it is. */
  same: string[];
  /** Entries that no workflow drives yet: their dates only stand in the plan. */
  notDriven: string[];
  /** Of those the ones that the plan in force does not have. */
  added: string[];
  /** Entries that leave the plan. */
  dropped: string[];
  /** Entries whose title or topics are others. */
  reworded: string[];
  changed: EntryChange[];
  findings: Finding[];
};

/** Workflows by their id: at least those of the entries of both plans. */
export type Instances = ReadonlyMap<string, Instance>;

type Pair = { was: PlanEntry | undefined; entry: PlanEntry };

/**
 * What lies between the plan in force (undefined: none is) and another one. Pure; nothing is started or given. Only dates that
 * differ between the two plans are moved: one that was moved in the workflow itself stays where it is.
 */
export function planChanges(
  before: Plan | undefined,
  after: Plan,
  { instances, register, today }: { instances: Instances; register: Register; today: CivilDate },
): PlanChanges {
  const result: PlanChanges = {
    starts: [],
    moves: [],
    same: [],
    notDriven: [],
    added: [],
    dropped: [],
    reworded: [],
    changed: [],
    findings: [],
  };
  const earlier = new Map(before?.entries.map((entry) => [entry.id, entry]));
  for (const entry of after.entries) {
    const pair = { was: earlier.get(entry.id), entry };
    const instance = instances.get(plannedId(after.county, entry.id));
    const taken = instance && !pair.was ? whyIdIsTaken(entry, instance, { plan: after, instances, register }) : [];
    if (taken.length > 0) result.findings.push(...taken);
    else if (instance) changeStarted(result, pair, instance, today);
    else changeUnstarted(result, pair, after.county, register);
  }
  if (before) {
    result.added = result.notDriven.filter((id) => !earlier.has(id));
    result.reworded = after.entries.filter((entry) => isReworded(earlier.get(entry.id), entry)).map(({ id }) => id);
  }
  const kept = new Set(after.entries.map(({ id }) => id));
  for (const { id } of before?.entries ?? []) {
    if (!kept.has(id)) drop(result, id, instances.get(plannedId(after.county, id)));
  }
  return result;
}

function isReworded(was: PlanEntry | undefined, { title, topics = [] }: PlanEntry): boolean {
  return was !== undefined && (was.title !== title || (was.topics ?? []).join() !== topics.join());
}

/** The workflow of the entry was started, by this plan or without one. */
function changeStarted(result: PlanChanges, { was, entry }: Pair, instance: Instance, today: CivilDate): void {
  const { name } = instance.definition;
  const dates = dateChanges(was, entry);
  if (name !== entry.workflow) result.findings.push(findings.entryWorkflowChanged(entry, name));
  else if (was && was.about !== entry.about) result.findings.push(findings.entryAboutChanged(entry, was.about));
  else if (dates.length === 0) result.same.push(entry.id);
  else if (instance.status === 'open') moveRunning(result, { was, entry }, instance, today);
  else {
    result.same.push(entry.id);
    result.findings.push(findings.entryEnded(entry.id));
    const kept = dates.map((date) => ({ ...date, stays: true }));
    result.changed.push({ entry: entry.id, workflow: instance.id, dates: kept });
  }
}

function moveRunning(result: PlanChanges, { was, entry }: Pair, instance: Instance, today: CivilDate): void {
  const dates = dateChanges(was, entry);
  const definition = definitionOf(instance.definition);
  if (!definition.replanned) {
    if (was) result.findings.push(findings.entryNotMovable(entry.id));
    else result.same.push(entry.id);
    return;
  }
  const { move, findings: said } = moveOf(
    entry,
    instance.id,
    replannedCommand(definition, instance, entry, today),
    dates,
  );
  result.findings.push(...said);
  if (move) result.moves.push(move);
  else result.same.push(entry.id);
  // To a plan that takes in a workflow which runs already, only what moves is a change.
  const told = was ? dates : dates.filter(({ name }) => move?.names.includes(name));
  if (told.length > 0) {
    const marked = told.map((date) => ({ ...date, stays: !move?.names.includes(date.name) }));
    result.changed.push({ entry: entry.id, workflow: instance.id, dates: marked });
  }
}

function changeUnstarted(result: PlanChanges, { was, entry }: Pair, county: string, register: Register): void {
  const planned = plannedStart(county, entry, register);
  if (planned && 'findings' in planned) result.findings.push(...planned.findings);
  else if (planned) result.starts.push(planned.start);
  else {
    result.notDriven.push(entry.id);
    const dates = dateChanges(was, entry);
    if (was && dates.length > 0) result.changed.push({ entry: entry.id, workflow: null, dates });
  }
}

function drop(result: PlanChanges, entry: string, instance: Instance | undefined): void {
  if (instance?.status === 'open') result.findings.push(findings.entryRunning(entry));
  else result.dropped.push(entry);
}
