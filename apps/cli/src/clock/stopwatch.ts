/** Starts counting real time; the answer tells the seconds since, to a tenth. */
export function startStopwatch(): () => number {
  const start = performance.now();
  return () => Math.round((performance.now() - start) / 100) / 10;
}

/** This machine's clock, in milliseconds since 1970: for comparing it with the database's. */
export function realNowMs(): number {
  return Date.now();
}
