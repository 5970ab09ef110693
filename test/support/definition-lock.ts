import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AnyDefinition, descriptionOf } from '@app/workflows';
import canonicalize from 'canonicalize';

/**
 * libs/workflows/definitions.lock.json by `name@version`: a hash alone holds a version still while it is being written; with the
 * product version that `released` it, it never changes again. A version that is not in it yet is a draft.
 */
export type DefinitionLock = Record<string, string | { released: string; hash: string }>;

const folder = join(__dirname, '..', '..');

const file = join(folder, 'libs/workflows/definitions.lock.json');

export function readLock(): DefinitionLock {
  return JSON.parse(readFileSync(file, 'utf8')) as DefinitionLock;
}

/** Locks every definition as it is now; lines of released ones stay what they are. */
export function writeLock(definitions: readonly AnyDefinition[], lock: DefinitionLock): void {
  const released = Object.entries(lock).filter(([, locked]) => typeof locked !== 'string');
  const now = definitions.map((definition): [string, string] => [idOf(definition), hashOf(definition)]);
  const lines = Object.entries({ ...Object.fromEntries(now), ...Object.fromEntries(released) });
  const sorted = lines.sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(file, JSON.stringify(Object.fromEntries(sorted), null, 2) + '\n');
}

/** The versions that have recorded histories in test/golden, as `name@version`. */
export function recordedVersions(): string[] {
  return readdirSync(join(folder, 'test/golden')).map((file) => file.replace(/\.v(\d+)\.json$/, '@$1'));
}

export function idOf({ name, version }: Pick<AnyDefinition, 'name' | 'version'>): string {
  return `${name}@${version}`;
}

/** A digest of all of a definition that is data. */
export function hashOf(definition: AnyDefinition): string {
  return createHash('sha256')
    .update(canonicalize(descriptionOf(definition)) ?? '')
    .digest('hex');
}

/** What is not as it was locked, each with what to do; empty when all is. */
export function lockFaults(
  definitions: readonly AnyDefinition[],
  lock: DefinitionLock,
  recorded: readonly string[],
): string[] {
  const known = new Map(definitions.map((definition) => [idOf(definition), definition]));
  return Object.entries(lock).flatMap(([id, locked]) => {
    const definition = known.get(id);
    if (!definition) return [missing(id, locked)];
    return [
      ...changed(definition, locked),
      ...(recorded.includes(id)
        ? []
        : [`${id} has no recorded histories in test/golden: record some, so that its functions are held still too.`]),
    ];
  });
}

function missing(id: string, locked: DefinitionLock[string]): string {
  return typeof locked === 'string'
    ? `${id} is not in the registry: take its line out of definitions.lock.json.`
    : `${id} was released and is not in the registry: put it back, running workflows have it and the log is read by it.`;
}

function changed(definition: AnyDefinition, locked: DefinitionLock[string]): string[] {
  const [id, hash] = [idOf(definition), hashOf(definition)];
  if (typeof locked === 'string')
    return locked === hash
      ? []
      : [`${id} has changed; it is not released, so if that was meant its line is now "${id}": "${hash}".`];
  if (locked.hash === hash) return [];
  const { name, version } = definition;
  return [
    `${id} has changed and was released with ${locked.released}: running workflows have it. Undo the change, and make it in a version ${version + 1} of ${name} beside it (a file and a line in the registry of its own; with migrates, if running ones should move).`,
  ];
}
