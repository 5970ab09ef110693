import type { AnyMachineSnapshot, AnyStateMachine, EventObject, StateValue } from 'xstate';
import { getNextTransitions, initialTransition, transition } from 'xstate';
import type { Json } from './command';
import type { Fact, StateMeta, Started } from './definition';
import type { Intent } from './intents';
import { intentsOf } from './intents';
import type { Status } from './instance';
import { statePath } from './instance';

/** Where a chart stands after a step, and what the step asks for. */
export type Step = { value: StateValue; state: string; context: Json; status: Status; intents: Intent[] };

type Guard = (args: { context: unknown; event: EventObject }, params: unknown) => boolean;

const permissive = new WeakMap<AnyStateMachine, AnyStateMachine>();

/**
 * The chart with every guard open. A guard is asked once, when a command is decided; a fact that is in the
 * log has happened, whatever a guard would say of it today.
 */
function withoutGuards(chart: AnyStateMachine): AnyStateMachine {
  const known = permissive.get(chart);
  if (known) return known;
  const guards = Object.fromEntries(Object.keys(chart.implementations.guards).map((name) => [name, () => true]));
  const open = chart.provide({ guards });
  permissive.set(chart, open);
  return open;
}

function snapshotAt(chart: AnyStateMachine, value: StateValue, context: Json): AnyMachineSnapshot {
  return withoutGuards(chart).resolveState({ value, context });
}

/** What we read of a snapshot: XState's type of it for any chart says nothing about value and context. */
type Snapshot = { status: string; value: StateValue; context: Json; hasTag: (tag: string) => boolean };

function stepOf(snapshot: Snapshot, actions: readonly { type: string; params?: unknown }[]): Step {
  const done = snapshot.status === 'done';
  return {
    value: snapshot.value,
    state: statePath(snapshot.value),
    context: snapshot.context,
    status: done ? (snapshot.hasTag('cancelled') ? 'cancelled' : 'closed') : 'open',
    intents: intentsOf(actions),
  };
}

/** The first step of a chart. */
export function enter(chart: AnyStateMachine, started: Started<Json>): Step {
  const [snapshot, actions] = initialTransition(withoutGuards(chart), started as never);
  return stepOf(snapshot, actions);
}

/** A place of a chart as a step that led there. @throws Error where the chart has no such state */
export function standAt(chart: AnyStateMachine, value: StateValue, context: Json): Step {
  return stepOf(snapshotAt(chart, value, context), []);
}

/** The transitions out of a snapshot, innermost state first, with the types that XState's own signature loses. */
function nextTransitions(snapshot: AnyMachineSnapshot): { eventType: string; guard: unknown }[] {
  return getNextTransitions(snapshot) as { eventType: string; guard: unknown }[];
}

/** Takes a fact into the chart. Throws where the chart has no way for it: such a log and definition do not belong together. */
export function take(chart: AnyStateMachine, value: StateValue, context: Json, fact: Fact): Step {
  const snapshot = snapshotAt(chart, value, context);
  if (!nextTransitions(snapshot).some((next) => next.eventType === fact.type)) {
    throw new Error(`${chart.id}: no way for ${fact.type} in state ${statePath(value)}`);
  }
  const [next, actions] = transition(withoutGuards(chart), snapshot, fact as never);
  return stepOf(next, actions);
}

/** The facts that may come next, each with the name of the guard that stands before it. */
export function nextFacts(chart: AnyStateMachine, value: StateValue, context: Json): Map<string, string | undefined> {
  const next = new Map<string, string | undefined>();
  for (const candidate of nextTransitions(snapshotAt(chart, value, context))) {
    // The innermost state comes first and wins, as in the chart itself.
    if (!next.has(candidate.eventType)) next.set(candidate.eventType, guardName(candidate.guard));
  }
  return next;
}

/** Whether a named guard lets a fact through. */
export function passes(chart: AnyStateMachine, guard: string, context: Json, fact: Fact): boolean {
  const implementation = chart.implementations.guards[guard] as Guard | undefined;
  if (!implementation) throw new Error(`${chart.id}: guard ${guard} has no implementation`);
  return implementation({ context, event: fact }, undefined);
}

/** The title of a state and who is waited for in it: the innermost state that says so. */
export function metaOf(chart: AnyStateMachine, value: StateValue, context: Json): StateMeta | undefined {
  return metasAt(chart, value, context).sort(([a], [b]) => b.length - a.length)[0]?.[1];
}

/** The names of the deadlines that may run in a state: those it declares, and those of the states around it. */
export function deadlinesAt(chart: AnyStateMachine, value: StateValue, context: Json): string[] {
  return [...new Set(metasAt(chart, value, context).flatMap(([, { deadlines }]) => deadlines))];
}

function metasAt(chart: AnyStateMachine, value: StateValue, context: Json): [string, StateMeta][] {
  const meta = snapshotAt(chart, value, context).getMeta() as Record<string, StateMeta | undefined>;
  return Object.entries(meta).filter((entry): entry is [string, StateMeta] => entry[1] !== undefined);
}

function guardName(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return guard;
  throw new Error('A guard has to be named, so that its refusal can be explained');
}
