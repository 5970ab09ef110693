import type { Json } from '../kernel/command';
import { advance } from '../kernel/decide';
import type { Hearing } from '../kernel/follows';
import type { Instance } from '../kernel/instance';
import { definitionOf } from '../registry';
import type { BegunRow } from './following';
import type { Unit } from './unit';
import { addHearing, addTold } from './unit';

/** What a workflow has said last on a topic. `ord` gives the order within the topic. */
export type Publication = { topic: string; workflow: string; seq: number; data: Json; ord: string };

/** Enough for any chain of topics that one step can begin to follow. */
export const mostHearingRounds = 20;

/** Topics that workflows of the unit begin to follow, and on which nobody has looked for publications yet. */
export function unheardIn({ following }: Pick<Unit, 'following'>): BegunRow[] {
  return following.begun.filter(({ seen }) => seen === null);
}

/** Tells a workflow of the unit what was published before on a topic that it begins to follow, as part of the same step. */
export function hearTopic(unit: Unit, row: BegunRow, publications: readonly Publication[]): void {
  const onTopic = publications.filter(({ topic }) => topic === row.topic);
  row.seen = onTopic.at(-1)?.ord ?? '0';
  for (const publication of onTopic) {
    // What it has heard may be all it wanted to know.
    if (publication.workflow !== row.workflow && unit.following.begun.includes(row)) hear(unit, row, publication);
  }
}

function hear(unit: Unit, { workflow, command }: BegunRow, { topic, workflow: from, seq, data }: Publication): void {
  const told: Hearing = { topic, from, data };
  const which = `published:${from}@${seq}/${workflow}`;
  const instance = standingIn(unit, workflow);
  const decision = advance(definitionOf(instance.definition), instance, {
    name: command,
    data: told,
    actor: { id: from, role: 'workflow' },
    commandId: which,
    now: unit.at,
  });
  if (decision.accepted) addHearing(unit, instance, decision, which);
  // A step that is not possible is well, as for the engine. Any other refusal is left to it: there a person sees it.
  else if (decision.code !== 'illegal-step') addTold(unit, { workflow, command, data: told, from }, which);
}

function standingIn({ instance, started }: Unit, workflow: string): Instance {
  const found = instance.id === workflow ? instance : started.find(({ instance: { id } }) => id === workflow)?.instance;
  if (!found) throw new Error(`${workflow} is no workflow of this unit`);
  return found;
}
