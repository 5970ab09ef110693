import { helsinkiDate } from '@app/domain';
import { label, reasonForm } from '../fields';
import { isAwaited, isRunning, statePath } from './instance';
import type { Ended, Instance, WorkflowEvent } from './instance';
import type { TellChildIntent, TellIntent } from './intents';
import type { KernelCommand, Turn } from './kernel-command';

/** Every workflow can stand still, go on, and go on after its end. No definition models that. */

const staff = ['admin', 'coordinator'] as const;
const pause = 'pause';
const resume = 'resume';

type WithReason = { reason: string };

/** What a reopening records: `undone` is the number of the fact that had ended the workflow. */
export type Reopening = WithReason & { undone: number };
export const reopened = 'WorkflowReopened';

export const lifeCommands: Readonly<Record<string, KernelCommand>> = {
  [pause]: {
    title: label('Keskeytä', 'Pausa', 'Pause'),
    roles: [...staff, 'workflow'],
    schema: reasonForm,
    event: 'WorkflowPaused',
    isPossible: ({ status, life }) => status === 'open' && life.paused === null,
    turn: paused,
  },
  [resume]: {
    title: label('Jatka', 'Fortsätt', 'Resume'),
    roles: [...staff, 'workflow'],
    schema: reasonForm,
    event: 'WorkflowResumed',
    whilePaused: true,
    // A parent that goes on wakes only what it has put to rest itself.
    isPossible: ({ status, life: { paused } }, role) =>
      status === 'open' && paused !== null && (role !== 'workflow' || paused.byParent),
    turn: resumed,
  },
  reopen: {
    title: label('Avaa uudelleen', 'Öppna på nytt', 'Reopen'),
    roles: staff,
    schema: reasonForm,
    event: reopened,
    whilePaused: true,
    isPossible: ({ life }) => life.ended !== null,
    recordOf: ({ reason }: WithReason, { life }): Reopening => ({ reason, undone: endOf(life).seq }),
    turn: reopen,
  },
};

/** A child that starts while its parent is paused is paused with it. */
export function childToPause(key: string, reason: string): TellChildIntent {
  return { key, command: pause, data: { reason } };
}

/** Whether a command tells of a pause or its end. */
export function tellsOfPause(command: string): boolean {
  return command === pause || command === resume;
}

/**
 * Whether what a workflow was told by this one no longer holds: a pause and its end may arrive the wrong way round, and whoever
 * heard of the pause last would stand still for ever.
 */
export function isOvertaken(command: string, { life }: Instance): boolean {
  return (command === pause && !life.paused) || (command === resume && life.paused !== null);
}

function paused(instance: Instance, { at, data, actor }: WorkflowEvent): Turn {
  const { reason } = data as WithReason;
  const how = { on: helsinkiDate(at), at, reason, byParent: actor.role === 'workflow' };
  return {
    instance: { ...instance, life: { ...instance.life, paused: how } },
    intents: [
      ...deadlineNames(instance, isRunning).map((name) => ({ type: 'pauseDeadline' as const, name })),
      ...toldChildren(instance, { command: pause, data: { reason } }),
    ],
  };
}

function resumed(instance: Instance, { data }: WorkflowEvent): Turn {
  const since = instance.life.paused?.at;
  if (since === undefined) throw new Error(`${instance.id} goes on and was not paused`);
  const { reason } = data as WithReason;
  return {
    instance: { ...instance, life: { ...instance.life, paused: null } },
    intents: [
      ...deadlineNames(instance, isAwaited).map((name) => ({ type: 'continueDeadline' as const, name, since })),
      ...toldChildren(instance, { command: resume, data: { reason } }),
    ],
  };
}

/** Back to where it stood before the step that ended it. Children that ended with it stay as they are. */
function reopen(instance: Instance, _event: WorkflowEvent): Turn {
  const { at: since, value, context, deadlines, paused: still } = endOf(instance.life);
  const awaited = Object.values(deadlines).map((deadline) => ({
    ...deadline,
    setNo: instance.deadlines[deadline.name]?.setNo ?? deadline.setNo,
  }));
  return {
    instance: {
      ...instance,
      value,
      state: statePath(value),
      context,
      status: 'open',
      endedOn: null,
      deadlines: { ...instance.deadlines, ...Object.fromEntries(awaited.map((deadline) => [deadline.name, deadline])) },
      life: { ...instance.life, paused: still, ended: null },
    },
    // What was paused when it ended is paused again.
    intents: still ? [] : awaited.map(({ name }) => ({ type: 'continueDeadline' as const, name, since })),
  };
}

function endOf({ ended }: Instance['life']): Ended {
  if (!ended) throw new Error('Only what has ended can be reopened');
  return ended;
}

function deadlineNames({ deadlines }: Instance, which: typeof isRunning): string[] {
  return Object.values(deadlines)
    .filter(which)
    .map(({ name }) => name);
}

/** Those that have ended refuse, harmlessly: a parent does not know which. */
function toldChildren({ life }: Instance, what: TellIntent) {
  return life.children.map((key) => ({ type: 'tellChild' as const, key, ...what }));
}
