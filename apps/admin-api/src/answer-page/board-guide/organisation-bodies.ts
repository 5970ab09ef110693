import { type Body, type CivilDate, materialsDueOn, nameIn } from '@app/domain';
import type { Suggestion } from '../../pages/form-fields.view';
import type { OpenedPage } from '../opened-link';

const mostMeetings = 3;

/** A body with its next meetings, and when the agenda of each closes. */
export type BodyMeetings = { name: string; meetings: { on: CivilDate; closesOn: CivilDate }[] };

/** The bodies of the organisation that is asked, as the register has them today, each with its coming meetings. */
export function bodiesAsked({ definition, instance, register, today, language }: OpenedPage): BodyMeetings[] {
  const [organisation] = definition.concerns(instance.context as never);
  return register.bodies
    .filter((body) => body.of === organisation && isThere(body, today))
    .map((body) => ({ name: nameIn(body.name, language), meetings: comingMeetings(body, today) }));
}

function comingMeetings(body: Body, today: CivilDate): BodyMeetings['meetings'] {
  return body.meetings
    .filter((on) => on >= today)
    .slice(0, mostMeetings)
    .map((on) => ({ on, closesOn: materialsDueOn(on, body) }));
}

function isThere({ validFrom, validTo }: Body, today: CivilDate): boolean {
  return (validFrom === undefined || validFrom <= today) && (validTo === undefined || today <= validTo);
}

/** What the form to announce a handling offers to choose from: the bodies, and the days on which they meet. */
export function announcementSuggestions(page: OpenedPage): Map<string, readonly Suggestion[]> {
  const bodies = bodiesAsked(page);
  const days = [...new Set(bodies.flatMap(({ meetings }) => meetings.map(({ on }) => on)))].sort();
  return new Map([
    ['body', bodies.map(({ name }) => ({ value: name }))],
    ['meetingOn', days.map((value) => ({ value }))],
  ]);
}
