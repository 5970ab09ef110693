import type { Citation, CivilDate, Finding, Instant, PlanEntry, Register, Text } from '@app/domain';
import type { AnyStateMachine } from 'xstate';
import type { ZodType } from 'zod';
import type { Actor, Issue, Json, Role } from './command';
import type { EvidenceOf } from './evidence';

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

/** Who is waited for in a state, and what the state is called. Every state of a chart carries this as its `meta`. */
export type StateMeta = { title: Text; waitsFor: string | null };

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
};

/** Why a guard refuses: a stable code and what would be right. */
export type Refusal<Context> = { code: string; detail: (context: Context, fact: Fact) => Text };

export type DeadlineDefinition = { title: Text; citation?: Citation };

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
  deadlines: Record<string, DeadlineDefinition>;
  /** Names of the mails this workflow may owe: templates of the mail library, checked at boot. */
  mails: readonly string[];
  /** The organisations that play each part in this workflow now; the parts are what states wait for. */
  parties: (context: Context) => Record<string, string[]>;
  /** The organisations concerned, for finding a municipality's workflows. */
  concerns: (context: Context) => string[];
  /** Start data from a plan's entry and the register; absent where only other workflows start this one. */
  planned?: (entry: PlanEntry, register: Register) => { data: Json } | { findings: Finding[] };
  /** Which events are evidence of which statutory duty; absent where none is. */
  evidence?: EvidenceOf;
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
