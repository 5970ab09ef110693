import type { CivilDate } from '../calendar/civil-date';
import type { Body } from './register';

/** The body's first meeting strictly after the day; undefined when none is known. */
export function nextMeeting(body: Pick<Body, 'meetings'>, after: CivilDate): CivilDate | undefined {
  return body.meetings.find((meeting) => meeting > after);
}

/** The body's last meeting strictly before the day; undefined when none is known. */
export function lastMeetingBefore(body: Pick<Body, 'meetings'>, on: CivilDate): CivilDate | undefined {
  return body.meetings.findLast((meeting) => meeting < on);
}
