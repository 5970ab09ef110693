import type { Instant } from '@app/domain';
import type { Actor, Json, WorkflowEvent } from '@app/workflows';

/** A stored event as the database gives it. */
export type EventRow = {
  stream: string;
  seq: number;
  kind: WorkflowEvent['kind'];
  type: string;
  at: Instant;
  actor: string;
  role: Actor['role'];
  command_id: string;
  note: string | null;
  body: string;
};

export function eventOf({ stream, seq, kind, type, at, actor, role, command_id, note, body }: EventRow): WorkflowEvent {
  const data = JSON.parse(body) as Json;
  const event = { stream, seq, kind, type, data, at, actor: { id: actor, role }, commandId: command_id };
  return note === null ? event : { ...event, note };
}
