import { longDate } from '@app/domain';
import type { CivilDate } from '@app/domain';
import { label } from '../fields';
import type { Fact, Reason } from '../kernel/definition';
import type { DeadlineIntent } from '../kernel/intents';
import type { HandlingContext } from './board-handling.context';
import { decisionDeadline, handlingDeadline, materialsDeadline } from './board-handling.dates';
import type { Rescheduling } from './board-handling.forms';
import { bodyOf, placeOf, withMeeting } from './board-handling.order';
import { whyNotThen } from './board-handling.reasons';

/** A case whose meeting, or the date asked for, moves. What has been decided stays. */

/** The case with the new meeting and those that follow it, or with the new date that is asked for. */
export function rescheduledTo(context: HandlingContext, { data, on }: Fact<string, Rescheduling>): HandlingContext {
  const { meetingOn, due = context.due } = data;
  const movesDue = due?.on !== context.due?.on;
  return {
    ...context,
    bodies: meetingOn === undefined ? context.bodies : withMeeting(context, placeOf(context, data), meetingOn),
    due,
    // What was escalated for the old date may be escalated again after the new one.
    escalated: movesDue ? false : context.escalated,
    history: [...context.history, { what: 'rescheduled', on }],
  };
}

/** The step a case is in whose meeting moves: its materials are awaited, its decision, or the extract of what it decided. */
export type MovedStep = 'materials' | 'decision' | 'extract';

const stepDeadlines: Record<MovedStep, (context: HandlingContext) => DeadlineIntent[]> = {
  materials: materialsDeadline,
  decision: decisionDeadline,
  extract: () => [],
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
    ...(bodyOf(after).meetingOn !== bodyOf(before).meetingOn ? stepDeadlines[step](after) : []),
  ];
}

function differs(one: HandlingContext['due'], other: HandlingContext['due']): boolean {
  return one?.on !== other?.on || one?.basis !== other?.basis;
}

/** Why the date may not move so; null when it may. What the parent tells may lie behind or change nothing: it has asked of itself. */
export function whyDateStays(context: HandlingContext, { data, on, by }: Fact<string, Rescheduling>): Reason | null {
  const place = placeOf(context, data);
  const body = context.bodies[place];
  if (!body) return unknownBody(data.body ?? '', context);
  const meetingMoves = data.meetingOn !== undefined && data.meetingOn !== body.meetingOn;
  if (meetingMoves && isDecided(context, place)) return alreadyDecided();
  const wrong = meetingMoves && data.meetingOn ? whyNotThen(context, place, data.meetingOn) : null;
  if (wrong || by.role === 'workflow') return wrong;
  const dueMoves = data.due !== undefined && differs(data.due, context.due);
  if (!meetingMoves && !dueMoves) return nothingChangesHere();
  const isPast = (day: CivilDate | undefined) => day !== undefined && day < on;
  return (meetingMoves && isPast(data.meetingOn)) || (dueMoves && isPast(data.due?.on)) ? inThePast(on) : null;
}

/** Whether the body is done with the case. */
function isDecided(context: HandlingContext, place: number): boolean {
  const last = context.decisions.at(-1);
  const isDone = last?.body === bodyOf(context).id && last.decision !== 'return' && last.decision !== 'table';
  return place < context.bodyNo || (place === context.bodyNo && isDone);
}

function unknownBody(body: string, { bodies }: HandlingContext): Reason {
  const list = bodies.map(({ id }) => id).join(', ');
  return {
    code: 'unknown-body',
    detail: label(
      `Käsittelyjärjestyksessä ei ole toimielintä ${body}. Anna jokin näistä: ${list}.`,
      `Behandlingsordningen har inget organ ${body}. Ange något av dessa: ${list}.`,
      `The handling order has no body ${body}. Give one of these: ${list}.`,
    ),
  };
}

function alreadyDecided(): Reason {
  return {
    code: 'already-decided',
    detail: label(
      'Toimielin on jo päättänyt asiasta, eikä sen kokouspäivä enää muutu. Anna myöhemmän toimielimen tunnus kentässä {field:body}.',
      'Organet har redan avgjort ärendet, och dess sammanträdesdag ändras inte längre. Ange ett senare organ i fältet {field:body}.',
      'The body has decided on the case, and the day of its meeting does not change any more. Give a later body in {field:body}.',
    ),
  };
}

function nothingChangesHere(): Reason {
  return {
    code: 'nothing-changes',
    detail: label(
      'Anna uusi kokouspäivä tai uusi määräpäivä, joka muuttaa nykyistä.',
      'Ange en ny sammanträdesdag eller en ny sista dag som ändrar den nuvarande.',
      'Give a new day of the meeting or a new due date that changes the present one.',
    ),
  };
}

function inThePast(today: CivilDate): Reason {
  return {
    code: 'in-the-past',
    detail: label(
      `Tänään on ${longDate(today, 'fi')}. Anna päivä, joka on tänään tai myöhemmin.`,
      `I dag är det ${longDate(today, 'sv')}. Ange en dag som är i dag eller senare.`,
      `Today is ${longDate(today, 'en')}. Give a day that is today or later.`,
    ),
  };
}
