import type { AnyDefinition } from './definition';
import type { WorkflowEvent } from './instance';
import { laddersApart, withLadders } from './ladder-commands';

/** An event as this definition reads it. The stored event stays as it was recorded. */
export function upcast({ upcasts }: Pick<AnyDefinition, 'upcasts'>, event: WorkflowEvent): WorkflowEvent {
  const change = upcasts?.[event.type];
  if (!change) return event;
  // What a start says beside its data is the kernel's, and no definition knows of it.
  const { data, ladders } = event.seq === 1 ? laddersApart(event.data) : { data: event.data, ladders: undefined };
  return { ...event, data: withLadders(change(data), ladders) };
}
