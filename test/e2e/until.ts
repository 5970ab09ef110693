import { setTimeout as pause } from 'node:timers/promises';

const PAUSE_MS = 20;

/** Waits until the condition answers something. @throws Error naming what was waited for, when it does not within the limit. */
export async function until<T>(
  what: string,
  condition: () => T | undefined | Promise<T | undefined>,
  limitMs = 120_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await condition();
    if (answer !== undefined) return answer;
    if (performance.now() > end) throw new Error(`Waited ${limitMs / 1000} s in vain: ${what}`);
    await pause(PAUSE_MS);
  }
}
