import type { z } from 'zod';
import type { Basis, CivilDate } from '@app/domain';
import { helsinkiInstant, materialsDueOn } from '@app/domain';
import type { BodyInOrder } from '../board-handling/board-handling.data';
import type { DeadlineIntent } from '../kernel/intents';
import type { draft, NegotiationContext, Party, result } from './hyte-negotiation.data';
import type { StepName } from './hyte-negotiation.data';

/**
 * When a step is due: as the plan dates it. The summary must be finished when the board's materials are due, the body's
 * lead time before its meeting.
 */
export function stepDate({ dates, board }: NegotiationContext, name: StepName): { on: CivilDate; basis: Basis } {
  if (name !== 'summary') return dates[name];
  return { on: materialsDueOn(dates.hyteBoard.on, board.body), basis: 'agreed' };
}

/** The deadlines that run while the step is waited for. */
export function deadlinesNow(context: NegotiationContext): DeadlineIntent[] {
  switch (context.step) {
    case null:
      return [];
    case 'commentsDue':
      return [dateWithoutReminders(context, 'commentsDue'), stepDeadline(context, 'summary')];
    case 'hyteBoard':
      return [dateWithoutReminders(context, 'hyteBoard')];
    default:
      return [stepDeadline(context, context.step)];
  }
}

/** The coordinator's deadline for a step, reminded of a week before and once after. */
function stepDeadline(context: NegotiationContext, name: StepName): DeadlineIntent {
  return { ...dateWithoutReminders(context, name), ladder: 'step' };
}

/** A date that others keep: the parties comment, and the board's own handling does the reminding. */
function dateWithoutReminders(context: NegotiationContext, name: StepName): DeadlineIntent {
  const { on, basis } = stepDate(context, name);
  return { name, dueOn: on, dueAt: helsinkiInstant(on, context.closes), basis };
}

/** The reply date must still be ahead when the requests go out. */
export function assignmentStillAhead({ dates }: NegotiationContext, today: CivilDate): boolean {
  return today < dates.assignmentDue.on;
}

/** Answers are compiled when nobody is waited for any more, or on the day until which answers were promised to be taken. */
export function answersInOrDue({ answers, dates }: NegotiationContext, today: CivilDate): boolean {
  return today >= dates.answersCompiled.on || Object.values(answers).every((answer) => answer !== 'asked');
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

/** Municipalities whose body acknowledges the result. */
export function acknowledgingParties({ parties }: NegotiationContext): (Party & { body: BodyInOrder })[] {
  return parties.filter(
    (party): party is Party & { body: BodyInOrder } => party.kind === 'municipality' && party.body !== null,
  );
}

/** The dates with those that come with a draft that is sent late or again. */
export function withDraftDates({ dates }: NegotiationContext, { commentsDue, hyteBoard }: z.infer<typeof draft>) {
  return {
    ...dates,
    ...(commentsDue && { commentsDue: { on: commentsDue, basis: 'requested' as const } }),
    ...(hyteBoard && { hyteBoard: { on: hyteBoard, basis: 'decided' as const } }),
  };
}

/** The dates with a new one for the municipal handling, where the result is sent late. */
export function withResultDates({ dates }: NegotiationContext, { acknowledgementsDue }: z.infer<typeof result>) {
  if (!acknowledgementsDue) return dates;
  return { ...dates, acknowledgements: { on: acknowledgementsDue, basis: 'requested' as const } };
}
