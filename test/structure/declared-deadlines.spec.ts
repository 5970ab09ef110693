import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AnyDefinition, Instance, Place, StateMeta, WorkflowEvent } from '@app/workflows';
import { deadlinesAt, definitions, fold } from '@app/workflows';

type Golden = { histories: { place: Place; events: WorkflowEvent[] }[] };
type Node = { path: string[]; meta?: unknown; states: Record<string, Node> };

// Deadlines are set by code. What the states declare of them is drawn and promised to readers, so it is held against recorded
// histories, both ways.
describe('the deadlines that states declare', () => {
  it.each(definitions.map((definition) => [`${definition.name}.v${definition.version}`, definition] as const))(
    'of %s are those that ran in them',
    (_, definition) => {
      const ran = runningDeadlines(definition);
      expect(ran.undeclared).toEqual([]);
      expect(declaredBy(definition).filter((declared) => !ran.pairs.has(declared))).toEqual([]);
    },
  );

  it.each(definitions.map((definition) => [`${definition.name}.v${definition.version}`, definition] as const))(
    'of %s are all its deadlines',
    (_, definition) => {
      const declared = new Set(declaredBy(definition).map((pair) => pair.split(': ')[1]));
      expect([...declared].toSorted()).toEqual(Object.keys(definition.deadlines).toSorted());
    },
  );
});

/** Each declaration as `state: deadline`. */
function declaredBy(definition: AnyDefinition): string[] {
  const from = (node: Node): string[] => [
    ...((node.meta as StateMeta | undefined)?.deadlines ?? []).map((name) => `${node.path.join('.')}: ${name}`),
    ...Object.values(node.states).flatMap(from),
  ];
  return from(definition.chart.root);
}

/** What ran when: every deadline with the state it ran in and the states around that one. */
function runningDeadlines(definition: AnyDefinition): { undeclared: string[]; pairs: Set<string> } {
  const undeclared = new Set<string>();
  const pairs = new Set<string>();
  for (const instance of standingsOf(definition)) {
    const running = Object.values(instance.deadlines).filter(({ status }) => ['open', 'passed'].includes(status));
    const declared = deadlinesAt(definition.chart, instance.value, instance.context);
    for (const { name } of running) {
      if (!declared.includes(name)) undeclared.add(`${instance.state}: ${name}`);
      for (const path of pathsUpTo(instance.state)) pairs.add(`${path}: ${name}`);
    }
  }
  return { undeclared: [...undeclared], pairs };
}

/** The workflow as it stood after each fact of its recorded histories. */
function standingsOf(definition: AnyDefinition): Instance[] {
  const file = join(__dirname, `../golden/${definition.name}.v${definition.version}.json`);
  const { histories } = JSON.parse(readFileSync(file, 'utf8')) as Golden;
  return histories.flatMap(({ place, events }) =>
    events.flatMap((_, index) =>
      events[index + 1]?.kind === 'consequence' ? [] : [fold(definition, place, events.slice(0, index + 1)).instance],
    ),
  );
}

/** `open.in-body+other` gives `open`, `open.in-body` and `open.other`. */
function pathsUpTo(state: string): string[] {
  return state
    .split('+')
    .flatMap((path) => path.split('.').map((_, depth, keys) => keys.slice(0, depth + 1).join('.')));
}
