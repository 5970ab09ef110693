import type { Text } from '@app/domain';
import { type AnyDefinition, factsOf } from '../kernel/definition';
import { commandsOf } from '../kernel/kernel-commands';
import { migrationTitle, workflowMigrated } from '../kernel/migrate';

const known = new WeakMap<AnyDefinition, Map<string, Text>>();

/** What was done that became the fact: the title of the command. */
export function titleOfFact(definition: AnyDefinition, fact: string): Text | undefined {
  const before = known.get(definition);
  if (before) return before.get(fact);
  const titles = titlesOf(definition);
  known.set(definition, titles);
  return titles.get(fact);
}

function titlesOf(definition: AnyDefinition): Map<string, Text> {
  // Where several commands become the same fact, the first one names it.
  const commands = Object.values(commandsOf(definition)).toReversed();
  return new Map([
    ...commands.flatMap((command) => factsOf(command).map((fact): [string, Text] => [fact, command.title])),
    [workflowMigrated, migrationTitle],
    [definition.start.event, definition.start.title],
  ]);
}
