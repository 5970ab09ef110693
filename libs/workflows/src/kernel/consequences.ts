import type { Instant } from '@app/domain';
import { helsinkiDate, rungDates, sendingTimeOnOrAfter } from '@app/domain';
import type { Json } from './command';
import type { Deadline, DeadlineStatus, Instance, Life } from './instance';
import { isAwaited, isRunning, plannedId } from './instance';
import type {
  ChildIntent,
  CloseTaskIntent,
  DeadlineIntent,
  EndDeadlineIntent,
  Intent,
  KernelIntent,
  NotificationIntent,
  PublishIntent,
  SuccessorIntent,
  TaskIntent,
  TellChildIntent,
  TellIntent,
} from './intents';
import { ladderOf } from './ladder-of';
import { currentDocuments } from './document-commands';
import { childToPause } from './life-commands';
import { continued, paused } from './paused-deadlines';
import { relaidRungs } from './relaid-rungs';
import type { Timer } from './timers';
import { timersOf } from './timers';

/** A notification with its place in the log. */
export type OwedNotification = NotificationIntent & { id: string };
export type StartedChild = ChildIntent & { id: string };
/** A publication with its place in the log: the number of the event that records it. */
export type OwnPublication = PublishIntent & { seq: number };

/** A task that the workflow opens or closes, in the order of the log. */
export type TaskStep = ({ open: true } & TaskIntent) | ({ open: false } & CloseTaskIntent);

/** What the shell has to make durable beside the events. */
export type Effects = {
  timers: Timer[];
  /** Deadlines that ended or moved: their timers and unsent notifications are dropped, before anything new of this step is added. */
  ended: string[];
  /** Deadlines that stand still: their timers are dropped, and their unsent notifications wait. */
  paused: string[];
  /** Deadlines that go on: the notifications that waited are sent. */
  continued: string[];
  /** Deadlines whose reminders were laid anew: their earlier timers are dropped, and unsent notifications stay owed. */
  relaid: string[];
  /** Deadlines with another respondent: the unsent notifications that were to ask the earlier one are dropped, and timers stay. */
  readdressed: string[];
  notifications: OwedNotification[];
  children: StartedChild[];
  tellParent: TellIntent[];
  tellChildren: (TellChildIntent & { id: string })[];
  successors: (SuccessorIntent & { id: string })[];
  publications: OwnPublication[];
  tasks: TaskStep[];
};

export type Consequence = { type: string; data: Json };
export type Consequences = {
  events: Consequence[];
  effects: Effects;
  deadlines: Record<string, Deadline>;
  tasks: string[];
};

/**
 * Turns the intents of one step into recorded consequences, effects for the shell, and the deadlines and open tasks as they then stand.
 * `firstSeq` is the sequence number of the first consequence; a notification is named after the event that records it.
 */
export function consequencesOf(
  instance: Pick<Instance, 'id' | 'county' | 'deadlines' | 'status' | 'parent' | 'life'>,
  intents: readonly (Intent | KernelIntent)[],
  firstSeq: number,
  at: Instant,
): Consequences {
  const result: Consequences = {
    events: [],
    effects: {
      timers: [],
      ended: [],
      paused: [],
      continued: [],
      relaid: [],
      readdressed: [],
      notifications: [],
      children: [],
      tellParent: [],
      tellChildren: [],
      successors: [],
      publications: [],
      tasks: [],
    },
    deadlines: { ...instance.deadlines },
    tasks: [...instance.life.tasks],
  };
  for (const intent of intents) applyIntent(instance, result, intent, firstSeq, at);
  if (instance.status !== 'open') {
    for (const name of Object.keys(result.deadlines)) endDeadline(result, { name, as: 'cancelled' }, at);
    for (const key of result.tasks) closeTask(result, { key });
  }
  return result;
}

