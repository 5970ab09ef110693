/** The moment it is on this machine, for log lines only: business time comes from the store. */
export function logTime(): string {
  return new Date().toISOString();
}

/** Milliseconds since the process began; no change of the clock moves it. */
export function elapsedMs(): number {
  return performance.now();
}
