import type { Instant } from '@app/domain';
import type { Actor, Json } from '@app/workflows';
import type { CommandAnswer, CommandRequest } from '../workflows/workflow-store';

/** Which commands of a county need a second person, as `<definition>/<command>`; and who said so. */
export type FourEyesSetting = { commands: string[]; changedAt: Instant | null; changedBy: string | null };

export const proposalStates = ['open', 'confirmed', 'rejected', 'void', 'lapsed'] as const;
/** `void`: the workflow had gone on when it was confirmed; `lapsed`: nobody decided in time. */
export type ProposalState = (typeof proposalStates)[number];

/** A command that somebody wants given, and that another person confirms. */
export type Proposal = {
  id: string;
  workflow: string;
  /** The version of the workflow that the proposer has seen: on no other one is it done. */
  version: number;
  definition: string;
  command: string;
  /** Null once it is decided. */
  data: Json;
  note: string | null;
  proposedAt: Instant;
  /** Id of the key or the user. */
  proposedBy: string;
  /** The role in which it was proposed, and in which it is done. */
  role: Actor['role'];
  expiresAt: Instant;
  state: ProposalState;
  decidedAt: Instant | null;
  decidedBy: string | null;
};

export type ProposedAnswer =
  /** `replayed`: the request has made this proposal before, which may have been decided since. */
  { outcome: 'proposed'; proposal: Proposal; replayed: boolean } | { outcome: 'key-reused' };

/** Which proposal, of which workflow, and who decides. */
export type ProposalDecision = { county: string; workflow: string; id: string; actor: Actor };

type NotDecided =
  | { outcome: 'unknown-proposal' }
  | { outcome: 'decided'; proposal: Proposal }
  /** As far as can be known: the same key or user, or a key with the same label. */
  | { outcome: 'same-person' }
  /** The role may not give the command itself. */
  | { outcome: 'not-permitted' };

export type ConfirmedAnswer = CommandAnswer | NotDecided;
export type RejectedAnswer =
  { outcome: 'rejected'; proposal: Proposal } | Exclude<NotDecided, { outcome: 'same-person' | 'not-permitted' }>;

/** Commands that a second person confirms before they are given. The log says who proposed and who decided, in a stream for each proposal. */
export interface ProposalStore {
  setting(county: string): Promise<FourEyesSetting>;
  /** Replaces the commands that need a second person, in every process within three seconds. Proposals that are open stay open. */
  set(county: string, commands: readonly string[], by: Actor): Promise<FourEyesSetting>;
  /** Keeps a command that was answered `second-person-needed` for fourteen days. Nothing happens in the workflow. */
  propose(request: CommandRequest & { ifVersion: number }, definition: string): Promise<ProposedAnswer>;
  /** What the request with this command id has proposed before. */
  requested(request: Pick<CommandRequest, 'county' | 'commandId' | 'requestHash'>): Promise<ProposedAnswer | undefined>;
  /** The proposals of a workflow, by id; without a look at the database where the county never had any. */
  list(county: string, workflow: string, filter: { openOnly: boolean }): Promise<Proposal[]>;
  /** Gives the command, as its proposer's, on the version they have seen. A stale one becomes void; a refused one stays open. */
  confirm(decision: ProposalDecision): Promise<ConfirmedAnswer>;
  /** Also by the proposer, who so takes it back. */
  reject(decision: ProposalDecision): Promise<RejectedAnswer>;
  /** Ends the proposals of all counties whose time is over; gives how many. */
  lapse(): Promise<number>;
}
