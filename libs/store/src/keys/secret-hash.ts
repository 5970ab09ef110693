import { createHash } from 'node:crypto';

/** What is kept of a secret. It has 256 random bits, so a plain hash cannot be guessed back, and it can be looked up. */
export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
