import type { CivilDate } from '@app/domain';
import { helsinkiInstant, sendingTimeOnOrAfter } from '@app/domain';
import { label } from '../fields';
import type { Fact, Reason } from '../kernel/definition';
import type { DeadlineIntent } from '../kernel/intents';
import type { HandlingContext, Rescheduling, Takeover } from './board-handling.data';
import { decisionDeadline, handlingDeadline, materialsDeadline, meetingAfter } from './board-handling.dates';

/** A case whose meeting or date moves, or that another municipality goes on with. What has been decided stays. */

/** The case with its new meeting, or with the new date that is asked for. */
export function rescheduledTo(context: HandlingContext, { data, on }: Fact<string, Rescheduling>): HandlingContext {
  const { meetingOn = context.meetingOn, due = context.due } = data;
  const movesDue = due?.on !== context.due?.on;
  return {
    ...context,
    meetingOn,
    due,
    // What was escalated for the old date may be escalated again after the new one.
    escalated: movesDue ? false : context.escalated,
    history: [...context.history, { what: 'rescheduled', on }],
  };
}

/** The step a case is in whose meeting moves: its materials are awaited, or its decision. */
export type MovedStep = 'materials' | 'decision';

const stepDeadlines: Record<MovedStep, (context: HandlingContext) => DeadlineIntent[]> = {
  materials: materialsDeadline,
  decision: decisionDeadline,
};

/** The deadlines that follow from what moved: the date asked for, and the step that the case is in. */
export function movedDeadlines(
  before: HandlingContext,
  fact: Fact<string, Rescheduling>,
  step: MovedStep,
): DeadlineIntent[] {
  const after = rescheduledTo(before, fact);
  return [
    ...(differs(after.due, before.due) ? handlingDeadline(after) : []),
    ...(after.meetingOn !== before.meetingOn ? stepDeadlines[step](after) : []),
  ];
}

function differs(one: HandlingContext['due'], other: HandlingContext['due']): boolean {
  return one?.on !== other?.on || one?.basis !== other?.basis;
}

/** Why staff may not move the date so; null when they may. What the parent tells, it has asked of itself. */
export function whyDateStays(context: HandlingContext, { data, on, by }: Fact<string, Rescheduling>): Reason | null {
  if (by.role === 'workflow') return null;
  const meetingMoves = data.meetingOn !== undefined && data.meetingOn !== context.meetingOn;
  const dueMoves = data.due !== undefined && differs(data.due, context.due);
  if (!meetingMoves && !dueMoves)
    return {
      code: 'nothing-changes',
      detail: label(
        'Anna uusi kokouspäivä (meetingOn) tai uusi määräpäivä (due), joka muuttaa nykyistä.',
        'Ange en ny sammanträdesdag (meetingOn) eller en ny sista dag (due) som ändrar den nuvarande.',
        'Give a new day of the meeting (meetingOn) or a new due date (due) that changes the present one.',
      ),
    };
  const isPast = (day: CivilDate | undefined) => day !== undefined && day < on;
  if ((meetingMoves && isPast(data.meetingOn)) || (dueMoves && isPast(data.due?.on)))
    return {
      code: 'in-the-past',
      detail: label(
        `Tänään on ${on}. Anna päivä, joka on tänään tai myöhemmin.`,
        `I dag är det ${on}. Ange en dag som är i dag eller senare.`,
        `Today is ${on}. Give a day that is today or later.`,
      ),
    };
  return null;
}

/** Another municipality goes on with the case, in its own body. What the first one's body decided stays in the history. */
export function takenOver(context: HandlingContext, { data, at, on }: Fact<string, Takeover>): HandlingContext {
  const { organisation, body } = data;
  return {
    ...context,
    organisation,
    bodies: [body],
    bodyNo: 0,
    meetingOn: meetingAfter(body, on),
    onAgenda: false,
    escalated: false,
    askLeavesAt: sendingTimeOnOrAfter(at),
    history: [...context.history, { what: 'asked', on }],
  };
}

/** The same date again, with the reminders of the new body's own meetings; a date that has passed has none. */
export function dateOfNewBody(context: HandlingContext, { at }: Fact): DeadlineIntent[] {
  return isStillAhead(context, at) ? handlingDeadline(context) : [];
}

/** Whether the date asked for is still ahead. */
export function isStillAhead({ due, closes }: HandlingContext, at: Fact['at']): boolean {
  return due !== null && at < helsinkiInstant(due.on, closes);
}
