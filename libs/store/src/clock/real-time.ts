import { setTimeout as wait } from 'node:timers/promises';

/** Waits in real time, until then or until the signal ends the wait early. */
export async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await wait(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
}