function applyIntent(
  instance: Pick<Instance, 'id' | 'county' | 'parent' | 'life'>,
  result: Consequences,
  intent: Intent | KernelIntent,
  firstSeq: number,
  at: Instant,
): void {
  const { id, county, parent, life } = instance;
  const { effects, events } = result;
  const { type, ...rest } = intent;
  switch (intent.type) {
    case 'setDeadline':
      setDeadline(instance, result, intent, at);
      return;
    case 'endDeadline':
      endDeadline(result, intent, at);
      return;
    case 'readdress':
      readdress(result, intent.name);
      return;
    case 'pauseDeadline':
      pauseDeadline(result, intent.name);
      return;
    case 'continueDeadline':
      continueDeadline(life, result, intent.name, intent.since, at);
      return;
    case 'relayDeadline':
      relayDeadline(instance, result, intent.name, at);
      return;
    case 'notify': {
      const notification = withDocuments(instance, rest as NotificationIntent);
      effects.notifications.push({ ...notification, id: `${id}.n${firstSeq + events.length}` });
      record(result, 'NotificationOwed', withoutData(notification));
      return;
    }
    case 'startChild':
      effects.children.push({ ...(rest as ChildIntent), id: `${id}.${intent.key}` });
      record(result, 'ChildStarted', { key: intent.key, workflow: intent.workflow, ...organisationIn(intent) });
      // Whoever is paused starts nothing that runs.
      if (life.paused) tellChild(id, result, childToPause(intent.key, life.paused.reason));
      return;
    case 'tellParent':
      if (!parent) return;
      effects.tellParent.push(rest as TellIntent);
      record(result, 'ParentTold', { command: intent.command });
      return;
    case 'tellChild':
      tellChild(id, result, rest as TellChildIntent);
      return;
    case 'tellSuccessor': {
      const successor = plannedId(county, intent.start.entry);
      effects.successors.push({ ...(rest as SuccessorIntent), id: successor });
      record(result, 'SuccessorTold', { id: successor, command: intent.command });
      return;
    }
    case 'publish':
      effects.publications.push({ ...(rest as PublishIntent), seq: firstSeq + events.length });
      record(result, 'Published', { topic: intent.topic });
      return;
    case 'openTask':
      openTask(result, rest as TaskIntent);
      return;
    case 'closeTask':
      closeTask(result, rest as CloseTaskIntent);
      return;
    default:
      throw new Error(`Unknown intent ${type as string}`);
  }
}

/** What is told is in the facts, from which it is computed again; recorded twice it could not be erased in one place. */
function withoutData({ data: _data, ...notification }: NotificationIntent): Omit<NotificationIntent, 'data'> {
  return notification;
}

/** What is attached is known beside the chart. */
function withDocuments(
  instance: Pick<Instance, 'life'>,
  { documents, ...notification }: NotificationIntent,
): NotificationIntent {
  if (!documents) return notification;
  const told = currentDocuments(instance).map(({ id, title, kind, publicity, link, file }) => ({
    id,
    ...(title !== undefined && { title }),
    publicity,
    ...(kind !== undefined && { kind }),
    ...(link && { link: link.url }),
    ...((file ?? link)?.sha256 !== undefined && { sha256: (file ?? link)?.sha256 }),
  }));
  return { ...notification, data: { ...(notification.data as object), documents: told } as Json };
}

function setDeadline(
  { life }: Pick<Instance, 'life'>,
  result: Consequences,
  intent: DeadlineIntent & { type: string },
  at: Instant,
): void {
  const { name, dueOn, dueAt, basis, citation, ladder, body } = intent;
  const earlier = result.deadlines[name];
  const setNo = (earlier?.setNo ?? 0) + 1;
  // A moved deadline's earlier timers and unsent mails must not go out.
  if (earlier && isAwaited(earlier)) result.effects.ended.push(name);
  // Nobody is reminded on the day the request itself goes out, nor of what should have gone before it; see `caughtUp`.
  const sentOn = helsinkiDate(sendingTimeOnOrAfter(at));
  const dated = ladder ? rungDates(ladderOf(life, ladder), dueOn, { sentOn, ...(body && { body }) }) : [];
  const rungs = dated.map(({ rung, on }) => ({ key: rung.key, on }));
  const how = { ...(citation && { citation }), ...(ladder && { ladder }), ...(body && { body }) };
  const deadline: Deadline = { name, dueOn, dueAt, basis, ...how, rungs, status: 'open', setNo };
  if (life.paused) result.deadlines[name] = paused(deadline);
  else runFrom(life, result, deadline, at);
  record(result, 'DeadlineSet', { name, dueOn, dueAt, basis, setNo, rungs });
}

/** Time runs for the deadline from now on: it will pass, and its rungs fall due. */
function runFrom(life: Life, { deadlines, effects }: Consequences, deadline: Deadline, at: Instant): void {
  deadlines[deadline.name] = deadline;
  effects.timers.push(...timersOf(deadline, at, life));
}

