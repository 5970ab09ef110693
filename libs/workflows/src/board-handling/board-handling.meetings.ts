import type { CivilDate } from '@app/domain';
import type { Meeting } from '../kernel/definition';
import type { Recipient } from '../kernel/intents';
import type { BodyInOrder, HandlingContext } from './board-handling.data';
import { bodyOf } from './board-handling.dates';

/** What stands of a case in the calendars of those who prepare and handle it. */

/** The official who presents the county's case, or whoever answers for a municipality. */
export function preparer({ organisation, preparedBy, presenter }: HandlingContext): Recipient[] {
  return [{ organisation, audience: preparedBy === 'presenter' ? (presenter ?? 'coordinator') : 'respondent' }];
}

/**
 * The meetings that have decided on the case, and the one that has it before it. A meeting keeps its number when it is
 * moved to another day; what a body has tabled or returned comes up in the next number.
 */
export function handlingMeetings(context: HandlingContext): Meeting[] {
  const { decisions, bodies, meetingOn, onAgenda, preparedBy } = context;
  const held = decisions.flatMap(({ body: id, meetingOn: on }, index) => {
    const body = bodies.find((candidate) => candidate.id === id);
    return body ? [meeting(context, body, index + 1, on, 'held')] : [];
  });
  // A municipality's next meeting is only a guess of ours until it has told of it.
  const isComing = onAgenda || (preparedBy === 'presenter' && !hasDecided(context));
  if (meetingOn === null || !isComing) return held;
  const standing = onAgenda ? 'fixed' : 'planned';
  return [...held, meeting(context, bodyOf(context), decisions.length + 1, meetingOn, standing)];
}

/** Whether the body that has the case is done with it. */
function hasDecided(context: HandlingContext): boolean {
  const last = context.decisions.at(-1);
  return last?.body === bodyOf(context).id && last.decision !== 'return' && last.decision !== 'table';
}

function meeting(
  context: HandlingContext,
  { name: { fi, sv, en = fi } }: BodyInOrder,
  number: number,
  on: CivilDate,
  standing: Meeting['standing'],
): Meeting {
  const { organisation, county } = context;
  const coordinator = organisation === county ? [{ organisation: county, audience: 'coordinator' }] : [];
  return {
    name: `meeting-${number}`,
    title: { fi, sv, en },
    on,
    basis: 'decided',
    standing,
    for: [...preparer(context), ...coordinator],
  };
}
