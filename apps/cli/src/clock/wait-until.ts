import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 10;

/**
 * Asks again and again until the condition answers something, for at most `limitMs` of real (monotonic) time.
 * @returns the answer, or `undefined` when the time was up first.
 */
export async function waitUntil<T>(
  condition: () => T | undefined | Promise<T | undefined>,
  limitMs: number,
  pauseMs = PAUSE_MS,
): Promise<T | undefined> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await condition();
    if (answer !== undefined) return answer;
    if (performance.now() >= end) return undefined;
    await pause(pauseMs);
  }
}

/** Lets real time pass; ends early, without an error, when the signal fires. */
export async function rest(ms: number, signal?: AbortSignal): Promise<void> {
  await pause(ms, undefined, signal && { signal }).catch((error: unknown) => {
    if (signal?.aborted !== true) throw error;
  });
}
