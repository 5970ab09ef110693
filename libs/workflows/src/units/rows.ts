import type { Instant } from '@app/domain';
import type { Actor, Json } from '../kernel/command';
import type { OwedNotification, OwnPublication, TaskStep } from '../kernel/consequences';

/** What a step leaves to be stored and to be done. */

/** A command that one workflow gives to another; with `start` the other is started instead where it does not run yet. */
export type TellPayload = {
  workflow: string;
  command: string;
  data: Json;
  from: string;
  start?: { workflow: string; entry: string; year: number; data: Json };
};

/** What has to be done when its time has come. */
export type WorkRow = {
  instance: string;
  kind: 'timer' | 'command' | 'mail';
  dueAt: Instant;
  dedupeKey: string;
  deadline: string | null;
  setNo: number | null;
  rung: string | null;
  payload: Json;
};

export type NotificationRow = OwedNotification & { workflow: string; state: 'queued' | 'suppressed' };

/**
 * What becomes of a deadline's timers and unsent mail. Where it `ended` they fall away; where it `moved`, only the timers that
 * were set with a number below. Where it is `paused` the timers fall away and the mail waits, until it is `continued`. Where it is
 * `readdressed` the timers stay, and the mail that was to ask the earlier respondent falls away.
 */
export type EndedRow = { workflow: string; name: string } & (
  { what: 'ended' | 'paused' | 'continued' | 'readdressed' } | { what: 'moved'; below: number }
);

/** What a workflow of the unit publishes; `seq` is the number of the event that records it. */
export type PublicationRow = OwnPublication & { workflow: string };

/** A task that a workflow of the unit opens or closes, as the fact from which it follows was given. */
export type TaskRow = TaskStep & { workflow: string; actor: Actor; commandId: string };

/** Where a workflow belongs beyond its own state: the plan year and entry it was started from. */
export type Origin = { year: number | null; entry: string | null };
