import type { Hearing, Instance } from '@app/workflows';
import { advance, definitionOf } from '@app/workflows';
import type { Query } from '../connection/database';
import type { BegunRow } from './following';
import type { Publication } from './publications';
import { readPublications } from './publications';
import type { Unit } from './unit';
import { addHearing, addTold } from './unit';

/** Enough for any chain of topics that one step can begin to follow. */
const mostRounds = 20;

/**
 * Tells the workflows of the units what was published on the topics that they begin to follow, in the same step: so that a request
 * that has been answered already is not sent. What they then begin to follow is looked for too.
 */
export async function hearPublications(query: Query, county: string, units: readonly Unit[]): Promise<void> {
  for (let round = 0; round < mostRounds; round += 1) {
    const unheard = units.flatMap((unit) => unheardIn(unit).map((row) => ({ unit, row })));
    if (unheard.length === 0) return;
    const topics = [...new Set(unheard.map(({ row }) => row.topic))].sort();
    const publications = await readPublications(query, county, topics);
    for (const { unit, row } of unheard) hearTopic(unit, row, publications);
  }
  throw new Error(`What ${units.map(({ instance }) => instance.id).join(', ')} hear never ends`);
}

function unheardIn({ following }: Unit): BegunRow[] {
  return following.begun.filter(({ seen }) => seen === null);
}

function hearTopic(unit: Unit, row: BegunRow, publications: readonly Publication[]): void {
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
