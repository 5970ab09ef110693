import type { ZodType } from 'zod';
import type { AttachedFile, Issue, Role } from './command';
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
  /** The form beside a file, where the command takes one. */
  fileSchema?: ZodType;
  event: string;
  /** Whether the workflow stands so that this can be done, in this role. */
  isPossible: (instance: Instance, role: Role) => boolean;
  /** What is wrong with the data, where the form alone cannot tell. */
  check?: (data: never, instance: Instance) => Issue[];
  /** Turns the data into what is recorded, where that needs the workflow or the file that came with the command. */
  recordOf?: (data: never, instance: Instance, file: AttachedFile | undefined) => object;
  turn: (instance: Instance, event: WorkflowEvent) => Turn;
};
