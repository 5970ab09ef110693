/** The machine's own time, for log lines and what receivers hold against their own clocks: what is due is asked of the store. */
export function realTime(): string {
  return new Date().toISOString();
}

/** Milliseconds on a clock that nobody sets, for pauses between what happens on a socket. */
export function elapsedMs(): number {
  return performance.now();
}
