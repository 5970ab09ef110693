import type { Instant } from '@app/domain';
import { sendingTimeOnOrAfter } from '@app/domain';
import type { Actor } from '../kernel/command';
import type { OwedNotification, StartedChild } from '../kernel/consequences';
import { type Accepted, start } from '../kernel/decide';
import { type Instance, isAwaited, isRunningSet, type WorkflowEvent } from '../kernel/instance';
import type { Timer } from '../kernel/timers';
import { findDefinition } from '../registry';
import { type Following, noteFollowing } from './following';
import type { EndedRow, NotificationRow, Origin, PublicationRow, TaskRow, TellPayload, WorkRow } from './rows';
import { organisationsOf } from './organisations-of';

/**
 * One workflow's step, or several in a row, with everything that follows from it: stored whole or not at all.
 */
export type Unit = {
  county: string;
  at: Instant;
  /** `at` was not read from the database: it is checked there. */
  estimated: boolean;
  /** The version before; 0 where the workflow is started. */
  expected: number;
  /** As the workflow stands afterwards. */
  instance: Instance;
  /** The instance as text, once it has been written. */
  snapshot?: string;
  /** The `traceparent` of whoever asked, where somebody traces. */
  trace?: string | undefined;
  /** When its mail may go; one step can owe hundreds. */
  sendAt?: Instant;
  year: number | null;
  commands: { id: string; hash: string; version: number }[];
  started: { instance: Instance; origin: Origin }[];
  events: WorkflowEvent[];
  work: WorkRow[];
  notifications: NotificationRow[];
  ended: EndedRow[];
  publications: PublicationRow[];
  tasks: TaskRow[];
  following: Following;
  /** Ids of work items that the step finishes. */
  finished: string[];
};

export type GivenCommand = { commandId: string; requestHash: string };

/** The unit of a workflow that is started. */
export function unitOfStart(accepted: Accepted, given: GivenCommand, origin: Origin, at: Instant): Unit {
  const unit = emptyUnit(accepted.instance, 0, origin.year, at);
  unit.started.push({ instance: accepted.instance, origin });
  addCommand(unit, null, accepted, given);
  return unit;
}

/** An empty unit of a workflow as it stands. */
export function emptyUnit(instance: Instance, expected: number, year: number | null, at: Instant): Unit {
  return {
    county: instance.county,
    at,
    estimated: false,
    expected,
    instance,
    year,
    commands: [],
    started: [],
    events: [],
    work: [],
    notifications: [],
    ended: [],
    publications: [],
    tasks: [],
    following: { begun: [], ended: [] },
    finished: [],
  };
}

/** Adds what a command did, after whatever the unit already holds. */
export function addStep(unit: Unit, accepted: Accepted, given: GivenCommand): void {
  addCommand(unit, unit.instance, accepted, given);
}

/**
 * Adds what a workflow of the unit, its own or a child it starts, did when it was told a publication. To whoever gave the
 * command before it, that is part of the same step.
 */
export function addHearing(unit: Unit, before: Instance, accepted: Accepted, commandId: string): void {
  const { instance } = accepted;
  for (const started of unit.started) if (started.instance.id === instance.id) started.instance = instance;
  if (unit.instance.id === instance.id) {
    unit.instance = instance;
    for (const command of unit.commands.slice(-1)) command.version = instance.version;
  }
  addConsequences(unit, before, accepted, commandId);
}

function addCommand(unit: Unit, before: Instance | null, accepted: Accepted, given: GivenCommand): void {
  unit.instance = accepted.instance;
  unit.commands.push({ id: given.commandId, hash: given.requestHash, version: accepted.instance.version });
  addConsequences(unit, before, accepted, given.commandId);
}

function addConsequences(
  unit: Unit,
  before: Instance | null,
  { instance, events, effects }: Accepted,
  commandId: string,
): void {
  unit.events.push(...events);
  for (const what of ['ended', 'paused', 'continued', 'readdressed'] as const)
    for (const name of effects[what]) endDeadline(unit, { workflow: instance.id, name, what });
  for (const name of effects.relaid) {
    const below = instance.deadlines[name]?.setNo ?? 0;
    endDeadline(unit, { workflow: instance.id, name, what: 'moved', below });
  }
  for (const timer of effects.timers) addTimer(unit, instance, timer);
  for (const owed of effects.notifications) addNotification(unit, instance, owed);
  effects.tellParent.forEach(({ command, data }, index) => {
    if (instance.parent) tell(unit, instance, instance.parent.id, { command, data }, `parent/${index}`);
  });
  effects.tellChildren.forEach(({ id, command, data }, index) =>
    tell(unit, instance, id, { command, data }, `child/${index}`),
  );
  effects.successors.forEach(({ id, command, data, start: begin }, index) =>
    tell(unit, instance, id, { command, data, start: begin }, `successor/${index}`),
  );
  for (const publication of effects.publications) unit.publications.push({ ...publication, workflow: instance.id });
  for (const step of effects.tasks)
    unit.tasks.push({ ...step, workflow: instance.id, actor: actorOf(events), commandId });
  noteFollowing(unit.following, before, instance);
  for (const child of effects.children) startChild(unit, instance, child, commandId);
}

/** Whoever gave the command. */
function actorOf([fact]: readonly WorkflowEvent[]): Actor {
  if (!fact) throw new Error('A step is at least one event');
  return fact.actor;
}

