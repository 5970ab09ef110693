import type { Finding, PlanEntry } from '@app/domain';
import type { Json } from '../kernel/command';
import type { Replanned } from '../kernel/definition';
import type { DateChange } from './date-changes';

/** A command that a changed entry asks of its running workflow. The reason for the change is added when it is given. */
export type EntryMove = {
  entry: string;
  workflow: string;
  command: string;
  data: Record<string, Json>;
  /** The planned dates it moves. */
  names: string[];
};

/**
 * What a definition asks for, cut down to the dates that the plan changes: the definition compares the entry with the workflow,
 * and a date that was moved in the workflow itself must not be moved back by a plan that never spoke of it.
 */
export function moveOf(
  { id }: PlanEntry,
  workflow: string,
  { command, findings }: Replanned,
  changes: readonly DateChange[],
): { move?: EntryMove; findings: Finding[] } {
  const changed = new Set(changes.map(({ name }) => name));
  const changedTo = new Set<string | undefined>(changes.map(({ to }) => to?.on));
  const said = findings.filter(({ date }) => date === null || changedTo.has(date));
  const data = command?.data as { dates?: Record<string, Json> } | undefined;
  const dates = Object.fromEntries(Object.entries(data?.dates ?? {}).filter(([name]) => changed.has(name)));
  const names = Object.keys(dates);
  if (!command || names.length === 0) return { findings: said };
  return { move: { entry: id, workflow, command: command.name, data: { ...data, dates }, names }, findings: said };
}
