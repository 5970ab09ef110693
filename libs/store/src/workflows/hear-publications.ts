import { hearTopic, mostHearingRounds, type Unit, unheardIn } from '@app/workflows';
import type { Query } from '../connection/database';
import { readPublications } from './publications';

/**
 * Tells the workflows of the units what was published on the topics that they begin to follow, in the same step: so that a request
 * that has been answered already is not sent. What they then begin to follow is looked for too.
 */
export async function hearPublications(query: Query, county: string, units: readonly Unit[]): Promise<void> {
  for (let round = 0; round < mostHearingRounds; round += 1) {
    const unheard = units.flatMap((unit) => unheardIn(unit).map((row) => ({ unit, row })));
    if (unheard.length === 0) return;
    const topics = [...new Set(unheard.map(({ row }) => row.topic))].sort();
    const publications = await readPublications(query, county, topics);
    for (const { unit, row } of unheard) hearTopic(unit, row, publications);
  }
  throw new Error(`What ${units.map(({ instance }) => instance.id).join(', ')} hear never ends`);
}
