import type { Instant, Ladder, LadderName, OwnLadders } from '@app/domain';

/** One change of a county's ladders. `rungs` is null where the county went back to the product's default. */
export type LadderChange = {
  revision: number;
  ladder: LadderName;
  rungs: Ladder | null;
  reason: string;
  at: Instant;
  /** Who changed it: a pseudonymous id, never a name. */
  by: string;
};

/** The ladders of a county as they stand, and the newest changes first, those of any kind of deadline among them. */
export type CountyLadders = { revision: number; own: OwnLadders; changes: LadderChange[] };

export type NewLadderChange = {
  county: string;
  ladder: LadderName;
  rungs: Ladder | null;
  reason: string;
  by: string;
  /** Unique within the county: one request, one change. */
  commandId: string;
  /** Tells a repeated request from another one that reuses its id. */
  requestHash: string;
};

/** `unchanged`: the ladder is so already, and nothing was recorded. */
export type LadderAnswer =
  | { outcome: 'changed'; change: LadderChange; replayed: boolean }
  | { outcome: 'unchanged' }
  | { outcome: 'key-reused' };

export interface LadderStore {
  read(county: string): Promise<CountyLadders>;
  /** Records a change; running workflows are told of it by the engine. What is asked for is not checked here. */
  change(change: NewLadderChange): Promise<LadderAnswer>;
}
