import type { Language } from '@app/domain';
import {
  type AnyDefinition,
  commandsOf,
  factsOf,
  migrationTitle,
  type WorkflowEvent,
  workflowMigrated,
} from '@app/workflows';
import type { WorkflowEventView } from './workflow.schema';

/** An event as readers see it, with the title of what was done where a command did it. */
export function eventView(definition: AnyDefinition, event: WorkflowEvent, language: Language): WorkflowEventView {
  const { seq, type, kind, at, actor, data, note } = event;
  const title = kind === 'fact' ? titleOf(definition, type)?.[language] : undefined;
  return {
    seq,
    type,
    kind,
    ...(title !== undefined && { title }),
    at,
    actor,
    data,
    ...(note !== undefined && { note }),
  };
}

function titleOf(definition: AnyDefinition, type: string) {
  if (definition.start.event === type) return definition.start.title;
  if (type === workflowMigrated) return migrationTitle;
  return Object.values(commandsOf(definition)).find((command) => factsOf(command).includes(type))?.title;
}