/** Only the reminders still ahead are laid anew: nobody is reminded a second time, and nothing is caught up. */
function relayDeadline({ life }: Pick<Instance, 'life'>, result: Consequences, name: string, at: Instant): void {
  const earlier = result.deadlines[name];
  if (!earlier?.ladder || !isAwaited(earlier)) return;
  const rungs = relaidRungs(ladderOf(life, earlier.ladder), earlier, at);
  const setNo = earlier.setNo + 1;
  const deadline: Deadline = { ...earlier, rungs, setNo };
  if (isRunning(earlier)) {
    result.effects.relaid.push(name);
    runFrom(life, result, deadline, at);
  } else result.deadlines[name] = deadline;
  record(result, 'RemindersRelaid', { name, setNo, rungs });
}

function readdress(result: Consequences, name: string): void {
  const deadline = result.deadlines[name];
  if (!deadline || !isAwaited(deadline)) return;
  result.effects.readdressed.push(name);
  record(result, 'DeadlineReaddressed', { name });
}

function pauseDeadline(result: Consequences, name: string): void {
  const deadline = result.deadlines[name];
  if (!deadline || !isRunning(deadline)) return;
  result.deadlines[name] = paused(deadline);
  result.effects.paused.push(name);
  record(result, 'DeadlinePaused', { name });
}

function continueDeadline(life: Life, result: Consequences, name: string, since: Instant, at: Instant): void {
  const deadline = result.deadlines[name];
  if (!deadline || !isAwaited(deadline)) return;
  const running = { ...continued(deadline, since, at), setNo: deadline.setNo + 1 };
  runFrom(life, result, running, at);
  // What was to be sent before the pause and did not go speaks of a date to come.
  const isGone = running.status === 'open' && running.dueAt <= at;
  (isGone ? result.effects.ended : result.effects.continued).push(name);
  const { dueOn, dueAt, basis, setNo, rungs } = running;
  record(result, 'DeadlineContinued', { name, dueOn, dueAt, basis, setNo, rungs });
}

function endDeadline(result: Consequences, intent: EndDeadlineIntent, at: Instant): void {
  const deadline = result.deadlines[intent.name];
  if (!deadline || !isAwaited(deadline)) return;
  const status = statusAtEnd(deadline, intent, at);
  const { before: _before, fired: _fired, ...rest } = deadline;
  result.deadlines[deadline.name] = { ...rest, rungs: [], status };
  result.effects.ended.push(deadline.name);
  record(result, 'DeadlineEnded', { name: deadline.name, status });
}

/** What was done on time and told later was done on time; whether the engine has noticed the date does not matter. */
function statusAtEnd(
  { dueOn, dueAt, status, before }: Deadline,
  { as, on }: EndDeadlineIntent,
  at: Instant,
): DeadlineStatus {
  if (as === 'over') return 'over';
  const late = on === undefined ? at >= dueAt : on > dueOn;
  if (as === 'met') return late ? 'met-late' : 'met';
  return (before ?? status) === 'passed' ? 'missed' : 'cancelled';
}

function tellChild(id: string, result: Consequences, intent: TellChildIntent): void {
  result.effects.tellChildren.push({ ...intent, id: `${id}.${intent.key}` });
  record(result, 'ChildTold', { key: intent.key, command: intent.command });
}

/** Asked for each time: a person may have closed the task meanwhile, and whether one is still open only the shell knows. */
function openTask(result: Consequences, task: TaskIntent): void {
  if (!result.tasks.includes(task.key)) result.tasks = [...result.tasks, task.key];
  result.effects.tasks.push({ open: true, ...task });
  record(result, 'TaskNeeded', task);
}

function closeTask(result: Consequences, { key }: CloseTaskIntent): void {
  if (!result.tasks.includes(key)) return;
  result.tasks = result.tasks.filter((open) => open !== key);
  result.effects.tasks.push({ open: false, key });
  record(result, 'TaskSettled', { key });
}

function record(result: Consequences, type: string, data: object): void {
  result.events.push({ type, data: data as Json });
}

/** Whose the child is, for whoever reads the log. */
function organisationIn({ data }: Pick<ChildIntent, 'data'>): { organisation?: string } {
  const { organisation } = Object(data) as { organisation?: unknown };
  return typeof organisation === 'string' ? { organisation } : {};
}
