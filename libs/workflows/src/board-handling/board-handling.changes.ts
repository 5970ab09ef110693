import { sendingTimeOnOrAfter } from '@app/domain';
import type { Fact, Started } from '../kernel/definition';
import type { ReminderFellDue } from '../kernel/clock-commands';
import { reachedBy, reachedByAct } from '../reach';
import type { HandlingContext } from './board-handling.context';
import type { HandlingInput } from './board-handling.data';
import type { CountyDecision, Prepared, SentExtract, Takeover } from './board-handling.forms';
import { bodyOf, endsOrder, passedOn, returned, startingOrder, tabled, withMeeting } from './board-handling.order';

/** The case as each fact leaves it. */

export function started({ id, county, data, at, on }: Started<HandlingInput>): HandlingContext {
  const { proposal, ...input } = data;
  return {
    ...input,
    id,
    county,
    bodies: startingOrder(input, on),
    bodyNo: 0,
    onAgenda: false,
    item: { ...(proposal !== null && { proposal }) },
    caseNumber: null,
    askLeavesAt: sendingTimeOnOrAfter(at),
    history: [{ what: 'asked', on }],
    decisions: [],
    reached: null,
    escalated: false,
  };
}

export function prepared(
  context: HandlingContext,
  fact: Fact<string, Prepared & { caseNumber?: string | undefined }>,
): HandlingContext {
  const { caseNumber, ...item } = fact.data;
  return {
    ...reachedByAct(context, fact),
    caseNumber: caseNumber ?? context.caseNumber,
    item: { ...context.item, ...item },
  };
}

export function placed(
  context: HandlingContext,
  fact: Fact<string, Pick<CountyDecision, 'meetingOn'>>,
): HandlingContext {
  const bodies = withMeeting(context, context.bodyNo, fact.data.meetingOn);
  return { ...reachedByAct(context, fact), bodies, onAgenda: true };
}

/** The body is done with the case; its decision stands on the day on which it was made. */
export function decided(context: HandlingContext, fact: Fact<string, CountyDecision>): HandlingContext {
  const { data } = fact;
  // Where the case does not go on, the later bodies' meetings do not matter.
  const bodies = endsOrder(context, data)
    ? context.bodies.map((body, no) => (no === context.bodyNo ? { ...body, meetingOn: data.meetingOn } : body))
    : withMeeting(context, context.bodyNo, data.meetingOn);
  return { ...withDecision(context, fact), bodies };
}

/** The body keeps the case and takes it up again in its next meeting. */
export function putOnTable(context: HandlingContext, fact: Fact<string, CountyDecision>): HandlingContext {
  return { ...withDecision(context, fact), bodies: tabled(context, fact.data), onAgenda: true };
}

export function sentBack(context: HandlingContext, fact: Fact<string, CountyDecision>): HandlingContext {
  return { ...withDecision(context, fact), bodies: returned(context, fact) };
}

function withDecision(context: HandlingContext, { data: decision, on }: Fact<string, CountyDecision>): HandlingContext {
  return {
    ...reachedBy(context, 'answered', on),
    decisions: [...context.decisions, { ...decision, body: bodyOf(context).id }],
    caseNumber: decision.caseNumber ?? context.caseNumber,
    onAgenda: false,
  };
}

/** The extract has gone to whom the decision or the item says, unless something else is told. */
export function extracted(context: HandlingContext, { data, on }: Fact<string, SentExtract>): HandlingContext {
  const { decisions, item } = context;
  const last = decisions.at(-1);
  if (!last) return context;
  const recipients = data.recipients ?? last.extractsTo ?? item.extractsTo ?? null;
  const extract = { sentOn: on, recipients, servedOn: data.servedOn ?? null };
  return { ...context, decisions: [...decisions.slice(0, -1), { ...last, extract }] };
}

/** The next body has the case, once the extract of the one before has gone. */
export function sentOn(context: HandlingContext, fact: Fact<string, SentExtract>): HandlingContext {
  const { on } = fact;
  return { ...extracted(context, fact), bodies: passedOn(context, on), bodyNo: context.bodyNo + 1 };
}

/** A municipality's body has decided, and the next one has the case. */
export function toldAndSentOn(context: HandlingContext, fact: Fact<string, CountyDecision>): HandlingContext {
  return { ...decided(context, fact), bodyNo: context.bodyNo + 1 };
}

/** Another municipality goes on with the case, in its own bodies. What the first one's bodies decided stays in the history. */
export function takenOver(context: HandlingContext, { data, at, on }: Fact<string, Takeover>): HandlingContext {
  const bodies = data.bodies.map((body) => ({ ...body, presenter: null, plannedOn: null }));
  return {
    ...context,
    organisation: data.organisation,
    bodies: startingOrder({ bodies, preparedBy: context.preparedBy }, on),
    bodyNo: 0,
    onAgenda: false,
    reached: null,
    escalated: false,
    askLeavesAt: sendingTimeOnOrAfter(at),
    history: [...context.history, { what: 'asked', on }],
  };
}

/** What a reminder adds to the history: only what went to those who should act. */
export function remembered(context: HandlingContext, { data, on }: Fact<string, ReminderFellDue>): HandlingContext {
  if (data.audience === 'coordinator') return context;
  return {
    ...context,
    history: [...context.history, { what: data.template.endsWith('overdue') ? 'overdue' : 'reminded', on }],
  };
}
