import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 20;

/**
 * Asks again every 20 ms until the probe answers something, for at most `limitMs` of real (monotonic) time.
 * @returns the probe's answer, or `undefined` when the time was up first.
 */
export async function waitFor<T>(
  probe: () => T | undefined | Promise<T | undefined>,
  limitMs: number,
): Promise<T | undefined> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await probe();
    if (answer !== undefined) {
      return answer;
    }
    if (performance.now() >= end) {
      return undefined;
    }
    await pause(PAUSE_MS);
  }
}
