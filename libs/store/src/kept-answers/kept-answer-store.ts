/** A request with an Idempotency-Key: `id` is of the key in the hands of its sender, `requestHash` of all that was asked with it. */
export type KeyedRequest = { county: string; id: string; requestHash: string };

/** What was answered. `body` is null where nothing may be kept of it. */
export type KeptAnswer = { status: number; headers: Readonly<Record<string, string>>; body: string | null };

/** What has been begun; `mark` tells it from what is begun later under the same key. */
export type BegunRequest = Pick<KeyedRequest, 'county' | 'id'> & { mark: string };

/**
 * `begun`: it is the caller's to do, and to settle or release. `unfinished`: somebody else has begun it and has not settled it; whether
 * they still will cannot be known.
 */
export type Begun =
  | { outcome: 'begun'; mark: string }
  | { outcome: 'done'; answer: KeptAnswer }
  | { outcome: 'unfinished' }
  | { outcome: 'key-reused' };

/** One request, one effect: answers kept for 30 days. */
export interface KeptAnswerStore {
  begin(request: KeyedRequest): Promise<Begun>;
  settle(request: Pick<KeyedRequest, 'county' | 'id'>, answer: KeptAnswer): Promise<void>;
  /** Nothing was done: the key is free again, unless it has been freed and is in somebody else's hands by now. */
  release(request: BegunRequest): Promise<void>;
  /** Removes what is older than 30 days by business time, of all counties; for the engine; so many rows at most. @returns how many */
  dropOld(most: number): Promise<number>;
}
