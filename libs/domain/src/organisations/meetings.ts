import { addDays, type CivilDate } from '../calendar/civil-date';
import { workingDayOnOrBefore } from '../calendar/working-day';
import type { Body } from './register';

/** The body's first meeting strictly after the day; undefined when none is known. */
export function nextMeeting(body: Pick<Body, 'meetings'>, after: CivilDate): CivilDate | undefined {
  return body.meetings.find((meeting) => meeting > after);
}

/** The body's first meeting that a case can still reach whose materials can go out on the day; undefined when none is known. */
export function firstMeetingFor(
  body: Pick<Body, 'meetings' | 'materialsDaysBefore'>,
  readyOn: CivilDate,
): CivilDate | undefined {
  const earliest = addDays(readyOn, body.materialsDaysBefore);
  return body.meetings.find((meeting) => meeting >= earliest);
}

/** The body's last meeting strictly before the day; undefined when none is known. */
export function lastMeetingBefore(body: Pick<Body, 'meetings'>, on: CivilDate): CivilDate | undefined {
  return body.meetings.findLast((meeting) => meeting < on);
}

/** When a meeting's materials must be ready: the body's own lead time before it, on a working day. */
export function materialsDueOn(
  meetingOn: CivilDate,
  { materialsDaysBefore }: Pick<Body, 'materialsDaysBefore'>,
): CivilDate {
  return workingDayOnOrBefore(addDays(meetingOn, -materialsDaysBefore));
}
