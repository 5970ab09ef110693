import type { Instant } from '@app/domain';
import { helsinkiDate, helsinkiInstant, ladders, rungDates, sendingTimeOnOrAfter } from '@app/domain';
import type { Json } from './command';
import { passDeadline, remind } from './clock-commands';
import type { Deadline, DeadlineStatus, Instance } from './instance';
import { plannedId } from './instance';
import type {
  ChildIntent,
  DeadlineIntent,
  EndDeadlineIntent,
  Intent,
  NotificationIntent,
  PublishIntent,
  SuccessorIntent,
  TellChildIntent,
  TellIntent,
} from './intents';

/** Reminders fall due when the office opens; the sending hours of a county may still hold the mail back. */
const morning = '08:00';

/** A moment at which the engine gives a command: a deadline that passes, or a rung of its reminder ladder. */
export type Timer = { deadline: string; setNo: number; rung: string | null; at: Instant; command: string; data: Json };

/** A notification with its place in the log. */
export type OwedNotification = NotificationIntent & { id: string };
export type StartedChild = ChildIntent & { id: string };
/** A publication with its place in the log: the number of the event that records it. */
export type OwnPublication = PublishIntent & { seq: number };

/** What the shell has to make durable beside the events. */
export type Effects = {
  timers: Timer[];
  /** Deadlines whose pending timers and unsent notifications are dropped, before anything new of this step is added. */
  ended: string[];
  notifications: OwedNotification[];
  children: StartedChild[];
  tellParent: TellIntent[];
  tellChildren: (TellChildIntent & { id: string })[];
  successors: (SuccessorIntent & { id: string })[];
  publications: OwnPublication[];
};

export type Consequence = { type: string; data: Json };
export type Consequences = { events: Consequence[]; effects: Effects; deadlines: Record<string, Deadline> };

/**
 * Turns the intents of one step into recorded consequences, effects for the shell and the deadlines as they then stand.
 * `firstSeq` is the sequence number of the first consequence; a notification is named after the event that records it.
 */
export function consequencesOf(
  instance: Pick<Instance, 'id' | 'county' | 'deadlines' | 'status' | 'parent'>,
  intents: readonly Intent[],
  firstSeq: number,
  at: Instant,
): Consequences {
  const result: Consequences = {
    events: [],
    effects: {
      timers: [],
      ended: [],
      notifications: [],
      children: [],
      tellParent: [],
      tellChildren: [],
      successors: [],
      publications: [],
    },
    deadlines: { ...instance.deadlines },
  };
  for (const intent of intents) applyIntent(instance, result, intent, firstSeq, at);
  if (instance.status !== 'open')
    for (const name of Object.keys(result.deadlines)) endDeadline(result, { name, as: 'cancelled' }, at);
  return result;
}

function applyIntent(
  { id, county, parent }: Pick<Instance, 'id' | 'county' | 'parent'>,
  result: Consequences,
  intent: Intent,
  firstSeq: number,
  at: Instant,
): void {
  const { effects, events } = result;
  const { type, ...rest } = intent;
  switch (intent.type) {
    case 'setDeadline':
      setDeadline(result, intent, at);
      return;
    case 'endDeadline':
      endDeadline(result, intent, at);
      return;
    case 'notify':
      effects.notifications.push({ ...(rest as NotificationIntent), id: `${id}.n${firstSeq + events.length}` });
      record(result, 'NotificationOwed', rest);
      return;
    case 'startChild':
      effects.children.push({ ...(rest as ChildIntent), id: `${id}.${intent.key}` });
      record(result, 'ChildStarted', { key: intent.key, workflow: intent.workflow });
      return;
    case 'tellParent':
      if (!parent) return;
      effects.tellParent.push(rest as TellIntent);
      record(result, 'ParentTold', rest);
      return;
    case 'tellChild':
      effects.tellChildren.push({ ...(rest as TellChildIntent), id: `${id}.${intent.key}` });
      record(result, 'ChildTold', rest);
      return;
    case 'tellSuccessor': {
      const successor = plannedId(county, intent.start.entry);
      effects.successors.push({ ...(rest as SuccessorIntent), id: successor });
      record(result, 'SuccessorTold', { id: successor, ...rest });
      return;
    }
    case 'publish':
      effects.publications.push({ ...(rest as PublishIntent), seq: firstSeq + events.length });
      record(result, 'Published', rest);
      return;
    default:
      throw new Error(`Unknown intent ${type as string}`);
  }
}

function setDeadline(result: Consequences, intent: DeadlineIntent & { type: string }, at: Instant): void {
  const { name, dueOn, dueAt, basis, citation, ladder, body } = intent;
  const earlier = result.deadlines[name];
  const setNo = (earlier?.setNo ?? 0) + 1;
  // A moved deadline's earlier timers and unsent mails must not go out.
  if (earlier && isRunning(earlier.status)) result.effects.ended.push(name);
  result.deadlines[name] = { name, dueOn, dueAt, basis, ...(citation && { citation }), status: 'open', setNo };
  result.effects.timers.push({
    deadline: name,
    setNo,
    rung: null,
    at: dueAt,
    command: passDeadline,
    data: { deadline: name },
  });
  // Nobody is reminded on the day the request itself goes out, nor of what should have gone before it; see `caughtUp`.
  const sentOn = helsinkiDate(sendingTimeOnOrAfter(at));
  const rungs = ladder ? rungDates(ladders[ladder], dueOn, { sentOn, ...(body && { body }) }) : [];
  for (const { rung, on } of rungs) {
    result.effects.timers.push({
      deadline: name,
      setNo,
      rung: rung.key,
      at: helsinkiInstant(on, morning),
      command: remind,
      data: { deadline: name, rung: rung.key, audience: rung.audience, template: rung.template },
    });
  }
  record(result, 'DeadlineSet', {
    name,
    dueOn,
    dueAt,
    basis,
    setNo,
    rungs: rungs.map(({ rung, on }) => ({ key: rung.key, on })),
  });
}

function endDeadline(result: Consequences, intent: EndDeadlineIntent, at: Instant): void {
  const deadline = result.deadlines[intent.name];
  if (!deadline || !isRunning(deadline.status)) return;
  const status = statusAtEnd(deadline, intent, at);
  result.deadlines[deadline.name] = { ...deadline, status };
  result.effects.ended.push(deadline.name);
  record(result, 'DeadlineEnded', { name: deadline.name, status });
}

/** A deadline that has passed still has its reminders to come, until what it waits for is done or given up. */
function isRunning(status: DeadlineStatus): boolean {
  return status === 'open' || status === 'passed';
}

/** What was done on time and told later was done on time; whether the engine has noticed the date does not matter. */
function statusAtEnd({ dueOn, dueAt, status }: Deadline, { as, on }: EndDeadlineIntent, at: Instant): DeadlineStatus {
  if (as === 'over') return 'over';
  const late = on === undefined ? at >= dueAt : on > dueOn;
  if (as === 'met') return late ? 'met-late' : 'met';
  return status === 'passed' ? 'missed' : 'cancelled';
}

function record(result: Consequences, type: string, data: object): void {
  result.events.push({ type, data: data as Json });
}
