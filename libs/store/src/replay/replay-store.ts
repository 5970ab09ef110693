/** `disposed`: how many workflows are not folded as their retention was over and they were disposed of; absent where none was. */
export type ReplayReport = { streams: number; disposed?: number; differences: { workflow: string; detail: string }[] };

export interface ReplayStore {
  /** Folds every workflow's stream and compares it with the stored row and the recorded consequences. */
  run(county?: string): Promise<ReplayReport>;
}
