import type { Instant } from '@app/domain';
import type { Refused } from '../kernel/command';
import type { Accepted, Decision } from '../kernel/decide';
import { advance, start } from '../kernel/decide';
import type { Instance } from '../kernel/instance';
import { definitionOf, findDefinition } from '../registry';
import type { Instances } from './plan-changes';

/** One workflow's step; `before` is null where it is started. */
export type Step = { before: Instance | null; decision: Accepted };

/** What follows when the engine tells the workflows concerned: every step in order, and what a told workflow refuses. */
export type ToldSteps = { steps: Step[]; refused: { workflow: string; refused: Refused }[] };

/** More steps than any county's year can have: a definition whose workflows tell one another for ever is a mistake of ours. */
const mostSteps = 20_000;

/** The refusal that the engine takes for well: the matter has moved on meanwhile. */
const movedOn = 'illegal-step';

/**
 * Follows steps to their end as the engine would: children are started, parents and children are told, and what they decide
 * is followed in turn. Pure. A step that a told workflow has no way for is passed over, as the engine passes over it.
 */
export function toldSteps(first: readonly Step[], instances: Instances, now: Instant): ToldSteps {
  const standing = new Map(instances);
  const result: ToldSteps = { steps: [], refused: [] };
  const queue: Step[] = [];
  const enqueue = (step: Step) => {
    standing.set(step.decision.instance.id, step.decision.instance);
    queue.push(step);
  };
  first.forEach(enqueue);
  for (let step = queue.shift(); step; step = queue.shift()) {
    if (result.steps.push(step) > mostSteps) throw new Error('Workflows tell one another without end');
    const { instance, effects } = step.decision;
    for (const child of effects.children) enqueue(startOf(instance, child, now));
    for (const tell of tellsOf(step.decision)) {
      const before = standing.get(tell.to);
      const decision = before && tellOne(before, tell, instance, now);
      if (before && decision?.accepted) enqueue({ before, decision });
      else if (decision?.accepted === false && decision.code !== movedOn)
        result.refused.push({ workflow: tell.to, refused: decision });
    }
  }
  return result;
}

type Tell = { to: string; command: string; data: unknown };

function tellOne(before: Instance, { command: name, data }: Tell, from: Instance, now: Instant): Decision {
  const actor = { id: from.id, role: 'workflow' as const };
  return advance(definitionOf(before.definition), before, { name, data, actor, commandId: tellOf(from), now });
}

function tellOf({ id, version }: Instance): string {
  return `tell:${id}@${version}`;
}

function tellsOf({ instance, effects }: Accepted): Tell[] {
  const { parent } = instance;
  return [
    ...effects.tellParent.flatMap((tell) => (parent ? [{ ...tell, to: parent.id }] : [])),
    ...effects.tellChildren.map(({ id, ...tell }) => ({ ...tell, to: id })),
  ];
}

function startOf(
  parent: Instance,
  { id, key, workflow, data }: Accepted['effects']['children'][number],
  now: Instant,
): Step {
  const definition = findDefinition(workflow);
  if (!definition) throw new Error(`${parent.id} starts a ${workflow}, which no definition is called`);
  const decision = start(
    definition,
    { id, county: parent.county, parent: { id: parent.id, key } },
    { name: definition.start.event, data, actor: { id: parent.id, role: 'workflow' }, commandId: tellOf(parent), now },
  );
  if (!decision.accepted) throw new Error(`${parent.id} starts ${id}, which is refused: ${decision.code}`);
  return { before: null, decision };
}
