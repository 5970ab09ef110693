import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent, TellIntent } from '../kernel/intents';
import { helsinkiInstant, materialsDueOn as materialsOfMeeting } from '@app/domain';
import type { DecisionData, HandlingContext, Rescheduling } from './board-handling.data';
import { decisionWords } from './board-handling.data';
import {
  askedOn,
  bodyOf,
  decisionDueOn,
  extractDueOn,
  lastMeetingInTime,
  materialsDueOn,
} from './board-handling.dates';
import type { MovedStep } from './board-handling.moves';
import { isStillAhead, rescheduledTo } from './board-handling.moves';

/** What the mails of a handling say beyond names and links, which the shell adds when it sends. */

function aboutItem(context: HandlingContext) {
  const { title, about, caseNumber, meetingOn } = context;
  const materialsDueOnDay = materialsDueOn(context);
  return {
    title,
    about,
    body: bodyOf(context).name,
    ...(caseNumber && { caseNumber }),
    ...(meetingOn && { meetingOn }),
    ...(materialsDueOnDay && { materialsDueOn: materialsDueOnDay }),
  };
}

function aboutAcknowledgement(context: HandlingContext) {
  const { due, closes, about } = context;
  const body = bodyOf(context);
  return {
    about,
    body: body.name,
    subjectMatter: 'acknowledgement',
    history: context.history,
    workflowId: context.id,
    ...(context.document && { documentLink: context.document }),
    ...(due && {
      dueOn: due.on,
      dueAt: helsinkiInstant(due.on, closes),
      basis: due.basis,
      meetings: body.meetings.filter((meeting) => meeting >= (askedOn(context) ?? meeting) && meeting <= due.on),
      ...lastMeeting(context),
    }),
  };
}

/** The body's last meeting in time, and when its agenda closes. */
function lastMeeting(context: HandlingContext) {
  const on = lastMeetingInTime(context);
  const body = bodyOf(context);
  return on && { bodyMeeting: { name: body.name, on, materialsDueOn: materialsOfMeeting(on, body) } };
}

/** The one who prepares: the presenter of the county's body, or whoever answers for the municipality. */
function toPreparer(context: HandlingContext, template: string, data: object): NotificationIntent {
  const audience = context.preparedBy === 'respondent' ? 'respondent' : (context.presenter ?? 'coordinator');
  return { template, to: { organisation: context.organisation, audience }, data: data as Json };
}

/** Asks the one who prepares. Called back when the step it is about has been taken; where no meeting dates that step, it stands. */
export function asked(context: HandlingContext, step: MovedStep = 'materials'): NotificationIntent[] {
  if (context.preparedBy === 'presenter')
    return [{ ...toPreparer(context, 'board-item', aboutItem(context)), ...(context.meetingOn && { deadline: step }) }];
  // A municipality is asked once; what its board then returns or tables is its own affair.
  return context.decisions.length > 0 ? [] : [askedOfMunicipality(context, 'acknowledgement')];
}

function askedOfMunicipality(context: HandlingContext, template: string): NotificationIntent {
  return { ...toPreparer(context, template, aboutAcknowledgement(context)), deadline: 'handling', link: true };
}

/** The municipality that goes on with the case is asked; after the date, it is told that the handling is still awaited. */
export function askedAnew(context: HandlingContext, { at }: Fact): NotificationIntent {
  return askedOfMunicipality(context, isStillAhead(context, at) ? 'acknowledgement' : 'acknowledgement-overdue');
}

/**
 * Who was told the old date is told the new one: the presenter that the meeting moves, a municipality that the date asked for
 * does. Where the mail that asks has not left yet, it asks with the new date instead.
 */
