import type { EventFilter, Store } from '@app/store';
import { eventTypes } from '@app/workflows';
import type { Caller } from '../access/caller';
import { notOfCounty } from '../input/own-id.decorator';
import { text } from '../language/text';
import { requireOrganisation } from '../register/require-organisation';
import { Problem } from '../problems/problem';
import { momentsOf } from './event.schema';

type Asked = {
  county?: string | undefined;
  workflow?: string | undefined;
  organisation?: string | undefined;
  type?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/**
 * What is asked for, of the caller's own county.
 * @throws Problem 404 for another one, a workflow that has no events (one that was disposed of has some) or an organisation that is not in
 * the register; 422 for a type that no event has
 */
export async function filterOf(
  store: Store,
  caller: Caller,
  { county = caller.county, workflow, organisation, type, from, to }: Asked,
): Promise<EventFilter> {
  if (county !== caller.county) throw notOfCounty(caller, county);
  const ofWorkflow = /^(\d{2})[.-]/.exec(workflow ?? '')?.[1];
  if (ofWorkflow !== undefined && ofWorkflow !== caller.county) throw notOfCounty(caller, ofWorkflow);
  if (type !== undefined && !eventTypes.includes(type)) throw noSuchType(type);
  if (workflow !== undefined && (await store.events.ofStream(county, workflow, { after: 0, limit: 1 })).length === 0)
    throw new Problem('unknown-id');
  if (organisation !== undefined) await requireOrganisation(store, county, organisation);
  return { stream: workflow, organisation, type, ...momentsOf({ from, to }) };
}

function noSuchType(type: string): Problem {
  const known = eventTypes.join(', ');
  const message = text(
    `Tapahtuman lajia ${type} ei ole. Lajit ovat: ${known}.`,
    `Det finns ingen händelsetyp ${type}. Typerna är: ${known}.`,
    `There is no type of event ${type}. The types are: ${known}.`,
  );
  return new Problem('invalid-data', { detail: message, errors: [{ path: 'type', code: 'unknown-type', message }] });
}

/** The last position of the log as it is now, -1 of an empty one. @throws Problem 422 where it has not grown to the position asked for */
export async function requireReached(store: Store, county: string, asked: number | undefined): Promise<number> {
  const last = (await store.events.size(county)) - 1;
  if (asked !== undefined && asked > last) throw noSuchPosition(last);
  return last;
}

/** The log ends before the position that was asked for. */
export function noSuchPosition(last: number): Problem {
  const detail =
    last < 0
      ? text('Loki on vielä tyhjä.', 'Loggen är ännu tom.', 'The log is still empty.')
      : text(
          `Lokin viimeinen sija on nyt ${last}.`,
          `Loggens sista position är nu ${last}.`,
          `The last position of the log is ${last} now.`,
        );
  return new Problem('no-such-position', { detail });
}
