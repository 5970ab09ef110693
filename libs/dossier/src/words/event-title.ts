import type { Text } from '@app/domain';
import { type AnyDefinition, commandsOf, factsOf, type WorkflowEvent } from '@app/workflows';

/** What kind of step an event is, saying nothing of its content: for what is left out. */
export function titleOf(definition: AnyDefinition, { type }: Pick<WorkflowEvent, 'type'>): Text {
  if (definition.start.event === type) return definition.start.title;
  const command = Object.values(commandsOf(definition)).find((one) => factsOf(one).includes(type));
  return command?.title ?? { fi: type, sv: type, en: type };
}
