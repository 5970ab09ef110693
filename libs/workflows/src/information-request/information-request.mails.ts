import type { Json } from '../kernel/command';
import type { ReminderFellDue } from '../kernel/clock-commands';
import { alsoToDeputy, spokenOf } from '../rung-mails';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent, TellIntent } from '../kernel/intents';
import { asksForReach } from '../reach';
import type { AnswerNote } from './answer-note';
import type { HandOver } from './information-request.hand-over';
import type { Answer, RequestContext, Rescheduling } from './information-request.data';
import { bodyWithMeeting, rescheduledTo, withDatesAround } from './information-request.dates';
import { helsinkiInstant, type Instant, materialsDueOn } from '@app/domain';
import { printedAnswers } from '../registry-copy/printed-answer';
import { registryCopy } from '../registry-copy/registry-copy';

/** What the mails of a request say beyond names and links, which the shell adds when it sends. */

function aboutRequest(context: RequestContext) {
  const { subject, about, title, organisationKind, basis, citation, voluntary, lastOn } = context;
  return {
    subjectMatter: subject,
    about,
    title,
    partyKind: organisationKind,
    dueAt: dueAtOf(context),
    basis,
    ...(citation && { citation }),
    voluntary,
    lastOn,
    ...aboutNext(context),
    ...aboutBody(context),
  };
}

/** What comes after the advance assignment is the negotiation itself, of which its mails have more to say. */
function aboutNext({ subject, next }: RequestContext) {
  if (!next) return {};
  if (subject === 'advance-assignment') return { negotiation: timeOf(next) };
  return { next: { ...timeOf(next), title: next.title } };
}

function timeOf({ title: _title, basis: _basis, ...time }: NonNullable<RequestContext['next']>) {
  return time;
}

/** The answering body's last meeting, and when its materials are due, where there is still time for that. */
function aboutBody(context: RequestContext) {
  const body = bodyWithMeeting(context);
  if (!body) return {};
  const materials = materialsDueOn(body.meetingOn, body);
  return {
    bodyMeeting: {
      name: body.name,
      on: body.meetingOn,
      ...(materials > context.askedOn && { materialsDueOn: materials }),
    },
  };
}

function toRespondent(context: RequestContext, template: string, data: object): NotificationIntent {
  const { organisation, audience, assignedTo } = context;
  // Whoever the answer was assigned or handed over to gets what the respondent gets.
  const to = { organisation, audience: assignedTo === null ? audience : `contact:${assignedTo}` };
  return { template, to, data: data as Json };
}

export function asked(context: RequestContext): NotificationIntent {
  const template = context.subject === 'advance-assignment' ? 'advance-assignment' : 'information-request';
  return { ...toRespondent(context, template, aboutRequest(context)), deadline: 'answer', link: true };
}

/**
 * A rung of the ladder: to the respondent what is missing, to the coordinator that nobody has been reached, or the proposal to go to
 * the manager.
 */
export function reminded(
  context: RequestContext,
  { data: fact, at }: Fact<string, ReminderFellDue>,
): NotificationIntent[] {
  const { audience, template } = fact;
  if (asksForReach(fact) && (context.reached || at >= dueAtOf(context))) return [];
  if (audience === 'coordinator') return [{ ...proposal(context, template), deadline: 'answer' }];
  const mail = context.completion
    ? completionAsked(context)
    : toRespondent(context, template, { ...aboutRequest(context), ...spokenOf(fact) });
  return alsoToDeputy({ ...mail, deadline: 'answer', link: true }, audience);
}

/** Goes to whoever the answer was handed over to, with a link of their own. */
export function handedOver(
  context: RequestContext,
  { at, data: { from } }: Fact<string, HandOver>,
): NotificationIntent {
  const reason = context.completion?.reason;
  const data = {
    ...aboutRequest(context),
    passed: at >= dueAtOf(context),
    ...(reason !== undefined && { reason }),
    ...(from !== undefined && { handedOverBy: from }),
  };
  return { ...toRespondent(context, 'handed-over', data), deadline: 'answer', link: true };
}

function proposal(context: RequestContext, template: string): NotificationIntent {
  return {
    template,
    to: { organisation: context.county, audience: 'coordinator' },
    data: { ...aboutEscalation(context), concerns: context.organisation } as Json,
  };
}

function aboutEscalation(context: RequestContext) {
  return { ...aboutRequest(context), history: context.history, workflowId: context.id };
}

export function escalated(context: RequestContext): NotificationIntent {
  return {
    template: 'escalation',
    to: { organisation: context.organisation, audience: 'manager' },
    data: aboutEscalation(context) as Json,
    deadline: 'answer',
    link: true,
  };
}

/** Tells the coordinator that the matter went to the manager by itself, as the county has said. */
export function escalationMade(context: RequestContext): NotificationIntent {
  return { ...proposal(context, 'escalation-made'), deadline: 'answer' };
}

/** Until the answer is accepted its page takes corrections. */
export function receipt(context: RequestContext, { at, data }: Fact<string, Answer>): NotificationIntent {
  return { ...toRespondent(context, 'receipt', { ...aboutRequest(context), ...came(at, data) }), link: true };
}

/** When the answer came, and how, where the county recorded it on the organisation's behalf. */
function came(receivedAt: Instant, { receivedOn, onBehalf, way }: Answer) {
  return { receivedAt, ...(receivedOn && { receivedOn }), ...(onBehalf && { onBehalf, ...(way && { way }) }) };
}

