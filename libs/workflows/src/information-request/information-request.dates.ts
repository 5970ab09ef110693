import type { CivilDate } from '@app/domain';
import { helsinkiInstant, longDate, onDate } from '@app/domain';
import { label } from '../fields';
import type { Fact, Reason } from '../kernel/definition';
import type { DeadlineIntent } from '../kernel/intents';
import type { Answer, RequestContext, Rescheduling } from './information-request.data';

/** The reply date and its reminders. */
export function answerDeadline(context: RequestContext): DeadlineIntent {
  const { dueOn, closes, basis, completion } = context;
  const due = { name: 'answer', dueOn, dueAt: helsinkiInstant(dueOn, closes) };
  // What is still missing one party asks for, whatever the first date stood on.
  if (completion) return { ...due, basis: 'requested', ladder: 'completion' };
  const body = bodyWithMeeting(context);
  return { ...due, basis, ladder: 'answer', ...(body && { body }) };
}

/** The body that answers, with a meeting that can still take the answer up before the reply date. */
export function bodyWithMeeting({ answeringBody, askedOn, dueOn }: RequestContext) {
  const meetingOn = answeringBody?.lastMeetingOn;
  if (!answeringBody || !meetingOn || meetingOn <= askedOn || meetingOn >= dueOn) return null;
  const { name, materialsDaysBefore } = answeringBody;
  return { name, meetingOn, materialsDaysBefore };
}

/** Whether the reply date itself moves: what has been answered keeps the day on which it was to be answered. */
export function movesReplyDate({ dueOn }: Rescheduling, context: RequestContext): boolean {
  return dueOn !== undefined && dueOn !== context.dueOn && !isAnswered(context);
}

/** An answer stands; one that was sent back for completion is waited for again. */
function isAnswered({ answer, completion }: RequestContext): boolean {
  return answer !== null && completion === null;
}

/** The request with a new reply date. */
export function rescheduledTo(context: RequestContext, { data, on }: Fact<string, Rescheduling>): RequestContext {
  const { completion, history, dueOn } = context;
  const movedTo = data.dueOn ?? dueOn;
  return {
    ...withDatesAround(context, data),
    dueOn: movedTo,
    completion: completion && { ...completion, dueOn: movedTo },
    history: [...history, { what: 'rescheduled', on }],
  };
}

/** The request with new dates of what comes after the answer. */
export function withDatesAround(context: RequestContext, data: Rescheduling): RequestContext {
  const { answeringBody } = context;
  const { lastOn = context.lastOn, basis = context.basis } = data;
  const { answeringBodyLastMeetingOn: lastMeetingOn = answeringBody?.lastMeetingOn ?? null } = data;
  return {
    ...context,
    lastOn,
    next: context.next && { ...(data.next ?? context.next), title: context.next.title },
    basis,
    answeringBody: answeringBody && { ...answeringBody, lastMeetingOn },
  };
}

/**
 * Why staff may not move the dates so; null when they may. The parent has asked all this of its own dates before it tells
 * them, and what it tells is taken as it is.
 */
export function whyDatesStay(context: RequestContext, fact: Fact<string, Rescheduling>): Reason | null {
  const { data, on, by } = fact;
  if (by.role === 'workflow') return null;
  if (data.dueOn !== undefined && data.dueOn !== context.dueOn && isAnswered(context)) return alreadyAnswered();
  const after = movesReplyDate(data, context) ? rescheduledTo(context, fact) : withDatesAround(context, data);
  if (!differs(context, after)) return nothingChanges();
  const replyDateIsAhead = after.dueOn === context.dueOn || after.dueOn > on;
  if (!replyDateIsAhead || after.lastOn < on) return inThePast(on);
  return after.dueOn <= after.lastOn ? null : outOfOrder(after.lastOn);
}

function differs(before: RequestContext, after: RequestContext): boolean {
  const dates = ({ dueOn, lastOn, basis, next, answeringBody }: RequestContext) =>
    JSON.stringify([dueOn, lastOn, basis, Object.entries(next ?? {}).sort(), answeringBody?.lastMeetingOn]);
  return dates(before) !== dates(after);
}

function alreadyAnswered(): Reason {
  return {
    code: 'already-answered',
    detail: label(
      'Pyyntöön on vastattu, joten vastauspäivää ei voi siirtää. Pyydä tarvittaessa täydennystä.',
      'Begäran har besvarats och svarsdagen kan inte flyttas. Be vid behov om komplettering.',
      'The request has been answered, so its reply date stays. Ask for a completion if one is needed.',
    ),
  };
}

function nothingChanges(): Reason {
  return {
    code: 'nothing-changes',
    detail: label(
      'Päivät ovat jo nämä. Anna ainakin yksi päivä, joka muuttuu.',
      'Dagarna är redan dessa. Ange minst en dag som ändras.',
      'The dates are these already. Give at least one that changes.',
    ),
  };
}

function inThePast(today: CivilDate): Reason {
  return {
    code: 'in-the-past',
    detail: label(
      `Tänään on ${longDate(today, 'fi')}. Anna vastauspäivä, joka on huomenna tai myöhemmin.`,
      `I dag är det ${longDate(today, 'sv')}. Ange en svarsdag som är i morgon eller senare.`,
      `Today is ${longDate(today, 'en')}. Give a reply date from tomorrow on.`,
    ),
  };
}

function outOfOrder(lastOn: CivilDate): Reason {
  return {
    code: 'dates-out-of-order',
    detail: label(
      `Vastaukset kootaan ${onDate(lastOn, 'fi')}. Anna vastauspäivä, joka on silloin tai aiemmin, tai siirrä myös päivää {field:lastOn}.`,
      `Svaren sammanställs ${onDate(lastOn, 'sv')}. Ange en svarsdag som är då eller tidigare, eller flytta även dagen {field:lastOn}.`,
      `The answers are compiled ${onDate(lastOn, 'en')}. Give a reply date on or before it, or move {field:lastOn} too.`,
    ),
  };
}

/** Why an answer cannot have come on the day that is told: not yet, or before anybody was asked. Null where it can. */
export function whyNotReceivedThen({ askedOn }: RequestContext, { data, on }: Fact<string, Answer>): Reason | null {
  const receivedOn = data.receivedOn ?? on;
  if (receivedOn > on)
    return {
      code: 'in-the-future',
      detail: label(
        `Tänään on ${longDate(on, 'fi')}. Anna päivä, jona vastaus on jo saatu.`,
        `I dag är det ${longDate(on, 'sv')}. Ange den dag då svaret redan har kommit in.`,
        `Today is ${longDate(on, 'en')}. Give the day on which the answer has come already.`,
      ),
    };
  if (receivedOn >= askedOn) return null;
  return {
    code: 'before-the-request',
    detail: label(
      `Vastausta on pyydetty ${onDate(askedOn, 'fi')}. Anna päivä, jona vastaus on saatu sen jälkeen.`,
      `Svaret begärdes ${onDate(askedOn, 'sv')}. Ange den dag då svaret kom in efter det.`,
      `The answer was asked for ${onDate(askedOn, 'en')}. Give the day on which it came after that.`,
    ),
  };
}
