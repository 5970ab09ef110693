import type {
  Basis,
  Citation,
  CivilDate,
  Finding,
  Instant,
  LocalTime,
  PlanEntry,
  Register,
  RegisterChange,
  Text,
} from '@app/domain';
import type { AnyStateMachine, StateValue } from 'xstate';
import type { ZodType } from 'zod';
import type { Actor, Issue, Json, Role } from './command';
import type { EvidenceOf } from './evidence';
import type { Intent, Recipient } from './intents';
import type { RecordsOf } from './record';

/** What the chart sees when something became true. `on` is the Helsinki date of `at`. */
export type Fact<Type extends string = string, Data = unknown> = {
  type: Type;
  data: Data;
  at: Instant;
  on: CivilDate;
  by: Actor;
};

/** The input of a chart: the start data, and when the workflow started. */
export type Started<Data> = { id: string; county: string; data: Data; at: Instant; on: CivilDate };

/**
 * What a state is called, who is waited for in it, and by name the deadlines that may run in it. Every state of a chart carries
 * this as its `meta`.
 */
export type StateMeta = { title: Text; waitsFor: string | null; deadlines: readonly string[] };

/** The tag of an open state in which nobody has anything to do: a record that stays open so that it can be corrected. */
export const atRest = 'at-rest';

export type DecideInput<Context> = { context: Context; now: Instant; today: CivilDate; actor: Actor };

/** A command: who may give it, what it must say, and which fact it becomes. */
export type CommandDefinition<Context> = {
  title: Text;
  roles: readonly Role[];
  /** A strict zod object; a function where the form depends on the workflow (the questions of a request). */
  schema: ZodType | ((context: Context) => ZodType);
  /** The fact's name; several where the data chooses (a decision, or a return for preparation). */
  event: string | { oneOf: readonly string[]; choose: (data: never, context: Context) => string };
  /** Turns the data into what is recorded, where that needs the time (an answer is late or not). */
  record?: (data: never, input: DecideInput<Context>) => object;
  /** Where the workflow knows more than the chart shows: only then it is offered and taken. It depends on nothing but the context. */
  offeredWhen?: (context: Context) => boolean;
  /** Staff may give it while the workflow is paused. Respondents and other workflows always may: what they say must not be lost. */
  whilePaused?: true;
};

/** Why something is refused: a stable code and what would be right. */
export type Reason = { code: string; detail: Text };

/** Why a guard refuses. A guard that asks several things has a code for each, and `why` tells which it was. */
export type Refusal<Context> =
  | { code: string; detail: (context: Context, fact: Fact) => Text }
  | { codes: readonly string[]; why: (context: Context, fact: Fact) => Reason | null };

/** What a changed plan asks of a running workflow: a command, or nothing; and findings on what has happened already. */
export type Replanned = { command: { name: string; data: Json } | null; findings: Finding[] };

/** What a change of the county's area asks of a running workflow: a command, whole, or nothing. */
export type AreaChanged = { command: { name: string; data: Json } } | null;

export type DeadlineDefinition<Context> = {
  title: Text;
  citation?: Citation;
  /** Who is asked to keep the date: in whose calendar it stands. */
  askedOf: (context: Context) => Recipient[];
};

/** What people come together for. Without `at` (Helsinki) only the day is known. */
export type Meeting = {
  /** Stays the same when the meeting is moved. */
  name: string;
  title: Text;
  on: CivilDate;
  at?: LocalTime;
  until?: LocalTime;
  place?: string;
  basis: Basis;
  standing: 'planned' | 'fixed' | 'held';
  /** Who is asked to come, or whose body it is: in whose calendar it stands. */
  for: Recipient[];
};

/**
 * When and how an organisation was reached: somebody there has opened the page and said so, has done something on it, or the
 * organisation has answered. That a relay took a mail proves nothing about its reader.
 */
export type Reached = { on: CivilDate; how: 'confirmed' | 'acted' | 'answered' };

/** Who is asked since when, and how it was reached; null as long as nobody there has confirmed, acted or answered. */
export type Reach = { organisation: string; askedOn: CivilDate; reached: Reached | null };

/** Where a workflow of the earlier version stands: what a mapping reads. */
export type Standpoint<Context> = { value: StateValue; state: string; context: Context };

