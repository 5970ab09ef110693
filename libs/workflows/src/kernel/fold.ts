import canonicalize from 'canonicalize';
import type { OwnPublication } from './consequences';
import type { AnyDefinition } from './definition';
import type { Accepted, Place } from './decide';
import { begin, follow } from './decide';
import type { Instance, WorkflowEvent } from './instance';
import { followMigration, migrationIn } from './migrate';
import { upcast } from './upcast';

/** A recorded event that is not what folding the facts gives: the log and the definition do not agree. */
export type Difference = { seq: number; recorded: string | null; recomputed: string | null };

/** `publications`: what the stream has published, in its order; the log names the topics only. */
export type Folded = { instance: Instance; differences: Difference[]; publications: OwnPublication[] };

/** The version of a workflow's definition that is asked for. */
export type VersionOf = (version: number) => AnyDefinition;

/**
 * Folds a stream into the workflow's state, and compares every recorded consequence with the one that follows today. `definition`
 * is the one that the stream began with; where it was moved, `versionOf` finds the next one. Each event is read as the version in
 * force reads it. Throws where the stream is empty or a fact has no way in the chart.
 */
export function fold(
  definition: AnyDefinition,
  place: Place,
  events: readonly WorkflowEvent[],
  versionOf: VersionOf = noOther(definition),
): Folded {
  let inForce = definition;
  let instance: Instance | null = null;
  const differences: Difference[] = [];
  const publications: OwnPublication[] = [];
  const bySeq = new Map(events.map((event) => [event.seq, event]));
  for (const stored of events.filter(({ kind }) => kind === 'fact')) {
    const migration = migrationIn(stored);
    if (migration) inForce = versionOf(migration.to);
    const step = stepOf(inForce, place, instance, stored);
    differences.push(...compare(inForce, step.events.slice(1), bySeq));
    publications.push(...step.effects.publications);
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
  return { instance, differences, publications };
}

/** The version a stream began with, where it is at `version` now. */
export function firstVersion(events: readonly WorkflowEvent[], version: number): number {
  for (const event of events) {
    const migration = migrationIn(event);
    if (migration) return migration.from;
  }
  return version;
}

function stepOf(definition: AnyDefinition, place: Place, before: Instance | null, stored: WorkflowEvent): Accepted {
  const fact = upcast(definition, stored);
  if (!before) return begin(definition, place, fact);
  return migrationIn(fact) ? followMigration(definition, before, fact) : follow(definition, before, fact);
}

function noOther({ name, version }: AnyDefinition): VersionOf {
  return (other) => {
    throw new Error(`${name} v${version}: nobody said where version ${other} is`);
  };
}

function compare(
  definition: AnyDefinition,
  recomputed: readonly WorkflowEvent[],
  recorded: ReadonlyMap<number, WorkflowEvent>,
): Difference[] {
  return recomputed.flatMap((event) => {
    const stored = recorded.get(event.seq);
    const [was, is] = [stored ? textOf(upcast(definition, stored)) : null, textOf(event)];
    return was === is ? [] : [{ seq: event.seq, recorded: was, recomputed: is }];
  });
}

function textOf({ type, data }: WorkflowEvent): string {
  return `${type} ${canonicalize(data) ?? ''}`;
}
