import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent } from '../kernel/intents';
import { decisionWords } from '../board-handling/board-handling.data';
import type { NegotiationContext } from './hyte-negotiation.data';
import type { Party, StepName } from './hyte-negotiation.data';
import { stepDate } from './hyte-negotiation.dates';
import { stepTitles } from './step-titles';

/** What the mails of the negotiation say beyond names and links, which the shell adds when it sends. */

function toEveryParty(
  context: NegotiationContext,
  template: string,
  data: (party: Party) => object,
): NotificationIntent[] {
  return context.parties.map((party) => ({
    template,
    to: { organisation: party.organisation, audience: 'respondent' },
    data: { about: context.about, partyKind: party.kind, ...data(party) },
  }));
}

/** The negotiation as it is planned; once it has been held, the day on which it was. */
function negotiationTime({ dates, heldOn }: NegotiationContext) {
  const { on, at, until, place } = dates.negotiation;
  if (heldOn && heldOn !== on) return { on: heldOn, ...(place && { place }) };
  return { on, ...(at && { at }), ...(until && { until }), ...(place && { place }) };
}

export function invited(context: NegotiationContext): NotificationIntent[] {
  const { dates } = context;
  return toEveryParty(context, 'invitation', () => ({
    negotiation: { ...negotiationTime(context), basis: dates.negotiation.basis },
    assignmentDueOn: dates.assignmentDue.on,
  }));
}

export function compiledSent(
  context: NegotiationContext,
  { summary }: { summary?: string | undefined },
): NotificationIntent[] {
  const answers = Object.values(context.answers);
  return toEveryParty(context, 'answers-compiled', () => ({
    negotiation: negotiationTime(context),
    answered: answers.filter((answer) => answer === 'answered' || answer === 'late').length,
    asked: answers.length,
    ...(summary && { summaryLink: summary }),
  }));
}

export function draftSent(
  context: NegotiationContext,
  { document }: { document?: string | undefined },
): NotificationIntent[] {
  const { on, basis } = context.dates.commentsDue;
  return toEveryParty(context, 'draft-summary', () => ({
    negotiation: negotiationTime(context),
    commentsDueOn: on,
    basis,
    body: context.board.body.name,
    meetingOn: context.dates.hyteBoard.on,
    ...(document && { documentLink: document }),
  }));
}

/** The result goes to every party, and to the county executive for next year's activity and budget. */
export function resultSent(
  context: NegotiationContext,
  { document }: { document?: string | undefined },
): NotificationIntent[] {
  const { boardDecision, board, executivePresenter, county, about } = context;
  const data = {
    handling: {
      body: board.body.name,
      on: boardDecision?.meetingOn,
      section: boardDecision?.section,
      decision: decisionWords(boardDecision?.decision),
    },
    ...(document && { documentLink: document }),
  };
  const toParties = toEveryParty(context, 'result', () => data);
  if (!executivePresenter) return toParties;
  return [
    ...toParties,
    {
      template: 'result',
      to: { organisation: county, audience: executivePresenter },
      data: { about, partyKind: 'other', ...data } as Json,
    },
  ];
}

export function cancelled(context: NegotiationContext, fact: Fact): NotificationIntent[] {
  // Before the invitation nobody outside the county has heard of the date.
  if (Object.keys(context.answers).length === 0) return [];
  const { reason } = fact.data as { reason: string };
  return toEveryParty(context, 'cancelled', () => ({
    what: 'negotiation',
    negotiation: negotiationTime(context),
    reason,
  }));
}

/** A step of the coordinator's own is due, or was. */
export function reminded(context: NegotiationContext, { deadline, template }: ReminderFellDue): NotificationIntent {
  const name = deadline as StepName;
  const { on, basis } = stepDate(context, name);
  return {
    template,
    to: { organisation: context.county, audience: 'coordinator' },
    data: { about: context.about, stepTitle: stepTitles[name], dueOn: on, basis, workflowId: context.id },
    deadline,
  };
}
