import type { CivilDate, Instant, Text } from '@app/domain';
import type { Actor, Instance, OwedNotification, Refused, TaskStep, WorkflowEvent } from '@app/workflows';
import type { WorkClaim } from '../work/work-store';

/** A request to take one step in one workflow. The store adds the business time. */
export type CommandRequest = {
  county: string;
  workflow: string;
  name: string;
  data: unknown;
  note?: string | undefined;
  actor: Actor;
  /** Unique within the county: one command, one effect. */
  commandId: string;
  /** Of workflow, name and data: tells a repeated request from another one that reuses its id. */
  requestHash: string;
  /** The version the giver has seen; without it the command is given to the workflow as it stands. */
  ifVersion?: number | undefined;
};

export type StartRequest = {
  county: string;
  id: string;
  definition: string;
  /** The newest version unless one is asked for. */
  version?: number | undefined;
  data: unknown;
  /** The plan year the workflow belongs to, and the plan entry it was started from. */
  year?: number | undefined;
  entry?: string | undefined;
  actor: Actor;
  commandId: string;
  requestHash: string;
};

/**
 * What became of a command. Only `accepted` has left anything behind; `replayed` says that it had been done before,
 * and `instance` is then as it stood right after it.
 */
export type CommandAnswer =
  | { outcome: 'accepted'; instance: Instance; replayed: boolean; now: Instant }
  | { outcome: 'refused'; refused: Refused; instance: Instance }
  | { outcome: 'not-found' }
  | { outcome: 'stale'; version: number }
  | { outcome: 'key-reused' }
  /** It would be accepted, but the county wants somebody else to confirm it: see `proposals`. */
  | { outcome: 'second-person-needed'; instance: Instance };

/** As for commands; a refused start has no instance. */
export type StartAnswer =
  | Exclude<CommandAnswer, { outcome: 'refused' | 'second-person-needed' }>
  | { outcome: 'refused'; refused: Refused; instance: null }
  | { outcome: 'unknown-definition' }
  | { outcome: 'exists' };

/** One transaction that would be: the workflows it moves or starts, and what it would leave behind. */
export type ForeseenStep = {
  /** `before` is null for a workflow that would be started. */
  workflows: { before: Instance | null; instance: Instance }[];
  /** Of every stream it would write to. */
  events: WorkflowEvent[];
  /** `leavesAt` null: owed and at once suppressed. Whether a mail waits for the day's digest is decided when it leaves. */
  mails: (OwedNotification & { workflow: string; state: 'queued' | 'suppressed'; leavesAt: Instant | null })[];
  tasks: (TaskStep & { workflow: string })[];
  publications: { workflow: string; topic: string }[];
};

/** What a command would do, followed to its end. */
export type Foreseen = {
  /** The workflow as it would stand right after the command. */
  instance: Instance;
  now: Instant;
  /** The command's own step first; then, one by one, those of the workflows that the engine would tell of it. */
  steps: ForeseenStep[];
  /** What a workflow that is told would refuse: a person would have to look at it. */
  refused: { workflow: string; refused: Refused }[];
  /** Every workflow concerned as it would stand at the end: what a command after this one would find. */
  standing: ReadonlyMap<string, Instance>;
};

/** The answer to a command that is only looked at: refused, stale or done before as the command itself would be. */
export type CommandForesight = CommandAnswer | { outcome: 'foreseen'; foreseen: Foreseen };
export type StartForesight = StartAnswer | { outcome: 'foreseen'; foreseen: Foreseen };

/** A command that the engine gives: the workflow is locked, so that it never is stale. */
export type EngineRequest = Omit<CommandRequest, 'ifVersion'>;
/** `claim-lost`: the work shown is no longer the caller's (its lease ran out, or its deadline ended); nothing was done. */
export type EngineAnswer =
  Exclude<CommandAnswer, { outcome: 'stale' | 'second-person-needed' }> | { outcome: 'claim-lost' };

/** A request to move running workflows of one version to another; those named, or all of the county's. */
export type MigrationRequest = {
  county: string;
  definition: string;
  from: number;
  to: number;
  reason: string;
  workflows?: readonly string[] | undefined;
  actor: Actor;
  /** Only say what would happen. */
  dryRun: boolean;
};

/** What became of one workflow, or would: `moves` says into which state; `stays` why not; `stale` that somebody was faster, twice. */
export type MigrationResult = { workflow: string } & (
  | { outcome: 'moves' | 'moved'; state: string }
  | { outcome: 'stays'; code: string; why: Text }
  | { outcome: 'not-found' | 'stale' }
);

export type MigrationAnswer =
  | { outcome: 'done'; results: MigrationResult[] }
  /** There is no such version, or it does not say how workflows of `from` become it. */
  | { outcome: 'unknown-definition' | 'no-mapping' };

export type ChildOverview = {
  id: string;
  key: string;
  definition: { name: string; version: number };
  state: string;
  status: string;
  organisation: string | null;
  /** The child as it stands. */
  instance: Instance;
};

export type WorkflowFilter = {
  year?: number | undefined;
  definition?: string | undefined;
  status?: string | undefined;
  /** Concerned by the workflow, in whatever part. */
  organisation?: string | undefined;
  /** Some running deadline is due before this day. */
  dueBefore?: CivilDate | undefined;
};

/** A page of a list: at most `limit` items after the one that `next` of the page before named. */
export type Page = { limit: number; after?: string | undefined };
export type Listed<Item> = { items: Item[]; next: string | null };

export interface WorkflowStore {
  /** A command by a person: optimistic, tried once more when somebody was faster and no `ifVersion` was asked for. */
  give(request: CommandRequest): Promise<CommandAnswer>;
  /**
   * A command by the engine: the workflow's row is locked first. With `work`, the claim is checked in the same transaction
   * and the work finished in it when the command is accepted; any other answer leaves the work to the caller.
   */
  giveAsEngine(request: EngineRequest, work?: WorkClaim): Promise<EngineAnswer>;
  start(request: StartRequest): Promise<StartAnswer>;
  /** What a command would do; nothing is written, and its id stays free. `after`: as if that had been done before. */
  foresee(request: CommandRequest, after?: Foreseen): Promise<CommandForesight>;
  foreseeStart(request: StartRequest, after?: Foreseen): Promise<StartForesight>;
  /**
   * Moves running workflows to another version, each in a transaction of its own; asked again, it moves the ones that are left.
   */
  migrate(request: MigrationRequest): Promise<MigrationAnswer>;
  read(county: string, id: string): Promise<Instance | undefined>;
  /** The workflow as it stood right after its event number `version`; undefined where there is no such command boundary. */
  readAt(county: string, id: string, version: number): Promise<Instance | undefined>;
  children(county: string, id: string): Promise<ChildOverview[]>;
  list(county: string, filter: WorkflowFilter, page: Page): Promise<Listed<Instance>>;
  /** The workflow's events after number `after`, in order. */
  events(county: string, id: string, page: { after: number; limit: number }): Promise<WorkflowEvent[]>;
}
