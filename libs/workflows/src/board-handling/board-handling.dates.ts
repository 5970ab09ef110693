import type { CivilDate } from '@app/domain';
import {
  addDays,
  addWorkingDays,
  helsinkiInstant,
  lastMeetingBefore,
  materialsDueOn as materialsOfMeeting,
  workingDayOnOrAfter,
} from '@app/domain';
import type { Fact } from '../kernel/definition';
import type { DeadlineIntent, ReaddressIntent } from '../kernel/intents';
import type { HandlingContext } from './board-handling.context';
import { bodyOf } from './board-handling.order';

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
  const { due, closes, preparedBy } = context;
  if (!due) return [];
  const meetingOn = lastMeetingInTime(context);
  const { materialsDaysBefore } = bodyOf(context);
  return [
    {
      name: 'handling',
      dueOn: due.on,
      dueAt: helsinkiInstant(due.on, closes),
      basis: due.basis,
      // The county's own bodies are reminded of their steps.
      ...(preparedBy === 'respondent' && {
        ladder: 'acknowledgement' as const,
        ...(meetingOn && { body: { meetingOn, materialsDaysBefore } }),
      }),
    },
  ];
}

/** The same date again, with the reminders of another body's own meetings; a date that has passed has none. */
export function dateOfNewBody(context: HandlingContext, { at }: Fact): DeadlineIntent[] {
  return isStillAhead(context, at) ? handlingDeadline(context) : [];
}

/** Once the date has passed it is not set anew; what was to ask the earlier municipality does not go all the same. */
export function passedDateOfNewBody(context: HandlingContext, { at }: Fact): ReaddressIntent[] {
  return isStillAhead(context, at) ? [] : [{ name: 'handling' }];
}

/** Whether the date asked for is still ahead. */
export function isStillAhead({ due, closes }: HandlingContext, at: Fact['at']): boolean {
  return due !== null && at < helsinkiInstant(due.on, closes);
}

/** When the materials of the county's own item must be ready: the body's lead time before its meeting, on a working day. */
export function materialsDueOn(context: HandlingContext): CivilDate | null {
  const body = bodyOf(context);
  return body.meetingOn && materialsOfMeeting(body.meetingOn, body);
}

export function materialsDeadline(context: HandlingContext): DeadlineIntent[] {
  return step(context, 'materials', materialsDueOn(context));
}

/** When the extract must have gone: the body's own time after its decision, on a working day. */
export function extractDueOn(context: HandlingContext): CivilDate | null {
  const decidedOn = context.decisions.at(-1)?.meetingOn;
  return decidedOn ? workingDayOnOrAfter(addDays(decidedOn, bodyOf(context).extractDaysAfter)) : null;
}

export function extractDeadline(context: HandlingContext): DeadlineIntent[] {
  return step(context, 'extract', extractDueOn(context));
}

/** When the decision of the meeting must have been recorded: the next working day. */
export function decisionDueOn(context: HandlingContext): CivilDate | null {
  const { meetingOn } = bodyOf(context);
  return meetingOn && addWorkingDays(meetingOn, 1);
}

export function decisionDeadline(context: HandlingContext): DeadlineIntent[] {
  return step(context, 'decision', decisionDueOn(context));
}

/**
 * Steps inside the county's own boards have dates of their own, from the body's rules; how a municipality prepares its case
 * is its own affair.
 */
function step({ preparedBy, closes }: HandlingContext, name: string, dueOn: CivilDate | null): DeadlineIntent[] {
  if (preparedBy !== 'presenter' || !dueOn) return [];
  return [{ name, dueOn, dueAt: helsinkiInstant(dueOn, closes), basis: 'decided', ladder: 'board-step' }];
}
