/** A new `Idempotency-Key`: under it the server takes one request once, however often it is sent. */
export function newRequestKey(): string {
  return globalThis.crypto.randomUUID();
}
