/** The machine's own time, for log lines only: what is due is asked of the store. */
export function realTime(): string {
  return new Date().toISOString();
}
