import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the probe answers something truthy. Fails the test when `limitMs` is over first. */
export async function eventually<T>(
  what: string,
  probe: () => T | Promise<T>,
  limitMs = 180_000,
): Promise<NonNullable<T>> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await probe();
    if (answer) return answer;
    if (performance.now() >= end) throw new Error(`Not within ${limitMs} ms: ${what}`);
    await pause(25);
  }
}
