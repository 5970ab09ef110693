import type { Instant } from '@app/domain';
import type { Checkpoint, Hash, NodeReader, Salts, Tile, VerifierKey } from '@app/ledger';
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
export type LogRange = {
  county: string;
  after?: number | undefined;
  to?: number | undefined;
  /** Only the events of these. */
  streams?: readonly string[] | undefined;
  limit: number;
};

/** A stored event that has no position: why it should have one. */
export type Unplaced = {
  stream: string;
  seq: number;
  at: Instant;
  /** `passed-over`: the log has gone on without it; `waiting`: longer than the sequencer ever takes, in business time. */
  why: 'passed-over' | 'waiting';
};

/** What happened to the county's log itself, or to what it holds. */
export type CountyEvent = {
  type: string;
  body: object;
  actor: Actor;
  /** One effect: said again under the same id, it is not written again. */
  commandId: string;
  note?: string | undefined;
};

/** `busy`: another process is at it, or was faster. `more`: there may have been further events at that moment. */
export type Sequenced = { outcome: 'appended'; count: number; more: boolean } | { outcome: 'nothing' | 'busy' };

/** What a signer looks at before it signs. */
export type Unsigned = { head: LogHead; last: SignedCheckpoint | undefined; nodes: NodeReader };

/** What it signed, and what the log is told. */
export type Signed = { note: string; events: readonly CountyEvent[] };

export type Cosigned =
  | { outcome: 'kept'; witnesses: string[]; origin: string; size: number }
  /** No checkpoint of this log reads so. */
  | { outcome: 'unknown-checkpoint' }
  /** No line under it is of one of the witnesses. */
  | { outcome: 'no-witness' };

export type ProvenEvent = { event: LoggedEvent; checkpoint: SignedCheckpoint; proof: readonly Hash[] };

/** Whether the month's mail is owed by this call, was before, or cannot be yet as nothing is signed. */
export type OwedCheckpoint = 'owed' | 'owed-before' | 'not-signed';

export interface LogStore {
  /**
   * In the order of their positions, at most 10,000 at once. Where a stored event has vanished its position is missing: whoever
   * verifies counts them.
   */
  read(range: LogRange): Promise<LoggedEvent[]>;
  /** Those of the streams that have an event among the first `size` positions. */
  streamsWithin(county: string, size: number, streams: readonly string[]): Promise<string[]>;
  /** Roots of full subtrees, for proofs. @throws RangeError for one that the log has not grown to */
  nodes(county: string): NodeReader;
  /** A tile as it is served, no wider than asked for; undefined where the log has not grown so far. Bundles of entries too. */
  tile(county: string, tile: Tile): Promise<Buffer | undefined>;
  head(county: string): Promise<LogHead>;
  /** An event by its position; undefined beyond the head. */
  at(county: string, position: number): Promise<LoggedEvent | undefined>;
  /** An event under the latest checkpoint, with the hashes up to its root; undefined where the position is not signed yet. */
  prove(county: string, position: number): Promise<ProvenEvent | undefined>;
  /** How many events are stored, those without a position too. */
  count(county: string): Promise<number>;
  /** Of the events that should have a position and have none, the one written first; undefined when there is none. */
  unplaced(county: string): Promise<Unplaced | undefined>;
  /** An event of which a text has been erased although no event says so; undefined when there is none. `position` is null before it has one. */
  unexplained(county: string): Promise<{ stream: string; seq: number; position: number | null } | undefined>;
  /** The latest checkpoint of the log's present origin; undefined before the first. */
  checkpoint(county: string): Promise<SignedCheckpoint | undefined>;
  /** Checkpoints, of earlier origins too, the oldest first: at most 1,000, from the first or from behind one of them on. */
  checkpoints(county: string, after?: Checkpoint): Promise<SignedCheckpoint[]>;
  /** Keeps the lines of witnesses under a checkpoint that is stored. @throws NoteFormatError */
  cosign(county: string, note: string, witnesses: readonly VerifierKey[]): Promise<Cosigned>;
  /** Owes the county's registry the latest checkpoint as a mail, once a Helsinki month. */
  oweMonthlyCheckpoint(county: string): Promise<OwedCheckpoint>;
  /** Writes an event on the county's own stream, `<county>.log`; once under one command id. */
  record(county: string, event: CountyEvent): Promise<void>;

  /** The engine's own: counties with events that are not in their log; `ready` where the next can be given its position now. */
  behind(): Promise<{ county: string; size: number; ready: boolean }[]>;
  /** The engine's own: every county whose log has begun. */
  sizes(): Promise<{ county: string; size: number }[]>;
  /**
   * The engine's own: gives the next committed events their positions, at most 2,000. May be cut off at any moment and done by several
   * at once: either all of a batch is in the log or nothing. @throws UnreadableEventError
   */
  sequence(county: string): Promise<Sequenced>;
  /**
   * The engine's own: has the log signed as it stands, by one process at a time and, in real time, at least `everyMs` after the last
   * checkpoint. `sign` gives undefined where it does not sign. What it throws leaves nothing behind.
   */
  seal(
    county: string,
    everyMs: number,
    sign: (unsigned: Unsigned) => Promise<Signed | undefined>,
  ): Promise<'sealed' | 'unsigned' | 'early' | 'busy'>;
}
