import type { Json } from './command';
import type { AnyDefinition } from './definition';
import type { WorkflowEvent } from './instance';

/**
 * By event type, consequences too: the data as today's definition knows them, from data as any earlier software wrote them. Data
 * that are so already come back unchanged. Pure.
 */
export type Upcasts = Readonly<Record<string, (data: Json) => Json>>;

/** An event as this definition reads it. The stored event stays as it was recorded. */
export function upcast({ upcasts }: Pick<AnyDefinition, 'upcasts'>, event: WorkflowEvent): WorkflowEvent {
  const change = upcasts?.[event.type];
  return change ? { ...event, data: change(event.data) } : event;
}
