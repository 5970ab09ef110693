import { setTimeout as wait } from 'node:timers/promises';

/** The moment it is on this machine, for log lines only: business time comes from the store. */
export function logTime(): string {
  return realTime().toISOString();
}

/** The moment it is on this machine: tokens of others run by real time, wherever a virtual clock of ours stands. */
export function realTime(): Date {
  return new Date();
}

/** Milliseconds since the process began; no change of the clock moves it. */
export function elapsedMs(): number {
  return performance.now();
}

/** Waits in real time; unless it `holdsProcess`, a process that has nothing else to do ends before. */
export function pause(ms: number, { holdsProcess = true } = {}): Promise<void> {
  return wait(ms, undefined, { ref: holdsProcess });
}
