import type { Basis, Citation, CivilDate, Instant } from '@app/domain';
import type { StateValue } from 'xstate';
import type { Actor, Json } from './command';

/**
 * `passed`: the date is gone, the thing still waited for; `met-late` and `missed` say how that ended.
 * `over`: a period, such as the time for comments, has ended.
 */
export type DeadlineStatus = 'open' | 'passed' | 'met' | 'met-late' | 'missed' | 'over' | 'cancelled';

/** A deadline as it stands: `setNo` tells a moved deadline's timers from those of its earlier date. */
export type Deadline = {
  name: string;
  dueOn: CivilDate;
  dueAt: Instant;
  basis: Basis;
  citation?: Citation;
  status: DeadlineStatus;
  setNo: number;
};

export type Status = 'open' | 'closed' | 'cancelled';

/** One workflow as it stands. Everything in it follows from its events: state = fold(log). */
export type Instance = {
  id: string;
  county: string;
  definition: { name: string; version: number };
  /** Number of events in the stream; the ETag. */
  version: number;
  /** What is waited for, as a dotted path into the chart. */
  state: string;
  value: StateValue;
  context: Json;
  status: Status;
  startedOn: CivilDate;
  endedOn: CivilDate | null;
  parent: { id: string; key: string } | null;
  deadlines: Record<string, Deadline>;
};

/** Whether a deadline still counts, and by the date that was set with this number: it was neither ended nor moved since. */
export function isRunningSet({ deadlines }: Instance, name: string, setNo: number): boolean {
  const deadline = deadlines[name];
  return deadline?.setNo === setNo && (deadline.status === 'open' || deadline.status === 'passed');
}

/**
 * An event in a workflow's stream. A `fact` is the one thing a command made true and moves the chart;
 * a `consequence` is what followed from it, recorded beside it for the reader.
 */
export type WorkflowEvent = {
  stream: string;
  seq: number;
  kind: 'fact' | 'consequence';
  type: string;
  data: Json;
  at: Instant;
  actor: Actor;
  commandId: string;
  note?: string;
};

/** The dotted path of a state value: `{ open: 'overdue' }` is `open.overdue`. */
export function statePath(value: StateValue): string {
  if (typeof value === 'string') return value;
  return Object.entries(value)
    .map(([name, inner]) => (inner === undefined ? name : `${name}.${statePath(inner)}`))
    .join('+');
}

/** The id of a workflow that a plan's entry starts. */
export function plannedId(county: string, entry: string): string {
  return `${county}.${entry}`;
}
