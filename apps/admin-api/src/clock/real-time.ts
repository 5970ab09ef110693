import { setTimeout as wait } from 'node:timers/promises';

/** The moment it is on this machine, for log lines only: business time comes from the store. */
export function logTime(): string {
  return new Date().toISOString();
}

/** Milliseconds since the process began; no change of the clock moves it. */
export function elapsedMs(): number {
  return performance.now();
}

/** Waits in real time. */
export function pause(ms: number): Promise<void> {
  return wait(ms);
}