export function rescheduled(
  context: HandlingContext,
  fact: Fact<string, Rescheduling>,
  step: MovedStep,
): NotificationIntent[] {
  const after = rescheduledTo(context, fact);
  const { due, meetingOn, closes } = context;
  const byPresenter = context.preparedBy === 'presenter';
  const moves = byPresenter ? after.meetingOn !== meetingOn : after.due?.on !== due?.on;
  if (!moves) return [];
  if (fact.at < context.askLeavesAt) return asked(after, step);
  const { reason } = fact.data;
  if (byPresenter) {
    const { materialsDueOn: materials, ...item } = aboutItem(after);
    const stillToDeliver = step === 'materials' && { materialsDueOn: materials };
    return [
      toPreparer(after, 'board-rescheduled', {
        ...item,
        ...stillToDeliver,
        ...(meetingOn && { meetingWas: meetingOn }),
        reason,
      }),
    ];
  }
  if (!after.due) return [];
  const data = {
    about: context.about,
    partyKind: 'municipality',
    subjectMatter: 'acknowledgement',
    body: bodyOf(context).name,
    reason,
    ...(due && { dueWas: helsinkiInstant(due.on, closes) }),
    dueAt: helsinkiInstant(after.due.on, closes),
    basis: after.due.basis,
  };
  return [{ ...toPreparer(context, 'rescheduled', data), deadline: 'handling', link: true }];
}

export function reminded(
  context: HandlingContext,
  { deadline, rung, audience, template }: ReminderFellDue,
): NotificationIntent {
  if (deadline === 'handling') return { ...acknowledgementRung(context, rung, audience, template), deadline };
  const data = {
    ...aboutItem(context),
    step: deadline,
    dueOn: stepDueOn(context, deadline),
  };
  if (audience === 'coordinator') {
    return { template, to: { organisation: context.county, audience }, data: data as Json, deadline };
  }
  return { ...toPreparer(context, template, data), deadline };
}

function stepDueOn(context: HandlingContext, deadline: string) {
  if (deadline === 'materials') return materialsDueOn(context);
  return deadline === 'decision' ? decisionDueOn(context) : extractDueOn(context);
}

function acknowledgementRung(
  context: HandlingContext,
  rung: string,
  audience: string,
  template: string,
): NotificationIntent {
  const data = { ...aboutAcknowledgement(context), rung };
  if (audience === 'coordinator') {
    return {
      template,
      to: { organisation: context.county, audience },
      data: { ...data, concerns: context.organisation } as Json,
    };
  }
  return { ...toPreparer(context, template, data), link: true };
}

export function escalated(context: HandlingContext): NotificationIntent {
  return {
    template: 'escalation',
    to: { organisation: context.organisation, audience: 'manager' },
    data: aboutAcknowledgement(context) as Json,
    deadline: 'handling',
    link: true,
  };
}

/** Thanks a municipality for telling how its body handled the case. */
export function receipt(context: HandlingContext, { at, data }: Fact<string, DecisionData>): NotificationIntent {
  const { meetingOn, section, decision } = data;
  const handling = { body: bodyOf(context).name, on: meetingOn, section, decision: decisionWords(decision) };
  return toPreparer(context, 'receipt', { subjectMatter: 'acknowledgement', receivedAt: at, handled: handling });
}

/** Who hears it from the cancelled negotiation itself is not told again. */
export function withdrawn(context: HandlingContext, fact: Fact): NotificationIntent[] {
  if (fact.by.role === 'workflow') return [];
  const { reason } = fact.data as { reason: string };
  return [toPreparer(context, 'cancelled', { about: context.about, what: 'request', reason })];
}

/** What the parent hears: how the last body decided, when and under which §. */
export function handled(context: HandlingContext): TellIntent {
  const last = context.decisions.at(-1);
  return told(context, {
    decision: last?.decision ?? null,
    meetingOn: last?.meetingOn ?? null,
    section: last?.section ?? null,
    caseNumber: context.caseNumber,
    minutes: last?.minutes ?? null,
  });
}

export function notHandled(context: HandlingContext): TellIntent {
  return told(context, {
    decision: 'withdrawn',
    meetingOn: null,
    section: null,
    caseNumber: context.caseNumber,
    minutes: null,
  });
}

function told(context: HandlingContext, how: Record<string, Json>): TellIntent {
  const command = context.subject === 'acknowledgement' ? 'note-acknowledgement' : 'note-decision';
  return { command, data: { organisation: context.organisation, body: bodyOf(context).id, ...how } };
}