/**
 * Where it stands in this version. Deadlines go on as they are; one that this version does not declare is cancelled. What else is to
 * follow (a deadline that this version adds, a mail) is said as intents.
 */
export type Moved = { value: StateValue; context: object; intents?: readonly Intent[] };

/** How running workflows of version `from` become this version: `map` is pure, and says why where one has to stay what it is. */
export type Migrates = { from: number; map: (at: Standpoint<never>) => Moved | { stays: Text } };

/**
 * By event type, consequences too: the data as today's definition knows them, from data as any earlier software wrote them. Data
 * that are so already come back unchanged. Pure.
 */
export type Upcasts = Readonly<Record<string, (data: Json) => Json>>;

/** A workflow: its chart, and around it who gives which command on what form, by which law and with which mails. */
export type WorkflowDefinition<Context> = {
  name: string;
  version: number;
  title: Text;
  /** The act that requires the workflow; null where none does, and the parties merely ask. */
  basis: Citation | null;
  start: {
    event: string;
    title: Text;
    schema: ZodType;
    roles: readonly Role[];
    /** What is wrong with the data on this day, where the form alone cannot tell. */
    check?: (data: never, today: CivilDate) => Issue[];
  };
  chart: AnyStateMachine;
  commands: Record<string, CommandDefinition<Context>>;
  refusals: Record<string, Refusal<Context>>;
  deadlines: Record<string, DeadlineDefinition<Context>>;
  /** Names of the mails this workflow may owe: templates of the mail library, checked at boot. */
  mails: readonly string[];
  /** The organisations that play each part in this workflow now; the parts are what states wait for. */
  parties: (context: Context) => Record<string, string[]>;
  /** What those parts are called that this workflow does not share with others; see drawing/titles.ts for the shared ones. */
  partTitles?: Record<string, Text>;
  /** The organisations concerned, for finding a municipality's workflows. */
  concerns: (context: Context) => string[];
  /** Whether the organisation that is asked has been reached; absent where nobody is asked for an answer. Null where no one is in this one. */
  reach?: (context: Context) => Reach | null;
  /** What this one workflow is about, as a calendar or a list names it. */
  matter: (context: Context) => Text;
  /** The meetings known so far, those that have been held among them. `state` is the dotted path of the state. */
  meetings?: (context: Context, state: string) => Meeting[];
  /** Start data from a plan's entry and the register; absent where only other workflows start this one. */
  planned?: (entry: PlanEntry, register: Register) => { data: Json } | { findings: Finding[] };
  /**
   * What an entry that differs from the running workflow asks of it. The shell adds the `reason` to the command's data.
   * Dates that differ but have happened stay, each with a finding `already-happened` (a warning).
   */
  replanned?: (entry: PlanEntry, context: Context, today: CivilDate) => Replanned;
  /**
   * The topics this workflow wants to hear of, by the command (role `workflow`) with which it is told: `{ topic, from, data }`,
   * see `hearingForm`. What was published before it begins to follow is told it in the step in which it begins.
   */
  follows?: Readonly<Record<string, (context: Context) => readonly string[]>>;
  /** Which events are evidence of which statutory duty; absent where none is. */
  evidence?: EvidenceOf;
  /** Which of its facts make official documents, and with which classes; absent where none does. */
  records?: RecordsOf;
  /**
   * What a merger or transfer that has taken effect asks of the running workflow. Null too where it has been carried out here, so
   * that it can be asked again at any time.
   */
  areaChanged?: (change: RegisterChange, register: Register, context: Context, today: CivilDate) => AreaChanged;
  /** How running workflows of an earlier version become this one; absent where they stay what they are. */
  migrates?: Migrates;
  /** How events that earlier software recorded are read today. */
  upcasts?: Upcasts;
};

/** A definition whose context type is no longer of interest: what the kernel, the registry and the shell handle. */
export type AnyDefinition = WorkflowDefinition<never>;

/** Declares a workflow. The chart says what may follow what; the rest says who, on what form and by which law. */
export function defineWorkflow<Context>(definition: WorkflowDefinition<Context>): WorkflowDefinition<Context> {
  return definition;
}

/** The names of the facts a command can become. */
export function factsOf(command: CommandDefinition<never>): readonly string[] {
  return typeof command.event === 'string' ? [command.event] : command.event.oneOf;
}
