import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Json } from '../kernel/command';
import { alsoToDeputy, spokenOf } from '../rung-mails';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent } from '../kernel/intents';
import { helsinkiInstant, materialsDueOn as materialsOfMeeting } from '@app/domain';
import { asksForReach } from '../reach';
import { decided } from './board-handling.changes';
import type { HandlingContext } from './board-handling.context';
import { decisionWords } from './board-handling.data';
import {
  askedOn,
  decisionDueOn,
  extractDueOn,
  isStillAhead,
  lastMeetingInTime,
  materialsDueOn,
} from './board-handling.dates';
import type { CountyDecision, Rescheduling } from './board-handling.forms';
import { meetingNameOf } from './board-handling.meetings';
import type { MovedStep } from './board-handling.moves';
import { rescheduledTo } from './board-handling.moves';
import { bodyOf, endsOrder } from './board-handling.order';
import { registryCopy } from '../registry-copy/registry-copy';

/** What the mails of a handling say beyond names and links, which the shell adds when it sends. */

function aboutItem(context: HandlingContext) {
  const { about, caseNumber } = context;
  const { name, meetingOn } = bodyOf(context);
  const materialsDueOnDay = materialsDueOn(context);
  return {
    title: titleOf(context),
    about,
    body: name,
    ...(caseNumber && { caseNumber }),
    ...(meetingOn && { meetingOn, meetingKey: meetingNameOf(context) }),
    ...(materialsDueOnDay && { materialsDueOn: materialsDueOnDay }),
  };
}

/** As it stands on the agenda, once that has been told. */
export function titleOf({ item, title }: HandlingContext) {
  return item.title ?? title;
}

/** What the mails call what a municipality is asked to tell of. */
function matterOf({ subject }: HandlingContext) {
  return `${subject}-handling` as const;
}

function aboutAcknowledgement(context: HandlingContext) {
  const { due, closes, about, bodies, bodyNo } = context;
  const body = bodyOf(context);
  const laterBodies = bodies.slice(bodyNo + 1).map(({ name }) => name);
  return {
    about,
    body: body.name,
    ...(laterBodies.length > 0 && { laterBodies }),
    subjectMatter: matterOf(context),
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
  const audience = context.preparedBy === 'respondent' ? 'respondent' : (bodyOf(context).presenter ?? 'coordinator');
  return { template, to: { organisation: context.organisation, audience }, data: data as Json };
}

/** Asks the one who prepares. Called back when the step it is about has been taken; where no meeting dates that step, it stands. */
export function asked(context: HandlingContext, step: MovedStep = 'materials'): NotificationIntent[] {
  if (context.preparedBy === 'presenter')
    return [
      {
        ...toPreparer(context, 'board-item', aboutItem(context)),
        ...(bodyOf(context).meetingOn && { deadline: step }),
      },
    ];
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
  const { due, closes } = context;
  const { meetingOn } = bodyOf(context);
  const byPresenter = context.preparedBy === 'presenter';
  const moves = byPresenter ? bodyOf(after).meetingOn !== meetingOn : after.due?.on !== due?.on;
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
    subjectMatter: matterOf(context),
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
  { data: fact, at }: Fact<string, ReminderFellDue>,
): NotificationIntent[] {
  const { deadline, audience, template } = fact;
  if (asksForReach(fact) && (context.reached || !isStillAhead(context, at))) return [];
  if (deadline === 'handling') return acknowledgementRung(context, fact);
  const data = {
    ...aboutItem(context),
    step: deadline,
    dueOn: stepDueOn(context, deadline),
  };
  if (audience === 'coordinator') {
    return [{ template, to: { organisation: context.county, audience }, data: data as Json, deadline }];
  }
  return [{ ...toPreparer(context, template, data), deadline }];
}

function stepDueOn(context: HandlingContext, deadline: string) {
  if (deadline === 'materials') return materialsDueOn(context);
  return deadline === 'decision' ? decisionDueOn(context) : extractDueOn(context);
}

function acknowledgementRung(context: HandlingContext, fact: ReminderFellDue): NotificationIntent[] {
  const { deadline, audience, template } = fact;
  const data = { ...aboutAcknowledgement(context), ...spokenOf(fact) };
  if (audience === 'coordinator') return [toCoordinator(context, template, data)];
  return alsoToDeputy({ ...toPreparer(context, template, data), link: true, deadline }, audience);
}

function toCoordinator(context: HandlingContext, template: string, data: object): NotificationIntent {
  return {
    template,
    to: { organisation: context.county, audience: 'coordinator' },
    data: { ...data, concerns: context.organisation },
    deadline: 'handling',
  };
}

/** To the manager, and to the coordinator that it was done. */
export function escalatedByItself(context: HandlingContext): NotificationIntent[] {
  return [escalated(context), toCoordinator(context, 'escalation-made', aboutAcknowledgement(context))];
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

/** Thanks a municipality for telling how its body handled the case, and names the body that has it next. */
export function receipt(context: HandlingContext, fact: Fact<string, CountyDecision>): NotificationIntent {
  const { meetingOn, section, decision } = fact.data;
  const body = bodyOf(context);
  const handling = { body: body.name, on: meetingOn, section, decision: decisionWords(decision) };
  const next = endsOrder(context, fact.data) ? undefined : context.bodies[context.bodyNo + 1];
  return toPreparer(decided(context, fact), 'receipt', {
    subjectMatter: matterOf(context),
    body: body.name,
    receivedAt: fact.at,
    handled: handling,
    ...(next && { nextBody: next.name }),
  });
}

/** How a municipality's body decided, in copy to the county's registry. */
export function filed(context: HandlingContext, { at, by, data }: Fact<string, CountyDecision>): NotificationIntent {
  const { meetingOn, section, decision, minutes, caseNumber = context.caseNumber } = data;
  return registryCopy(context, {
    subjectMatter: matterOf(context),
    about: context.about,
    title: titleOf(context),
    workflowId: context.id,
    receivedAt: at,
    ...(by.role !== 'respondent' && { onBehalf: true }),
    late: context.due !== null && !isStillAhead(context, at),
    corrected: false,
    handled: { body: bodyOf(context).name, on: meetingOn, section, decision: decisionWords(decision) },
    ...(minutes && { minutes }),
    ...(caseNumber && { caseNumber }),
    answers: [],
  });
}

/** Who hears it from the cancelled negotiation itself is not told again. */
export function withdrawn(context: HandlingContext, fact: Fact): NotificationIntent[] {
  if (fact.by.role === 'workflow') return [];
  const { reason } = fact.data as { reason: string };
  return [
    toPreparer(context, 'cancelled', {
      about: context.about,
      what: 'request',
      subjectMatter: matterOf(context),
      reason,
    }),
  ];
}
