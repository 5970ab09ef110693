import type { AnyDefinition } from '@app/workflows';

/** What walks and paths have come across in one definition, to tell what none of them ever reaches. */
export type Seen = {
  definition: AnyDefinition;
  states: Set<string>;
  /** `state > command`: offered to somebody, and accepted at least once. */
  offered: Set<string>;
  accepted: Set<string>;
  /** Deadlines that were set, and those that were met or whose time was over: not only cancelled with the workflow. */
  set: Set<string>;
  kept: Set<string>;
  mails: Set<string>;
  refusals: Set<string>;
  steps: number;
};

export type SeenBy = Map<string, Seen>;

export function seenOf(seen: SeenBy, definition: AnyDefinition): Seen {
  const key = `${definition.name} v${definition.version}`;
  const known = seen.get(key);
  if (known) return known;
  const nothing: Seen = {
    definition,
    states: new Set(),
    offered: new Set(),
    accepted: new Set(),
    set: new Set(),
    kept: new Set(),
    mails: new Set(),
    refusals: new Set(),
    steps: 0,
  };
  seen.set(key, nothing);
  return nothing;
}

/** What the definition declares and nothing ever reached. */
export function neverSeen({ definition, accepted, set, kept, mails }: Seen): string[] {
  const missing = (declared: Iterable<string>, found: ReadonlySet<string>) =>
    [...declared].filter((one) => !found.has(one));
  const deadlines = Object.keys(definition.deadlines);
  const given = new Set([...accepted].map((pair) => pair.split(' > ')[1] ?? ''));
  return [
    ...missing(Object.keys(definition.commands), given).map((command) => `the command ${command} is never accepted`),
    ...missing(deadlines, set).map((deadline) => `the deadline ${deadline} is never set`),
    ...missing(deadlines, kept).map((deadline) => `the deadline ${deadline} is never met and its time is never over`),
    ...missing(definition.mails, mails).map((mail) => `the mail ${mail} is never owed`),
  ].map((what) => `${definition.name} v${definition.version}: ${what}`);
}

/** Commands that somebody is offered in a state in which they were never accepted: a guard refused them each time. */
export function offeredInVain({ offered, accepted }: Seen): string[] {
  return [...offered].filter((pair) => !accepted.has(pair)).sort();
}
