import type { Json } from '../kernel/command';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent, TellIntent } from '../kernel/intents';
import type { RequestContext, Rescheduling } from './information-request.data';
import { bodyWithMeeting, rescheduledTo } from './information-request.dates';
import { helsinkiInstant, materialsDueOn } from '@app/domain';

/** What the mails of a request say beyond names and links, which the shell adds when it sends. */

function aboutRequest(context: RequestContext) {
  const { dueOn, closes, basis, lastOn, negotiation, organisationKind, about } = context;
  return {
    about,
    partyKind: organisationKind,
    negotiation: omit(negotiation, 'basis'),
    dueAt: helsinkiInstant(dueOn, closes),
    basis,
    compiledOn: lastOn,
    ...aboutBody(context),
  };
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

function omit<T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> {
  const { [key]: _left, ...rest } = value;
  return rest;
}

function toRespondent(context: RequestContext, template: string, data: object): NotificationIntent {
  return { template, to: { organisation: context.organisation, audience: 'respondent' }, data: data as Json };
}

export function asked(context: RequestContext): NotificationIntent {
  return { ...toRespondent(context, 'advance-assignment', aboutRequest(context)), deadline: 'answer', link: true };
}

/** A rung of the ladder: to the respondent what is missing, to the coordinator the proposal to go to the manager. */
export function reminded(context: RequestContext, { rung, audience, template }: ReminderFellDue): NotificationIntent {
  if (audience === 'coordinator') return { ...proposal(context, template), deadline: 'answer' };
  if (context.completion) return completionAsked(context);
  return { ...toRespondent(context, template, { ...aboutRequest(context), rung }), deadline: 'answer', link: true };
}

function proposal(context: RequestContext, template: string): NotificationIntent {
  return {
    template,
    to: { organisation: context.county, audience: 'coordinator' },
    data: { ...aboutEscalation(context), concerns: context.organisation } as Json,
  };
}

function aboutEscalation(context: RequestContext) {
  return { ...aboutRequest(context), subjectMatter: context.subject, history: context.history, workflowId: context.id };
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

export function receipt(context: RequestContext, { at }: Fact): NotificationIntent {
  return {
    ...toRespondent(context, 'receipt', { ...aboutRequest(context), subjectMatter: context.subject, receivedAt: at }),
  };
}

/** The reply date has passed, and the answer can still be given. */
export function overdue(context: RequestContext): NotificationIntent {
  const data = { ...aboutRequest(context), rung: 'overdue' };
  return { ...toRespondent(context, 'overdue', data), deadline: 'answer', link: true };
}

/**
 * Tells of a new reply date: the one asking, where staff has moved it, else the negotiation's own mail. Where the mail that
 * asks has not left yet, nobody knows the old date, and it asks with the new one.
 */
export function rescheduled(context: RequestContext, fact: Fact<string, Rescheduling>): NotificationIntent[] {
  const after = rescheduledTo(context, fact);
  if (context.completion) return [completionAsked(after)];
  if (fact.at < context.askLeavesAt) return [asked(after)];
  if (fact.by.role === 'workflow') return [];
  const { dueOn, closes, basis } = context;
  const data = {
    about: context.about,
    partyKind: context.organisationKind,
    subjectMatter: context.subject,
    reason: fact.data.reason,
    dueWas: helsinkiInstant(dueOn, closes),
    dueAt: helsinkiInstant(after.dueOn, closes),
    basis: fact.data.basis ?? basis,
  };
  return [{ ...toRespondent(context, 'rescheduled', data), deadline: 'answer', link: true }];
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

export function outcome(context: RequestContext, how: 'answered' | 'missed' | 'withdrawn'): TellIntent {
  const data = { organisation: context.organisation, outcome: how, late: context.answer?.late ?? false };
  return { command: 'note-answer', data };
}
