/** A number from 0 up to 1, for pauses that must not fall together. Never for secrets. */
export function chance(): number {
  return Math.random();
}
