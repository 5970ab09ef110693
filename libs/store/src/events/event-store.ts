import type { Instant } from '@app/domain';
import type { Actor, LogEvent } from '@app/workflows';

/** All that is asked for; what is left out does not matter. */
export type EventFilter = {
  /** Only this stream: a workflow's, a notification's, a task's. */
  stream?: string | undefined;
  /** What happened to workflows that concern it, and to mails and tasks about it. */
  organisation?: string | undefined;
  type?: string | undefined;
  /** Business time of the event: from this moment on. */
  from?: Instant | undefined;
  /** Before this moment. */
  to?: Instant | undefined;
  /** The last position that is of interest. */
  until?: number | undefined;
};

/**
 * Some events in the order of their positions. Everything up to and including `reached` has been looked at, be it that nothing in it
 * was asked for; `atEnd`: the log had not grown further.
 */
export type EventPage = { events: LogEvent[]; reached: number; atEnd: boolean };

/** Whose an actor's id is, as the log has it (`key:…`, `link:…`). Labels are notes of the county's own: they may name a person. */
export type KnownActor = { id: string } & (
  | { kind: 'key'; role: Actor['role']; label: string | null }
  /** `audience` and `sentAt` are null of a standing link, which no mail brought. */
  | { kind: 'link'; organisation: string; audience: string | null; sentAt: Instant | null }
);

/** Reading the county's log, and what stands in a workflow's stream. */
export interface EventStore {
  /** How many events of the county have a position: the next one gets this number. */
  size(county: string): Promise<number>;
  /**
   * At most `limit` events after the position `after` (-1: from the beginning). One call looks at a bounded part of the log, so that a
   * filter that finds little does not hold a connection: go on after `reached` until `atEnd`.
   */
  page(county: string, filter: EventFilter, page: { after: number; limit: number }): Promise<EventPage>;
  /**
   * Everything after the position, page by page, the next one read while one is used. It ends where the log does; whoever stops taking
   * pages stops the reading.
   */
  pages(county: string, filter: EventFilter, page: { after: number; limit: number }): AsyncGenerator<EventPage>;
  /** The events of one stream after number `after`, those too that have no position yet. */
  ofStream(county: string, stream: string, page: { after: number; limit: number }): Promise<LogEvent[]>;
  /** Whose keys and links these ids are; those that are neither, or are gone, are left out. */
  actors(county: string, ids: readonly string[]): Promise<KnownActor[]>;
}
