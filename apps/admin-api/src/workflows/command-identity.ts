import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { randomId } from '../clock/random-id';

type Giver = { id: string; county: string };

/** No workflow has it: a command with it is only looked up among those done before, never done. */
export const versionNobodyHas = 0;

/**
 * The id of a command, unique within its county: the same key or form in the hands of the same giver is the same command,
 * and nobody can take another's id. Without a key each request is a command of its own.
 */
export function commandIdOf(giver: Giver, idempotencyKey: string | undefined): string {
  return sha256([giver.id, giver.county, idempotencyKey ?? randomId()]);
}

/** The id of a command by its place in a batch that came with a key: repeated, the batch finds each of its commands again. */
export function commandIdInBatch(giver: Giver, batchKey: string, place: number): string {
  return sha256([giver.id, giver.county, batchKey, place]);
}

/** Tells a repeated request from another one that reuses its id. */
export function requestHashOf(request: {
  workflow: string;
  name: string;
  data: unknown;
  note?: string | undefined;
  year?: number | undefined;
}): string {
  return sha256(request);
}

function sha256(value: unknown): string {
  return createHash('sha256')
    .update(canonicalize(value) ?? '')
    .digest('hex');
}
