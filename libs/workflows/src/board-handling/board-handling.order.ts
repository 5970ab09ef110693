import type { CivilDate } from '@app/domain';
import { addDays, firstMeetingFor, nextMeeting } from '@app/domain';
import type { Fact } from '../kernel/definition';
import type { HandlingBody, HandlingContext } from './board-handling.context';
import type { PlannedBody } from './board-handling.data';
import type { CountyDecision, Rescheduling } from './board-handling.forms';

/**
 * In which meetings the bodies handle the case. Each body's materials go out no earlier than the extract of the body before is ready.
 * A meeting stays as planned while it fits; one that no longer does moves to the body's next meeting that fits, and where
 * its calendar holds none, it is not known.
 */

/** The body that has the case now. */
export function bodyOf({ bodies, bodyNo }: Pick<HandlingContext, 'bodies' | 'bodyNo'>): HandlingBody {
  const body = bodies[bodyNo];
  if (!body) throw new Error(`The handling order has no body number ${bodyNo}`);
  return body;
}

/** The order as it begins on the day. */
export function startingOrder(
  { bodies, preparedBy }: { bodies: readonly PlannedBody[]; preparedBy: HandlingContext['preparedBy'] },
  today: CivilDate,
): HandlingBody[] {
  const order = bodies.map((body, no): HandlingBody => {
    const isAhead = body.plannedOn !== null && body.plannedOn >= today;
    const first = no === 0 ? (nextMeeting(body, today) ?? null) : null;
    return { ...body, meetingOn: isAhead ? body.plannedOn : first };
  });
  return laterMeetingsFitted(order, 0, preparedBy);
}

/** The order once a body's meeting is another one, or not known; the later ones follow it. */
export function withMeeting(context: HandlingContext, no: number, meetingOn: CivilDate | null): HandlingBody[] {
  const moved = context.bodies.map((body, place) => (place === no ? { ...body, meetingOn } : body));
  return laterMeetingsFitted(moved, no, context.preparedBy);
}

/** When a municipality's later bodies meet on the case is its own affair. */
function laterMeetingsFitted(
  bodies: readonly HandlingBody[],
  after: number,
  preparedBy: HandlingContext['preparedBy'],
): HandlingBody[] {
  if (preparedBy === 'respondent') return [...bodies];
  return bodies.reduce<HandlingBody[]>((order, body, no) => {
    const before = order.at(-1);
    return [...order, no <= after || !before ? body : { ...body, meetingOn: fitted(before, body) }];
  }, []);
}

function fitted(before: HandlingBody, body: HandlingBody): CivilDate | null {
  if (before.meetingOn === null) return null;
  const readyOn = addDays(before.meetingOn, before.extractDaysAfter);
  const reaches = body.meetingOn !== null && addDays(body.meetingOn, -body.materialsDaysBefore) >= readyOn;
  return reaches ? body.meetingOn : (firstMeetingFor(body, readyOn) ?? null);
}

/** The body keeps the case, which stays on the table for its next meeting. */
export function tabled(context: HandlingContext, { meetingOn }: CountyDecision): HandlingBody[] {
  return withMeeting(context, context.bodyNo, nextMeeting(bodyOf(context), meetingOn) ?? null);
}

/** The body keeps the case, which comes back in the first meeting that new materials can still reach. */
export function returned(context: HandlingContext, { data, on }: Fact<string, CountyDecision>): HandlingBody[] {
  const after = addDays(data.meetingOn, 1);
  const { materialsDaysBefore, meetings } = bodyOf(context);
  const next = firstMeetingFor({ materialsDaysBefore, meetings: meetings.filter((day) => day >= after) }, on);
  return withMeeting(context, context.bodyNo, next ?? null);
}

/** The next body's meeting stays while it is ahead; else it is the first one that its materials can still reach. */
export function passedOn(context: HandlingContext, today: CivilDate): HandlingBody[] {
  const no = context.bodyNo + 1;
  const next = context.bodies[no];
  if (!next) return context.bodies;
  const isAhead = next.meetingOn !== null && next.meetingOn >= today;
  return withMeeting(context, no, isAhead ? next.meetingOn : (firstMeetingFor(next, today) ?? null));
}

/** Whose meeting is to be moved: a body's place in the order, or -1 where the order has no such body. */
export function placeOf({ bodies, bodyNo }: HandlingContext, { body }: Pick<Rescheduling, 'body'>): number {
  return body === undefined ? bodyNo : bodies.findIndex(({ id }) => id === body);
}

/** A meeting that has moved; `on` is null where no meeting is known now. */
export type MovedMeeting = { body: string; was: CivilDate | null; on: CivilDate | null };

/** The meetings that differ between two orders of the same bodies. */
export function movedMeetings(
  before: readonly { id: string; meetingOn: CivilDate | null }[],
  after: readonly HandlingBody[],
): MovedMeeting[] {
  return after.flatMap(({ id, meetingOn: on }, no) => {
    const was = before[no]?.meetingOn ?? null;
    return before[no]?.id === id && was !== on ? [{ body: id, was, on }] : [];
  });
}

/** Whether the decision is the last that the order needs: no body comes after, or the case does not go on to it. */
export function endsOrder(
  { bodies, bodyNo }: HandlingContext,
  { decision }: Pick<CountyDecision, 'decision'>,
): boolean {
  return bodyNo + 1 >= bodies.length || decision === 'reject' || decision === 'refer';
}
