import type { AnyDefinition } from './definition';
import type { WorkflowEvent } from './instance';

/** An event as this definition reads it. The stored event stays as it was recorded. */
export function upcast({ upcasts }: Pick<AnyDefinition, 'upcasts'>, event: WorkflowEvent): WorkflowEvent {
  const change = upcasts?.[event.type];
  return change ? { ...event, data: change(event.data) } : event;
}
