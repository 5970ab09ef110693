import type { Text } from '@app/domain';
import { numericDate } from '@app/domain';
import type { AnyDefinition } from '../kernel/definition';
import type { Accepted, Place } from '../kernel/decide';
import { begin, follow } from '../kernel/decide';
import type { Instance, WorkflowEvent } from '../kernel/instance';

/** Where one workflow stands in its chart, which states it has been in, and the deadlines that run with their dates. */
export type Marks = {
  /** What the workflow is about. */
  matter: Text;
  now: ReadonlySet<string>;
  passed: ReadonlySet<string>;
  running: ReadonlyMap<string, { on: Text; passed: boolean }>;
};

/**
 * The marks of a workflow, from its whole stream. What is not known to have been passed is not marked: without events only the
 * present state is.
 */
export function marksOf(definition: AnyDefinition, instance: Instance, events: readonly WorkflowEvent[]): Marks {
  const now = new Set(pathsOf(instance.state));
  const passed = statesIn(definition, instance, events).flatMap(pathsOf);
  const running = Object.values(instance.deadlines)
    .filter(({ status }) => status === 'open' || status === 'passed')
    .map(({ name, dueOn, status }) => [name, { on: numericDate(dueOn), passed: status === 'passed' }] as const);
  return {
    matter: definition.matter(instance.context as never),
    now,
    passed: new Set(passed.filter((path) => !now.has(path))),
    running: new Map(running),
  };
}

/** The states that the facts led through, in their order. */
function statesIn(definition: AnyDefinition, place: Place, events: readonly WorkflowEvent[]): string[] {
  const states: string[] = [];
  let instance: Instance | null = null;
  for (const fact of events.filter(({ kind }) => kind === 'fact')) {
    const step: Accepted = instance ? follow(definition, instance, fact) : begin(definition, place, fact);
    instance = step.instance;
    states.push(instance.state);
  }
  return states;
}

/** A state and those around it: `open.in-body` gives `open` and `open.in-body`; side by side they are joined with `+`. */
function pathsOf(state: string): string[] {
  return state.split('+').flatMap((path) => {
    const keys = path.split('.');
    return keys.map((_, depth) => keys.slice(0, depth + 1).join('.'));
  });
}
