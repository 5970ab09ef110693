import type { EventFilter, Store } from '@app/store';
import type { Caller } from '../access/caller';
import { notOfCounty } from '../input/own-id.decorator';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { momentsOf } from './event.schema';

type Asked = {
  county?: string | undefined;
  workflow?: string | undefined;
  type?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
};

/** What is asked for, of the caller's own county. @throws Problem 404 for another one */
export function filterOf(caller: Caller, { county = caller.county, workflow, type, from, to }: Asked): EventFilter {
  if (county !== caller.county) throw notOfCounty(caller, county);
  const ofWorkflow = /^(\d{2})[.-]/.exec(workflow ?? '')?.[1];
  if (ofWorkflow !== undefined && ofWorkflow !== caller.county) throw notOfCounty(caller, ofWorkflow);
  return { stream: workflow, type, ...momentsOf({ from, to }) };
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
