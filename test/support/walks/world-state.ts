import type { Instant } from '@app/domain';
import type { AnyDefinition, Instance, Json, Place, Timer, WorkflowEvent } from '@app/workflows';
import type { SeenBy } from './seen';

/** A workflow of the world, with its whole stream. */
export type Member = { definition: AnyDefinition; place: Place; instance: Instance; events: WorkflowEvent[] };

/** What one workflow tells another, under way. */
export type Letter = { from: string; to: string; name: string; data: Json; start?: { workflow: string; data: Json } };
export type PendingTimer = Timer & { workflow: string };

/** What was owed once and must not be owed again. */
export type Owed = Set<string>;

/** A small world of workflows that start and tell each other, and its clock. Everything the shell would do, without the shell. */
export type World = {
  now: Instant;
  members: Map<string, Member>;
  letters: Letter[];
  /** What children and parents have told each other, delivered or not. */
  told: Pick<Letter, 'to' | 'name' | 'data'>[];
  timers: PendingTimer[];
  owed: Owed;
  /** Whether children are started and told; alone, a workflow tells nobody. */
  alone: boolean;
  seen: SeenBy;
  /** Checks what a mail is told, where the one who walks can. */
  checkMail: (template: string, data: Json) => void;
};
