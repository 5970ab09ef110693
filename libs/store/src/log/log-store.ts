import type { Instant } from '@app/domain';
import type { Checkpoint, Hash, NodeReader, Salts, Tile } from '@app/ledger';
import type { Actor, WorkflowEvent } from '@app/workflows';

/** An event that has its place in the county's log, as it is stored. */
export type LoggedEvent = {
  county: string;
  /** The index in the tree, counted from nought. */
  position: number;
  stream: string;
  /** Counted from one within the stream. */
  seq: number;
  kind: WorkflowEvent['kind'];
  type: string;
  at: Instant;
  actor: Actor;
  commandId: string;
  /** Canonical JSON; null once what it said has been disposed of. */
  body: string | null;
  note: string | null;
  /** Null once what it said has been disposed of. */
  salts: Salts | null;
  /** As they were when the event was given its place. */
  contentHash: Hash;
  leafHash: Hash;
};

/** A county's log as far as positions have been given. */
export type LogHead = { size: number; root: Hash };

/** A signed checkpoint, with the lines of its witnesses. */
export type SignedCheckpoint = Checkpoint & { note: string; at: Instant };

/** Events after the position `after` (-1 or nothing: from the beginning) up to and including `to`. */
export type LogRange = { county: string; after?: number | undefined; to?: number | undefined; limit: number };

export interface LogStore {
  /**
   * In the order of their positions, at most 10,000 at once. Where a stored event has vanished its position is missing: whoever
   * verifies counts them.
   */
  read(range: LogRange): Promise<LoggedEvent[]>;
  /** Roots of full subtrees, for proofs. @throws RangeError for one that the log has not grown to */
  nodes(county: string): NodeReader;
  /** A tile as it is served, no wider than asked for; undefined where the log has not grown so far. Bundles of entries too. */
  tile(county: string, tile: Tile): Promise<Buffer | undefined>;
  head(county: string): Promise<LogHead>;
  /** The latest checkpoint of the log's present origin; undefined before the first. */
  checkpoint(county: string): Promise<SignedCheckpoint | undefined>;
  /** All checkpoints, of earlier origins too, the oldest first. */
  checkpoints(county: string): Promise<SignedCheckpoint[]>;
}
