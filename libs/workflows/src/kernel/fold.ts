import canonicalize from 'canonicalize';
import type { AnyDefinition } from './definition';
import type { Accepted, Place } from './decide';
import { begin, follow } from './decide';
import type { Instance, WorkflowEvent } from './instance';

/** A recorded event that is not what folding the facts gives: the log and the definition do not agree. */
export type Difference = { seq: number; recorded: string | null; recomputed: string | null };

export type Folded = { instance: Instance; differences: Difference[] };

/**
 * Folds a stream into the workflow's state, and compares every recorded consequence with the one that follows today.
 * Throws where the stream is empty or a fact has no way in the chart.
 */
export function fold(definition: AnyDefinition, place: Place, events: readonly WorkflowEvent[]): Folded {
  let instance: Instance | null = null;
  const differences: Difference[] = [];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  for (const fact of events.filter(({ kind }) => kind === 'fact')) {
    const step: Accepted = instance ? follow(definition, instance, fact) : begin(definition, place, fact);
    differences.push(...compare(step.events.slice(1), bySeq));
    instance = step.instance;
  }
  if (!instance) throw new Error(`${place.id}: the stream is empty`);
  if (instance.version !== events.length) {
    differences.push({
      seq: events.length,
      recorded: `${events.length} events`,
      recomputed: `${instance.version} events`,
    });
  }
  return { instance, differences };
}

function compare(recomputed: readonly WorkflowEvent[], recorded: ReadonlyMap<number, WorkflowEvent>): Difference[] {
  return recomputed.flatMap((event) => {
    const stored = recorded.get(event.seq);
    const [was, is] = [stored ? textOf(stored) : null, textOf(event)];
    return was === is ? [] : [{ seq: event.seq, recorded: was, recomputed: is }];
  });
}

function textOf({ type, data }: WorkflowEvent): string {
  return `${type} ${canonicalize(data) ?? ''}`;
}
