import type { ZodType } from 'zod';
import type { Role } from './command';
import type { CommandDefinition } from './definition';
import type { Instance, WorkflowEvent } from './instance';
import type { Intent, KernelIntent } from './intents';

/** What a fact makes of a workflow, and what it asks for. */
export type Turn = { instance: Instance; intents: (Intent | KernelIntent)[] };

/**
 * A command that the kernel gives to every workflow. Its fact goes past the chart, which knows nothing of it. Like any other
 * command it can be given while the workflow is paused only where it says so.
 */
export type KernelCommand = Omit<CommandDefinition<never>, 'record'> & {
  schema: ZodType;
  event: string;
  /** Whether the workflow stands so that this can be done, in this role. */
  isPossible: (instance: Instance, role: Role) => boolean;
  /** Turns the data into what is recorded, where that needs the workflow. */
  recordOf?: (data: never, instance: Instance) => object;
  turn: (instance: Instance, event: WorkflowEvent) => Turn;
};
