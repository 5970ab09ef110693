import type { CivilDate, Instant } from '@app/domain';
import type { Instance, Json, TellPayload } from '@app/workflows';

export const workKinds = ['timer', 'command', 'mail', 'change', 'digest'] as const;
export type WorkKind = (typeof workKinds)[number];

/** A due deadline or reminder rung: the command the engine gives as the clock. */
export type TimerPayload = { deadline: string; setNo: number; rung: string | null; command: string; data: Json };
/** A mail to send. */
export type MailPayload = { notification: string };
/** The daily mail of a person. */
export type DigestPayload = { digest: string };
/**
 * What changes for running workflows: the county's area, by the change's key (`areaChangeKey`) and its date as it stood in the register,
 * or its reminder ladders, by the number of their change.
 */
export type ChangePayload = AreaChangePayload | { ladders: number };
export type AreaChangePayload = { change: string; on: CivilDate };

type Claimed<Kind extends WorkKind, Payload> = {
  id: string;
  county: string;
  kind: Kind;
  /** Goes up with each claim; whoever finishes with an older one is discarded. */
  fence: number;
  /** How often the work has failed before. */
  attempts: number;
  /** The workflow it belongs to; of a change of the area and of a digest, the code of the county. */
  instance: string;
  /** That workflow's definition; null where there is no such workflow, or not yet. */
  definition: Instance['definition'] | null;
  payload: Payload;
  dueAt: Instant;
};
export type ClaimedWork =
  | Claimed<'timer', TimerPayload>
  | Claimed<'command', TellPayload>
  | Claimed<'mail', MailPayload>
  | Claimed<'change', ChangePayload>
  | Claimed<'digest', DigestPayload>;

/** What a finisher has to show: which work, and in which claim. */
export type WorkClaim = { id: string; county: string; fence: number };

/** What a mail takes its turn within: mails a minute from all replicas, in all and to its own domain. */
export type TurnLimits = { domain: string; perMinute: number; perMinuteAndDomain: number };

export type WorkCounts = { pending: number; dueNow: number; leased: number; quarantined: number };

/** Of one kind: how much is due, being done or put aside, and for how long the oldest has been due, in milliseconds. */
export type WorkDepth = { kind: WorkKind; due: number; leased: number; quarantined: number; oldestDueMs: number };

/** Work to be done, across all counties: the engine's own. Due times are business time, leases real time. */
export interface WorkStore {
  /** Due work to ring for: nobody holds it and nobody has rung lately. Marks it as rung. */
  due(limit: number): Promise<{ id: string; dispatchNo: number }[]>;
  /** Takes those of the items that are due and free, for `leaseMs` of real time. */
  claim(ids: string[], leaseMs: number): Promise<ClaimedWork[]>;
  /** The same without a bell: the oldest due items first. */
  claimDue(limit: number, leaseMs: number): Promise<ClaimedWork[]>;
  /** False when the claim is no longer the current one: discard what was done. */
  finish(work: WorkClaim): Promise<boolean>;
  /** Back to pending, due at `until`; not counted as a failure. */
  postpone(work: WorkClaim, until: Instant, reason: string): Promise<boolean>;
  /** Back as it was, for another replica; not counted as a failure, and rung for again after three seconds of real time. */
  leave(work: WorkClaim, reason: string): Promise<boolean>;
  /** One more failure: tried again later, each time after a longer pause, and quarantined after the fifth. */
  fail(work: WorkClaim, reason: string): Promise<boolean>;
  /**
   * The turn of a mail within the rate limits, which count in business time. Undefined: it may go now. Else when its turn is; it
   * is to be postponed until then, and keeps the turn for two minutes.
   */
  takeTurn(work: WorkClaim, limits: TurnLimits): Promise<Instant | undefined>;
  /** The earliest due time of what nobody has done, and the business time now. */
  nextDueAt(): Promise<{ at: Instant | null; now: Instant }>;
  counts(): Promise<WorkCounts>;
  /** The same by kind, for all kinds of which there is any. */
  depths(): Promise<WorkDepth[]>;
  /** The `traceparent` of each thing that left the work, where that was traced; of a digest, of what left its mails. */
  tracesOf(work: ClaimedWork): Promise<string[]>;
  /** Calls `onBell` whenever new work may be there; survives lost connections. Resolves to the way to stop. */
  listen(onBell: () => void): Promise<() => Promise<void>>;
}
