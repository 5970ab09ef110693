import type { AnyDefinition, CommandDefinition } from './definition';
import { documentCommands } from './document-commands';
import { erasureCommands } from './erasure-commands';
import type { KernelCommand } from './kernel-command';
import { ladderCommands } from './ladder-commands';
import { lifeCommands } from './life-commands';
import { recordCommands } from './record-commands';

/** What every workflow can be told beside what its definition says, in the order in which it is offered. */
export const kernelCommands: Readonly<Record<string, KernelCommand>> = {
  ...lifeCommands,
  ...documentCommands,
  ...recordCommands,
  ...ladderCommands,
  ...erasureCommands,
};

const byFact = new Map(Object.values(kernelCommands).map((command) => [command.event, command]));

/** The kernel's command that becomes this fact; undefined where the fact is the chart's. */
export function kernelCommandOf(fact: string): KernelCommand | undefined {
  return byFact.get(fact);
}

/** All commands that a workflow of this definition takes: its own, then the kernel's. */
export function commandsOf(definition: AnyDefinition): Record<string, CommandDefinition<never>> {
  return { ...definition.commands, ...kernelCommands };
}