/**
 * A municipality's answer in copy to the registry. A completion is filed anew, whole; a correction takes the answer's place. `before` is the request as it stood before
 * the answer: what the registry has had, it is told to be corrected.
 */
export function filed(before: RequestContext, { type, at, data }: Fact<string, Answer>): NotificationIntent[] {
  if (before.organisationKind !== 'municipality') return [];
  const { subject, about, title, questions, answer, caseNumber, id } = before;
  const kept = type === 'AnswerCorrected' ? null : answer;
  const { answers, body, handledOn, section, minutes } = { ...kept, ...data };
  const handled = { ...(body && { body }), ...(handledOn && { on: handledOn }), ...(section && { section }) };
  return [
    registryCopy(before, {
      subjectMatter: subject,
      about,
      title,
      workflowId: id,
      ...came(at, data),
      late: answer?.late ?? data.late,
      corrected: answer !== null,
      ...(Object.keys(handled).length > 0 && { handled }),
      ...(minutes && { minutes }),
      ...(caseNumber && { caseNumber }),
      answers: printedAnswers(questions, { ...kept?.answers, ...answers }),
    }),
  ];
}

/** The reply date has passed, and the answer can still be given. */
export function overdue(context: RequestContext): NotificationIntent {
  const data = { ...aboutRequest(context), rung: 'overdue' };
  return { ...toRespondent(context, 'overdue', data), deadline: 'answer', link: true };
}

/**
 * Tells of a new reply date, with the link: the mail that asked may still wait somewhere, and goes no more once the date has
 * moved. Where it cannot have left yet, it asks anew with the new date; of a move by the negotiation, whose invitation named the
 * old one, the respondent is then told as well.
 */
export function rescheduled(context: RequestContext, fact: Fact<string, Rescheduling>): NotificationIntent[] {
  const after = rescheduledTo(context, fact);
  if (context.completion) return [completionAsked(after), ...negotiationMoved(context, fact)];
  const byNegotiation = fact.by.role === 'workflow';
  const isUnasked = fact.at < context.askLeavesAt;
  if (isUnasked && !byNegotiation) return [asked(after)];
  const reply = { subjectMatter: context.subject, dueWas: dueAtOf(context), dueAt: dueAtOf(after) };
  const data = { ...toldDates(context, after), ...reply, reason: fact.data.reason };
  const told = { ...toRespondent(context, 'rescheduled', data), link: true };
  // It may tell of the negotiation too, which a later move of the reply date alone must not call back.
  return byNegotiation ? [...(isUnasked ? [asked(after)] : []), told] : [{ ...told, deadline: 'answer' }];
}

/**
 * The negotiation leaves it to a request to tell whatever moves along with its reply date. One whose reply date stays after all,
 * as it has been answered meanwhile, tells of the negotiation.
 */
export function negotiationMoved(
  context: RequestContext,
  { data: moved, by }: Fact<string, Rescheduling>,
): NotificationIntent[] {
  const dates = toldDates(context, withDatesAround(context, moved));
  if (by.role !== 'workflow' || moved.dueOn === undefined || !('negotiation' in dates)) return [];
  const reply = context.answer ? { answered: true } : { subjectMatter: context.subject, dueAt: dueAtOf(context) };
  const told = toRespondent(context, 'rescheduled', { ...dates, ...reply, reason: moved.reason });
  return [context.answer ? told : { ...told, link: true }];
}

/** The negotiation before and after, where it moves, and what the moved date stands on. Of others only what comes next now. */
function toldDates(before: RequestContext, after: RequestContext) {
  const { subject, about, title, organisationKind: partyKind } = before;
  if (subject !== 'advance-assignment') return { about, title, partyKind, basis: after.basis, ...aboutNext(after) };
  const [was, now] = [before.next, after.next];
  const moves = was && now && (['on', 'at', 'until', 'place'] as const).some((part) => was[part] !== now[part]);
  if (!moves) return { about, partyKind, basis: after.basis };
  return {
    about,
    partyKind,
    negotiationWas: timeOf(was),
    negotiation: timeOf(now),
    basis: now.basis,
  };
}

function dueAtOf({ dueOn, closes }: RequestContext) {
  return helsinkiInstant(dueOn, closes);
}

export function completionAsked(context: RequestContext): NotificationIntent {
  const data = { ...aboutRequest(context), reason: context.completion?.reason };
  return { ...toRespondent(context, 'completion-request', data), deadline: 'answer', link: true };
}

/** Whoever has answered, or hears it from the cancelled negotiation itself, is not told again. */
export function withdrawn(context: RequestContext, fact: Fact): NotificationIntent[] {
  if (context.answer || fact.by.role === 'workflow') return [];
  const { reason } = fact.data as { reason: string };
  return [toRespondent(context, 'cancelled', { ...aboutRequest(context), what: 'request', reason })];
}

export function outcome(context: RequestContext, how: AnswerNote['outcome']): TellIntent {
  const { organisation, answer, sharedFrom } = context;
  // What came of a withdrawn request is not wanted any more.
  const given = how === 'answered' ? answer : null;
  const note: AnswerNote = {
    organisation,
    outcome: how,
    late: answer?.late ?? false,
    on: given?.on ?? null,
    answers: given?.answers ?? {},
    ...(sharedFrom && { shared: true }),
  };
  return { command: 'note-answer', data: note };
}
