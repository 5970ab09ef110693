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

/** What a place of a chart says by itself, whatever is known in it. */
type Place = {
  /** The facts that may come next, each with the name of the guard that stands before it. */
  next: ReadonlyMap<string, string | undefined>;
  /** What the states around it say of themselves, the innermost first. */
  metas: readonly StateMeta[];
};

/** A chart has only so many places, and each is asked for with every step: it is looked up once. */
const places = new WeakMap<AnyStateMachine, Map<string, Place>>();

function placeAt(chart: AnyStateMachine, value: StateValue, context: Json): Place {
  const known = places.get(chart) ?? new Map<string, Place>();
  places.set(chart, known);
  const name = JSON.stringify(value);
  const place = known.get(name) ?? placeOf(snapshotAt(chart, value, context));
  known.set(name, place);
  return place;
}

function placeOf(snapshot: AnyMachineSnapshot): Place {
  const next = new Map<string, string | undefined>();
  // XState's own signature loses the types.
  for (const { eventType, guard } of getNextTransitions(snapshot) as { eventType: string; guard: unknown }[]) {
    // The innermost state comes first and wins, as in the chart itself.
    if (!next.has(eventType)) next.set(eventType, guardName(guard));
  }
  const metas = Object.entries(snapshot.getMeta() as Record<string, StateMeta | undefined>)
    .sort(([a], [b]) => b.length - a.length)
    .flatMap(([, meta]) => meta ?? []);
  return { next, metas };
}

/** Takes a fact into the chart. Throws where the chart has no way for it: such a log and definition do not belong together. */
export function take(chart: AnyStateMachine, value: StateValue, context: Json, fact: Fact): Step {
  if (!placeAt(chart, value, context).next.has(fact.type)) {
    throw new Error(`${chart.id}: no way for ${fact.type} in state ${statePath(value)}`);
  }
  const [next, actions] = transition(withoutGuards(chart), snapshotAt(chart, value, context), fact as never);
  return stepOf(next, actions);
}

/** The facts that may come next, each with the name of the guard that stands before it. */
export function nextFacts(
  chart: AnyStateMachine,
  value: StateValue,
  context: Json,
): ReadonlyMap<string, string | undefined> {
  return placeAt(chart, value, context).next;
}

/** Whether a named guard lets a fact through. */
export function passes(chart: AnyStateMachine, guard: string, context: Json, fact: Fact): boolean {
  const implementation = chart.implementations.guards[guard] as Guard | undefined;
  if (!implementation) throw new Error(`${chart.id}: guard ${guard} has no implementation`);
  return implementation({ context, event: fact }, undefined);
}

/** The title of a state and who is waited for in it: the innermost state that says so. */
export function metaOf(chart: AnyStateMachine, value: StateValue, context: Json): StateMeta | undefined {
  return placeAt(chart, value, context).metas[0];
}

/** The names of the deadlines that may run in a state: those it declares, and those of the states around it. */
export function deadlinesAt(chart: AnyStateMachine, value: StateValue, context: Json): string[] {
  return [...new Set(placeAt(chart, value, context).metas.flatMap(({ deadlines }) => deadlines))];
}

function guardName(guard: unknown): string | undefined {
  if (guard === undefined) return undefined;
  if (typeof guard === 'string') return guard;
  throw new Error('A guard has to be named, so that its refusal can be explained');
}
