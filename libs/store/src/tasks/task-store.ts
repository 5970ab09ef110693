import type { Instant, TaskKind } from '@app/domain';
import type { Actor } from '@app/workflows';
import type { Listed, Page } from '../workflows/workflow-store';

/** Something that a person has to look at. Ids only: what it says in words follows from its kind and the register. */
export type Task = {
  id: string;
  county: string;
  /** Unique among the open tasks of the county: the same trouble is one task. */
  key: string;
  kind: TaskKind;
  workflow: string | null;
  notification: string | null;
  organisation: string | null;
  contact: string | null;
  openedAt: Instant;
  closedAt: Instant | null;
  /** Who closed it: a key's id, or `clock` or a workflow where it was resolved by itself. */
  closedBy: string | null;
  note: string | null;
};

export type NewTask = Pick<Task, 'county' | 'key' | 'kind'> & {
  workflow?: string | undefined;
  notification?: string | undefined;
  organisation?: string | undefined;
  contact?: string | undefined;
};

export type TaskFilter = {
  status?: 'open' | 'closed' | undefined;
  kind?: TaskKind | undefined;
  organisation?: string | undefined;
  workflow?: string | undefined;
};

/** A person closes a task. `requestHash` tells a repeated command from another one with its id. */
export type CloseTask = {
  county: string;
  id: string;
  note: string;
  actor: Actor;
  commandId: string;
  requestHash: string;
};

export type ClosedTask =
  { outcome: 'closed' | 'replayed' | 'already-closed'; task: Task } | { outcome: 'key-reused' | 'not-found' };

export interface TaskStore {
  /** Opens a task and gives its id; where one with the key is open, that one's. */
  open(task: NewTask): Promise<string>;
  /** Closes the task that is open under the key, since what it asked for has come by itself. False where none is open. */
  settle(county: string, key: string): Promise<boolean>;
  close(request: CloseTask): Promise<ClosedTask>;
  read(county: string, id: string): Promise<Task | undefined>;
  /** The oldest first; `after` and `next` are ids of tasks. */
  list(county: string, filter: TaskFilter, page: Page): Promise<Listed<Task>>;
}
