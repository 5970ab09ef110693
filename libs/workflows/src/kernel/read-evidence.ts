import type { Evidence } from '@app/domain';
import { helsinkiDate } from '@app/domain';
import type { AnyDefinition } from './definition';
import type { EvidenceFact } from './evidence';
import type { WorkflowEvent } from './instance';
import type { Reopening } from './life-commands';
import { reopened } from './life-commands';
import { upcast } from './upcast';

/** Which event types a definition reads in streams that begin with `start`. */
export type EvidenceTypes = { start: string; types: readonly string[] };

/** What has to be read of the log to know all evidence: nothing else says anything of duties. */
export function evidenceTypes(definitions: readonly AnyDefinition[]): EvidenceTypes[] {
  return newestByStart(definitions).map(({ start, evidence = {} }) => ({
    start: start.event,
    types: [...new Set([start.event, ...Object.keys(evidence), reopened])],
  }));
}

/**
 * The evidence in one stream's events, of which those of types that are not read may be missing. The first event tells the
 * definition; a version cannot be told from it, so the newest one reads what every version has recorded, by its upcasts. What a reopening has
 * undone says nothing of duties, neither what the end brought nor what it took back.
 */
export function evidenceIn(
  definitions: readonly AnyDefinition[],
  county: string,
  events: readonly WorkflowEvent[],
): readonly Evidence[] {
  const [first] = events;
  const newest = newestByStart(definitions).find(({ start }) => start.event === first?.type);
  const readers = newest?.evidence;
  if (!first || !newest || !readers) return [];
  const facts = standing(events).map((event) => factOf(county, upcast(newest, event)));
  const started = factOf(county, upcast(newest, first));
  return facts.reduce<readonly Evidence[]>((soFar, fact, place) => {
    const read = readers[fact.type];
    return read ? read(soFar, fact, started, facts.slice(0, place)) : soFar;
  }, []);
}

/** The events that still stand: without the ends that a reopening has undone, and what followed from them. */
function standing(events: readonly WorkflowEvent[]): WorkflowEvent[] {
  return events.reduce<WorkflowEvent[]>((stood, event) => {
    if (event.type !== reopened) return [...stood, event];
    const { undone } = event.data as Reopening;
    return [...stood.filter(({ seq }) => seq < undone), event];
  }, []);
}

function newestByStart(definitions: readonly AnyDefinition[]): AnyDefinition[] {
  const newest = new Map<string, AnyDefinition>();
  for (const definition of definitions) {
    const known = newest.get(definition.start.event);
    if (definition.evidence && (!known || known.version < definition.version))
      newest.set(definition.start.event, definition);
  }
  return [...newest.values()];
}

function factOf(county: string, { stream, seq, type, at, data }: WorkflowEvent): EvidenceFact {
  return { county, stream, seq, type, at, on: helsinkiDate(at), data };
}
