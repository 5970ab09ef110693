import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent, TellIntent } from '../kernel/intents';
import { helsinkiInstant } from '@app/domain';
import type { DecisionData, HandlingContext } from './board-handling.data';
import { decisionWords } from './board-handling.data';
import { bodyOf, decisionDueOn, extractDueOn, materialsDueOn } from './board-handling.dates';

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
      meetings: body.meetings.filter((meeting) => meeting >= (context.history[0]?.on ?? meeting) && meeting <= due.on),
    }),
  };
}

/** The one who prepares: the presenter of the county's body, or whoever answers for the municipality. */
function toPreparer(context: HandlingContext, template: string, data: object): NotificationIntent {
  const audience = context.preparedBy === 'respondent' ? 'respondent' : (context.presenter ?? 'coordinator');
  return { template, to: { organisation: context.organisation, audience }, data: data as Json };
}

export function asked(context: HandlingContext): NotificationIntent[] {
  if (context.preparedBy === 'presenter')
    return [{ ...toPreparer(context, 'board-item', aboutItem(context)), deadline: 'materials' }];
  // A municipality is asked once; what its board then returns or tables is its own affair.
  if (context.decisions.length > 0) return [];
  return [
    { ...toPreparer(context, 'acknowledgement', aboutAcknowledgement(context)), deadline: 'handling', link: true },
  ];
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
