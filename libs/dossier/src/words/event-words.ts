import type { Text } from '@app/domain';
import { type AnyDefinition, commandsOf, factsOf, type WorkflowEvent } from '@app/workflows';

/** What happened, in plain words; by its name in the log where nobody has put it into words. */
export function eventWords(definition: AnyDefinition, { type }: WorkflowEvent): Text {
  if (definition.start.event === type) return definition.start.title;
  const command = Object.values(commandsOf(definition)).find((one) => factsOf(one).includes(type));
  return command?.title ?? { fi: type, sv: type, en: type };
}
