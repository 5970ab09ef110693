/** Starts counting real time; the answer tells the seconds since, to a tenth. */
export function startStopwatch(): () => number {
  const start = performance.now();
  return () => Math.round((performance.now() - start) / 100) / 10;
}
