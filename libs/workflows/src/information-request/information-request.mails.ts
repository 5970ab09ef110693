import type { Json } from '../kernel/command';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent, TellIntent } from '../kernel/intents';
import type { RequestContext } from './information-request.data';
import { helsinkiInstant } from '@app/domain';

/** What the mails of a request say beyond names and links, which the shell adds when it sends. */

function aboutRequest({
  askedOn,
  dueOn,
  closes,
  basis,
  lastOn,
  negotiation,
  organisationKind,
  about,
  answeringBody,
}: RequestContext) {
  return {
    about,
    partyKind: organisationKind,
    negotiation: omit(negotiation, 'basis'),
    dueAt: helsinkiInstant(dueOn, closes),
    basis,
    compiledOn: lastOn,
    // Only a meeting that can still take it up: after the asking, and before the reply date as it now is.
    ...(answeringBody?.lastMeetingOn &&
      answeringBody.lastMeetingOn < dueOn &&
      answeringBody.lastMeetingOn > askedOn && {
        bodyMeeting: { name: answeringBody.name, on: answeringBody.lastMeetingOn },
      }),
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
