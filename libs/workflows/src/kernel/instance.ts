import type { AnsweringBody, Basis, Citation, CivilDate, Instant, LadderName } from '@app/domain';
import type { StateValue } from 'xstate';
import type { Actor, Json } from './command';
import type { WorkflowDocument } from './document';
import type { LaddersInForce } from './ladders-in-force';
import type { WorkflowRecord } from './record';

/**
 * `passed`: the date is gone, the thing still waited for; `met-late` and `missed` say how that ended.
 * `paused`: waited for, but time stands still. `over`: a period, such as the time for comments, has ended.
 */
export type DeadlineStatus = 'open' | 'passed' | 'paused' | 'met' | 'met-late' | 'missed' | 'over' | 'cancelled';

/** A deadline as it stands: `setNo` tells a moved deadline's timers from those of its earlier date. */
export type Deadline = {
  name: string;
  dueOn: CivilDate;
  dueAt: Instant;
  basis: Basis;
  citation?: Citation;
  status: DeadlineStatus;
  setNo: number;
  ladder?: LadderName;
  /** The body that answers, where one does: rungs before its agenda are counted from its meeting. */
  body?: AnsweringBody;
  /** The rungs of its ladder that have not been reported as due; none once it has ended. */
  rungs: { key: string; on: CivilDate }[];
  /** The keys of the rungs that have been reported as due since the date was set; only while it is waited for. */
  fired?: string[];
  /** While it is paused: how it stood before. */
  before?: 'open' | 'passed';
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
  life: Life;
};

/** What the kernel knows of every workflow, whatever its definition: see life-commands.ts. */
export type Life = {
  /** Since when and why time stands still; null while it runs. */
  paused: Paused | null;
  /** The keys of the children started, in the order of the log. */
  children: string[];
  /** Where the workflow stood before the step that ended it; null while it is open, and where its first step was its end. */
  ended: Ended | null;
  /** What was attached, in the order of the log; earlier versions among them. */
  documents: WorkflowDocument[];
  /** The official documents, in the order of the log; absent where there are none. */
  records?: WorkflowRecord[];
  /** The county's own ladders, as the workflow was started with them or told of them last; absent where it has none. */
  ladders?: LaddersInForce;
  /** The keys of the tasks that the workflow has opened and not closed; a person may have closed one meanwhile. */
  tasks: string[];
};

export type Paused = { on: CivilDate; at: Instant; reason: string; byParent: boolean };

/** `seq` is the fact that ended the workflow; `deadlines` are those that were waited for until then. */
export type Ended = {
  seq: number;
  at: Instant;
  value: StateValue;
  context: Json;
  deadlines: Record<string, Deadline>;
  paused: Paused | null;
};

/** Whether time runs for a deadline. One that has passed still has its reminders to come. */
export function isRunning({ status }: Pick<Deadline, 'status'>): boolean {
  return status === 'open' || status === 'passed';
}

/** Whether what the deadline is set for is still waited for, be it that time stands still. */
export function isAwaited(deadline: Pick<Deadline, 'status'>): boolean {
  return isRunning(deadline) || deadline.status === 'paused';
}

/** Whether a deadline's time runs, and by the date that was set with this number: it was neither ended, paused nor moved since. */
export function isRunningSet({ deadlines }: Instance, name: string, setNo: number): boolean {
  const deadline = deadlines[name];
  return deadline?.setNo === setNo && isRunning(deadline);
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
