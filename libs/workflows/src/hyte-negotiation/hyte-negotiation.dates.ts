import type { CivilDate } from '@app/domain';
import { helsinkiInstant } from '@app/domain';
import type { DeadlineIntent } from '../kernel/intents';
import type { NegotiationContext } from './hyte-negotiation.data';
import type { StepName } from './hyte-negotiation.data';

/** The coordinator's deadline for a step, as the plan dates it; reminded of a week before and once after. */
export function stepDeadline({ dates, closes }: NegotiationContext, name: StepName): DeadlineIntent {
  const { on, basis } = dates[name];
  return { name, dueOn: on, dueAt: helsinkiInstant(on, closes), basis, ladder: 'step' };
}

/** When the board should have decided. Its own handling does the reminding. */
export function boardDeadline(context: NegotiationContext): DeadlineIntent {
  const { ladder: _ladder, ...deadline } = stepDeadline(context, 'hyteBoard');
  return deadline;
}

/** The reply date must still be ahead when the requests go out. */
export function assignmentStillAhead({ dates }: NegotiationContext, today: CivilDate): boolean {
  return today < dates.assignmentDue.on;
}

/** Answers are compiled when all have come, or when the reply date is there. */
export function answersInOrDue({ answers, dates }: NegotiationContext, today: CivilDate): boolean {
  return today >= dates.assignmentDue.on || Object.values(answers).every((answer) => answer !== 'asked');
}

/** The summary is finished when every party has commented, or after the last day for comments. */
export function commentsInOrDue({ comments, dates, parties }: NegotiationContext, today: CivilDate): boolean {
  const commented = new Set(comments.map(({ organisation }) => organisation));
  return today > dates.commentsDue.on || parties.every(({ organisation }) => commented.has(organisation));
}

/** The negotiation closes when every municipality has acknowledged the result, or after the date asked for. */
export function acknowledgedOrDue({ acknowledgements, dates }: NegotiationContext, today: CivilDate): boolean {
  return today > dates.acknowledgements.on || Object.values(acknowledgements).every((decision) => decision !== null);
}

/** Reply date, summary of answers and negotiation follow each other. */
export function inOrder({ assignmentDue, answersCompiled, negotiation }: NegotiationContext['dates']): boolean {
  return assignmentDue.on <= answersCompiled.on && answersCompiled.on < negotiation.on;
}
