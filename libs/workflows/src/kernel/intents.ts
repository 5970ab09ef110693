import type { AnsweringBody, Basis, Citation, CivilDate, Instant, LadderName, TaskKind } from '@app/domain';
import type { Json } from './command';

/** A date somebody has to meet. `dueAt` is the closing time on `dueOn`. */
export type DeadlineIntent = {
  name: string;
  dueOn: CivilDate;
  dueAt: Instant;
  basis: Basis;
  citation?: Citation;
  ladder?: LadderName;
  /** The body that answers, where one does: it is reminded before its agenda closes. */
  body?: AnsweringBody;
};

/**
 * How a deadline ended: `met` when what was waited for happened (with `on`, the day it happened, where that is told later),
 * `over` when a period simply ran its time, `cancelled` when the thing was no longer wanted.
 */
export type EndDeadlineIntent = { name: string; as: 'met' | 'over' | 'cancelled'; on?: CivilDate };

/**
 * A deadline that runs on, be it that its date has passed, with another respondent: the mail that was to ask the earlier one and has not
 * gone is dropped. Nothing of the deadline itself changes.
 */
export type ReaddressIntent = { name: string };

/** What was waited for has happened: now, or on the day that is told. */
export function met(name: string, on?: CivilDate): EndDeadlineIntent {
  return { name, as: 'met', ...(on && { on }) };
}

/** Whom a notification is for: a part somebody plays in an organisation, or a role by its register name. */
export type Recipient = { organisation: string; audience: string };

/**
 * A mail that is owed. With a `deadline`, it is dropped unsent once that deadline has ended; with `documents`, it is told which
 * documents the workflow has, as `documents` in its data.
 */
export type NotificationIntent = {
  template: string;
  to: Recipient;
  data: Json;
  deadline?: string;
  link?: boolean;
  documents?: true;
};

/** A workflow started by this one; its id is `<parent id>.<key>`. */
export type ChildIntent = { key: string; workflow: string; data: Json };

/** A command to the parent or to a child, given by the engine after the commit. */
export type TellIntent = { command: string; data: Json };
export type TellChildIntent = TellIntent & { key: string };

/**
 * Something to tell the workflow that follows this one, under the id its plan entry gives it: started with `start` unless a
 * plan has started it already, and then told with the command. So it never runs twice, whichever comes first.
 */
export type SuccessorIntent = TellIntent & { start: { workflow: string; entry: string; year: number; data: Json } };

/**
 * Something said to whichever workflows of the county follow the topic, now or later: the newest of a workflow stands. It is
 * told them as a command, see `WorkflowDefinition.follows`; a workflow is never told what it has published itself.
 */
export type PublishIntent = { topic: string; data: Json };

/**
 * Something a person has to look at: one task as long as it is open, by its key, which is unique within the workflow. What is said of
 * it follows from its kind; `organisation` is the one concerned.
 */
export type TaskIntent = { kind: TaskKind; key: string; organisation?: string };

/** What a task asked for has come, or is not wanted any more. Where none is open under the key, nothing happens. */
export type CloseTaskIntent = { key: string };

/**
 * The intents a chart can name as actions. They do nothing: a chart only says what should follow,
 * and the shell does it. Each takes one intent or a list.
 */
export const intentActions = {
  setDeadline: (_: unknown, _intent: DeadlineIntent | DeadlineIntent[]) => {},
  endDeadline: (_: unknown, _intent: EndDeadlineIntent | EndDeadlineIntent[]) => {},
  readdress: (_: unknown, _intent: ReaddressIntent | ReaddressIntent[]) => {},
  notify: (_: unknown, _intent: NotificationIntent | NotificationIntent[]) => {},
  startChild: (_: unknown, _intent: ChildIntent | ChildIntent[]) => {},
  tellParent: (_: unknown, _intent: TellIntent | TellIntent[]) => {},
  tellChild: (_: unknown, _intent: TellChildIntent | TellChildIntent[]) => {},
  tellSuccessor: (_: unknown, _intent: SuccessorIntent | SuccessorIntent[]) => {},
  publish: (_: unknown, _intent: PublishIntent | PublishIntent[]) => {},
  openTask: (_: unknown, _intent: TaskIntent | TaskIntent[]) => {},
  closeTask: (_: unknown, _intent: CloseTaskIntent | CloseTaskIntent[]) => {},
};

/** What a decision asks of the shell, in the order the chart named it. */
export type Intent =
  | ({ type: 'setDeadline' } & DeadlineIntent)
  | ({ type: 'endDeadline' } & EndDeadlineIntent)
  | ({ type: 'readdress' } & ReaddressIntent)
  | ({ type: 'notify' } & NotificationIntent)
  | ({ type: 'startChild' } & ChildIntent)
  | ({ type: 'tellParent' } & TellIntent)
  | ({ type: 'tellChild' } & TellChildIntent)
  | ({ type: 'tellSuccessor' } & SuccessorIntent)
  | ({ type: 'publish' } & PublishIntent)
  | ({ type: 'openTask' } & TaskIntent)
  | ({ type: 'closeTask' } & CloseTaskIntent);

/**
 * What only the kernel asks for: time stands still for a deadline, or goes on after it has stood still since a moment, or its
 * reminders are laid anew by another ladder. No chart can name these.
 */
export type KernelIntent =
  | { type: 'pauseDeadline'; name: string }
  | { type: 'continueDeadline'; name: string; since: Instant }
  | { type: 'relayDeadline'; name: string };

const intentTypes = new Set<string>(Object.keys(intentActions));

/** Flattens the actions returned by a transition into intents; XState's own actions (assign) are already applied. */
export function intentsOf(actions: readonly { type: string; params?: unknown }[]): Intent[] {
  return actions
    .filter((action) => intentTypes.has(action.type))
    .flatMap((action) =>
      (Array.isArray(action.params) ? action.params : [action.params]).map(
        (params: object) => ({ type: action.type, ...params }) as Intent,
      ),
    );
}
