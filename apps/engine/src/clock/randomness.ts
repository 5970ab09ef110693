import { randomUUID } from 'node:crypto';

/** An id that nobody else makes. */
export function randomId(): string {
  return randomUUID();
}

/** A number from 0 up to 1, for pauses that must not fall together. Never for secrets. */
export function chance(): number {
  return Math.random();
}