/** Rows of this deadline that an earlier step of the unit added are not in the database yet: they fall away here. */
function endDeadline(unit: Unit, ended: EndedRow): void {
  const { workflow, name, what } = ended;
  unit.ended.push(ended);
  if (what === 'continued') return;
  if (what !== 'readdressed' && unit.work.length > 0) {
    unit.work = unit.work.filter(
      (work) =>
        work.kind !== 'timer' ||
        work.instance !== workflow ||
        work.deadline !== name ||
        (what === 'moved' && (work.setNo ?? 0) >= ended.below),
    );
  }
  if (what !== 'ended' && what !== 'readdressed') return;
  for (const notification of unit.notifications) {
    if (notification.workflow !== workflow || notification.deadline !== name) continue;
    if (what === 'ended') suppress(unit, notification);
    else if (asksEarlier(unit, notification)) suppress(unit, notification, 'respondent-changed');
  }
}

/** The same as in the database: a manager of an organisation that goes on with it is told all the same. */
function asksEarlier({ instance }: Unit, { link, to }: NotificationRow): boolean {
  if (link !== true) return false;
  return to.audience !== 'manager' || !organisationsOf(instance).includes(to.organisation);
}

function addTimer(unit: Unit, instance: Instance, timer: Timer): void {
  const { deadline, setNo, rung, at, command, data } = timer;
  // A step can set a deadline and close the workflow in one go.
  if (!isRunningSet(instance, deadline, setNo)) return;
  if (rung === null && setNo > 1)
    endDeadline(unit, { workflow: instance.id, name: deadline, what: 'moved', below: setNo });
  unit.work.push({
    instance: instance.id,
    kind: 'timer',
    dueAt: at,
    dedupeKey: `${instance.id}/${deadline}/${setNo}/${rung ?? 'due'}`,
    deadline,
    setNo,
    rung,
    payload: { deadline, setNo, rung, command, data },
  });
}

function addNotification(unit: Unit, instance: Instance, owed: OwedNotification): void {
  const notification: NotificationRow = { ...owed, workflow: instance.id, state: 'queued' };
  unit.notifications.push(notification);
  unit.work.push({
    instance: instance.id,
    kind: 'mail',
    dueAt: (unit.sendAt ??= sendingTimeOnOrAfter(unit.at)),
    dedupeKey: mailKey(owed.id),
    deadline: null,
    setNo: null,
    rung: null,
    payload: { notification: owed.id },
  });
  const deadline = owed.deadline === undefined ? undefined : instance.deadlines[owed.deadline];
  if (deadline && !isAwaited(deadline)) suppress(unit, notification);
}

/** Recorded as owed, and in its own stream as never sent. */
function suppress(
  unit: Unit,
  notification: NotificationRow,
  reason: 'deadline-ended' | 'respondent-changed' = 'deadline-ended',
): void {
  if (notification.state === 'suppressed') return;
  notification.state = 'suppressed';
  unit.work = unit.work.filter(({ dedupeKey }) => dedupeKey !== mailKey(notification.id));
  unit.events.push({
    stream: notification.id,
    seq: 1,
    kind: 'fact',
    type: 'NotificationSuppressed',
    data: { reason },
    at: unit.at,
    actor: { id: 'clock', role: 'clock' },
    commandId: unit.events.at(-1)?.commandId ?? '',
  });
}

function tell(
  unit: Unit,
  from: Instance,
  to: string,
  what: Pick<TellPayload, 'command' | 'data' | 'start'>,
  which: string,
): void {
  addTold(unit, { workflow: to, ...what, from: from.id }, `tell:${from.id}@${from.version}/${which}`);
}

/** A command that the engine gives after the commit. */
export function addTold(unit: Unit, payload: TellPayload, dedupeKey: string): void {
  const { workflow: instance } = payload;
  unit.work.push({
    instance,
    kind: 'command',
    dueAt: unit.at,
    dedupeKey,
    deadline: null,
    setNo: null,
    rung: null,
    payload,
  });
}

/** A child starts in its parent's transaction, and its own children with it. */
function startChild(unit: Unit, parent: Instance, child: StartedChild, parentCommandId: string): void {
  const definition = findDefinition(child.workflow);
  if (!definition) throw new Error(`${parent.id} starts a ${child.workflow}, which no definition is called`);
  const commandId = `${parentCommandId}/${child.key}`;
  const decision = start(
    definition,
    { id: child.id, county: parent.county, parent: { id: parent.id, key: child.key } },
    {
      name: definition.start.event,
      data: child.data,
      actor: { id: parent.id, role: 'workflow' },
      commandId,
      now: unit.at,
      ladders: parent.life.ladders,
    },
  );
  if (!decision.accepted)
    throw new Error(`${parent.id} starts ${child.id}, which is refused: ${decision.code}: ${decision.detail.en}`);
  unit.started.push({ instance: decision.instance, origin: { year: unit.year, entry: null } });
  addConsequences(unit, null, decision, commandId);
}

/** Whether there is work to ring for. */
export function leavesWork({ work, publications }: Unit): boolean {
  return work.length + publications.length > 0;
}

/** The dedupe key of a notification's work item. */
export function mailKey(notification: string): string {
  return `mail:${notification}`;
}
