export type ReplayReport = { streams: number; differences: { workflow: string; detail: string }[] };

export interface ReplayStore {
  /** Folds every workflow's stream and compares it with the stored row and the recorded consequences. */
  run(county?: string): Promise<ReplayReport>;
}
