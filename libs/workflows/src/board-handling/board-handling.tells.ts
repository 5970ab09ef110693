import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent, TellIntent } from '../kernel/intents';
import { decided } from './board-handling.changes';
import type { Decided, HandlingContext } from './board-handling.context';
import { titleOf } from './board-handling.mails';
import type { MovedMeeting } from './board-handling.order';
import { bodyOf, endsOrder, movedMeetings, placeOf } from './board-handling.order';
import type { CountyDecision, Rescheduling } from './board-handling.forms';

/** What the parent and the coordinator hear: each body's decision as it is done with the case, and meetings that move. */

/** The decision of the body that has the case, once its extract has gone; `last` is true where no other body comes after it. */
export function decisionTold(context: HandlingContext): TellIntent[] {
  const decision = context.decisions.at(-1);
  return decision ? [toldOf(context, decision)] : [];
}

/** The decision that a municipality tells of. */
export function decisionToldBy(context: HandlingContext, fact: Fact<string, CountyDecision>): TellIntent[] {
  return decisionTold(decided(context, fact));
}

function toldOf(context: HandlingContext, decision: Decided): TellIntent {
  const { meetingOn, section, minutes, extractsTo } = decision;
  return told(context, {
    body: decision.body,
    decision: decision.decision,
    meetingOn,
    section,
    caseNumber: context.caseNumber,
    minutes: minutes ?? null,
    extractsTo: decision.extract?.recipients ?? extractsTo ?? null,
    last: endsOrder(context, decision),
  });
}

/** The handling ended without a last decision; whoever ended it from above knows. */
export function endTold(context: HandlingContext, { by }: Fact, how: 'withdrawn' | 'not-handled'): TellIntent[] {
  if (how === 'not-handled' && by.role === 'workflow') return [];
  const nothing = { meetingOn: null, section: null, minutes: null, extractsTo: null };
  const { caseNumber } = context;
  return [told(context, { body: bodyOf(context).id, decision: how, ...nothing, caseNumber, last: true })];
}

function told({ organisation }: HandlingContext, how: Record<string, Json>): TellIntent {
  return { command: 'note-decision', data: { organisation, ...how } };
}

/** The parent hears of the county's meetings that moved, except of the one that it moved itself. */
export function movesTold(before: HandlingContext, after: HandlingContext, fact: Fact): TellIntent[] {
  const own = fact.by.role === 'workflow' ? causeOf(before, fact) : undefined;
  return meetingsTold(
    before,
    movesOf(before, after).filter(({ body }) => body !== own),
  );
}

/** The coordinator is warned where a meeting no longer stands because another one moved, and where none is known. */
export function movesWarned(before: HandlingContext, after: HandlingContext, fact: Fact): NotificationIntent[] {
  const moves = movesOf(before, after);
  const cause = causeOf(before, fact);
  if (!moves.some(({ body, on }) => body !== cause || on === null)) return [];
  return [orderMoved(after, moves, because[fact.type] ?? 'moved')];
}

/** Where the order cannot begin as it was planned, both hear of it at once. */
export function startTold(context: HandlingContext): TellIntent[] {
  return meetingsTold(context, movesFromPlan(context));
}

export function startWarned(context: HandlingContext): NotificationIntent[] {
  const moves = movesFromPlan(context);
  return moves.length > 0 ? [orderMoved(context, moves, 'plan')] : [];
}

/** Why an order moved, as the mail says it; where the fact is not here, a body's meeting was moved. */
const because: Readonly<Record<string, string>> = {
  ItemTabled: 'tabled',
  ItemReturned: 'returned',
  SentToNextBody: 'late',
};

/** The body whose meeting the fact itself moves: whoever tells of it knows. */
function causeOf(context: HandlingContext, fact: Fact): string | undefined {
  if (fact.type === 'SentToNextBody') return undefined;
  const place = fact.type === 'HandlingRescheduled' ? placeOf(context, fact.data as Rescheduling) : context.bodyNo;
  return context.bodies[place]?.id;
}

/** What a municipality's bodies do is not planned here. */
function movesOf(before: HandlingContext, after: HandlingContext): MovedMeeting[] {
  return before.preparedBy === 'presenter' ? movedMeetings(before.bodies, after.bodies) : [];
}

function movesFromPlan({ bodies, preparedBy }: HandlingContext): MovedMeeting[] {
  if (preparedBy === 'respondent') return [];
  const planned = bodies.map(({ id, plannedOn, meetingOn }) => ({ id, meetingOn: plannedOn ?? meetingOn }));
  return movedMeetings(planned, bodies);
}

function meetingsTold({ organisation }: HandlingContext, meetings: MovedMeeting[]): TellIntent[] {
  if (meetings.length === 0) return [];
  return [{ command: 'note-moved-meetings', data: { organisation, meetings } }];
}

function orderMoved(context: HandlingContext, moves: readonly MovedMeeting[], why: string): NotificationIntent {
  const { county, about, bodies, caseNumber, id } = context;
  const data = {
    about,
    title: titleOf(context),
    ...(caseNumber !== null && { caseNumber }),
    because: why,
    moves: moves.map(({ body, was, on }) => ({
      body: bodies.find((candidate) => candidate.id === body)?.name ?? body,
      ...(was !== null && { was }),
      ...(on !== null && { on }),
    })),
    workflowId: id,
  };
  return {
    template: 'handling-order-moved',
    to: { organisation: county, audience: 'coordinator' },
    data: data as Json,
  };
}
