import type { CivilDate } from '@app/domain';
import {
  addDays,
  addWorkingDays,
  helsinkiInstant,
  lastMeetingBefore,
  materialsDueOn as materialsOfMeeting,
  nextMeeting,
  workingDayOnOrAfter,
} from '@app/domain';
import type { DeadlineIntent } from '../kernel/intents';
import type { BodyInOrder, HandlingContext } from './board-handling.data';

/** The body that has the case now. */
export function bodyOf({ bodies, bodyNo }: Pick<HandlingContext, 'bodies' | 'bodyNo'>): BodyInOrder {
  const body = bodies[bodyNo];
  if (!body) throw new Error(`The handling order has no body number ${bodyNo}`);
  return body;
}

/** The body's first meeting after the day, if its calendar reaches that far. */
export function meetingAfter(body: BodyInOrder | undefined, on: CivilDate): CivilDate | null {
  return (body && nextMeeting(body, on)) ?? null;
}

/** When the preparer was asked: the municipality that has the case now, not one before it. */
export function askedOn({ history }: HandlingContext): CivilDate | undefined {
  return history.findLast(({ what }) => what === 'asked')?.on;
}

/** The last meeting after which a municipality can still report by the date asked for; null when none is left. */
export function lastMeetingInTime(context: HandlingContext): CivilDate | null {
  const asked = askedOn(context);
  const last = context.due && lastMeetingBefore(bodyOf(context), context.due.on);
  return last && (asked === undefined || last > asked) ? last : null;
}

/** The date by which the whole handling was asked to be done. */
export function handlingDeadline(context: HandlingContext): DeadlineIntent[] {
  const { due, closes } = context;
  if (!due) return [];
  const meetingOn = lastMeetingInTime(context);
  const { materialsDaysBefore } = bodyOf(context);
  return [
    {
      name: 'handling',
      dueOn: due.on,
      dueAt: helsinkiInstant(due.on, closes),
      basis: due.basis,
      ladder: 'acknowledgement',
      ...(meetingOn && { body: { meetingOn, materialsDaysBefore } }),
    },
  ];
}

/** When the materials of the county's own item must be ready: the body's lead time before its meeting, on a working day. */
export function materialsDueOn(context: HandlingContext): CivilDate | null {
  return context.meetingOn && materialsOfMeeting(context.meetingOn, bodyOf(context));
}

export function materialsDeadline(context: HandlingContext): DeadlineIntent[] {
  const dueOn = materialsDueOn(context);
  return dueOn ? step(context, 'materials', dueOn) : [];
}

/** When the extract must have gone: the body's own time after its decision, on a working day. */
export function extractDueOn(context: HandlingContext): CivilDate | null {
  const decidedOn = context.decisions.at(-1)?.meetingOn;
  return decidedOn ? workingDayOnOrAfter(addDays(decidedOn, bodyOf(context).extractDaysAfter)) : null;
}

export function extractDeadline(context: HandlingContext): DeadlineIntent[] {
  const dueOn = extractDueOn(context);
  return dueOn ? step(context, 'extract', dueOn) : [];
}

/** When the decision of the meeting must have been recorded: the next working day. */
export function decisionDueOn({ meetingOn }: HandlingContext): CivilDate | null {
  return meetingOn && addWorkingDays(meetingOn, 1);
}

export function decisionDeadline(context: HandlingContext): DeadlineIntent[] {
  const dueOn = decisionDueOn(context);
  return dueOn ? step(context, 'decision', dueOn) : [];
}

/**
 * Steps inside the county's own boards have dates of their own, from the body's rules; how a municipality prepares its case
 * is its own affair.
 */
function step({ preparedBy, closes }: HandlingContext, name: string, dueOn: CivilDate): DeadlineIntent[] {
  if (preparedBy !== 'presenter') return [];
  return [{ name, dueOn, dueAt: helsinkiInstant(dueOn, closes), basis: 'decided', ladder: 'board-step' }];
}
