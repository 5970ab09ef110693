import { randomUUID } from 'node:crypto';

/** An id that nobody else makes: for a command that came without an idempotency key, for a form, for an error in the log. */
export function randomId(): string {
  return randomUUID();
}
