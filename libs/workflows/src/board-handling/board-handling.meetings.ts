import type { CivilDate } from '@app/domain';
import type { Meeting } from '../kernel/definition';
import type { Recipient } from '../kernel/intents';
import type { HandlingContext } from './board-handling.context';
import type { BodyInOrder } from './board-handling.data';
import { bodyOf, endsOrder } from './board-handling.order';

/** What stands of a case in the calendars of those who prepare and handle it. */

/** The official who presents the county's case, or whoever answers for a municipality. */
export function preparer(context: HandlingContext): Recipient[] {
  return [preparerFor(context, bodyOf(context))];
}

function preparerFor({ organisation, preparedBy }: HandlingContext, body: { presenter: string | null }): Recipient {
  return { organisation, audience: preparedBy === 'presenter' ? (body.presenter ?? 'coordinator') : 'respondent' };
}

/**
 * The meetings that have decided on the case, the one that has it before it, and those in which the later bodies are to have it.
 * A meeting keeps its name when it is moved to another day: the body's, and how many times the body has taken the case up.
 */
export function handlingMeetings(context: HandlingContext): Meeting[] {
  const { decisions, bodies, bodyNo, onAgenda, preparedBy } = context;
  const held = decisions.flatMap(({ body: id, meetingOn: on }, index) => {
    const body = bodies.find((candidate) => candidate.id === id);
    return body ? [meeting(context, body, timesBefore(context, id, index), on, 'held')] : [];
  });
  // A municipality's next meeting is only a guess of ours until it has told of it.
  const isExpected = preparedBy === 'presenter';
  const ahead = bodies.flatMap((body, no) => {
    const isComing = no === bodyNo ? onAgenda || (isExpected && !hasDecided(context)) : no > bodyNo && isExpected;
    if (body.meetingOn === null || !isComing || hasEnded(context)) return [];
    const standing = no === bodyNo && onAgenda ? 'fixed' : 'planned';
    return [meeting(context, body, timesBefore(context, body.id, decisions.length), body.meetingOn, standing)];
  });
  return [...held, ...ahead];
}

/** What the meeting is called that the body has before it. */
export function meetingNameOf(context: HandlingContext): string {
  const { id } = bodyOf(context);
  return meetingName(id, timesBefore(context, id, context.decisions.length));
}

function meetingName(body: string, before: number): string {
  return `${body}-${before + 1}`;
}

/** How many times the body had decided on the case before the decision of that number. */
function timesBefore({ decisions }: HandlingContext, id: string, index: number): number {
  return decisions.slice(0, index).filter(({ body }) => body === id).length;
}

/** Whether the body that has the case is done with it. */
function hasDecided(context: HandlingContext): boolean {
  const last = context.decisions.at(-1);
  return last?.body === bodyOf(context).id && last.decision !== 'return' && last.decision !== 'table';
}

/** Whether the last decision is one with which the case does not go on to the later bodies. */
function hasEnded(context: HandlingContext): boolean {
  const last = context.decisions.at(-1);
  return last !== undefined && hasDecided(context) && endsOrder(context, last);
}

function meeting(
  context: HandlingContext,
  { id, name: { fi, sv, en = fi }, presenter }: BodyInOrder & { presenter: string | null },
  before: number,
  on: CivilDate,
  standing: Meeting['standing'],
): Meeting {
  const { organisation, county } = context;
  const coordinator = organisation === county ? [{ organisation: county, audience: 'coordinator' }] : [];
  return {
    name: meetingName(id, before),
    title: { fi, sv, en },
    on,
    basis: 'decided',
    standing,
    for: [preparerFor(context, { presenter }), ...coordinator],
  };
}
