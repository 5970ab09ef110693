import { helsinkiInstant } from '@app/domain';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { Json } from '../kernel/command';
import type { Fact } from '../kernel/definition';
import type { NotificationIntent } from '../kernel/intents';
import { decisionWords } from '../board-handling/board-handling.data';
import { withDates } from './date-order';
import type { DatesChange } from './hyte-negotiation.changes';
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
  return context.parties.map((party) => toParty(context, party, template, data(party)));
}

function toParty({ about }: NegotiationContext, party: Party, template: string, data: object): NotificationIntent {
  return {
    template,
    to: { organisation: party.organisation, audience: 'respondent' },
    data: { about, partyKind: party.kind, ...data },
  };
}

/** The negotiation as it is planned; once it has been held, the day on which it was. */
function negotiationTime({ dates, heldOn }: NegotiationContext) {
  const { on, at, until, place } = dates.negotiation;
  if (heldOn && heldOn !== on) return { on: heldOn, ...(place && { place }) };
  return { on, ...(at && { at }), ...(until && { until }), ...(place && { place }) };
}

export function invited(context: NegotiationContext): NotificationIntent[] {
  return context.parties.map((party) => invitationTo(context, party, true));
}

/** The invitation of one party; it says so where the party is also asked to answer the advance assignment. */
export function invitationTo(context: NegotiationContext, party: Party, isAsked: boolean): NotificationIntent {
  const { dates } = context;
  return toParty(context, party, 'invitation', {
    negotiation: { ...negotiationTime(context), basis: dates.negotiation.basis },
    ...(isAsked && { assignmentDueOn: dates.assignmentDue.on }),
  });
}

/** Whether the parties have been invited: before that, nobody outside the county has heard of any date. */
export function isInvited({ answers }: NegotiationContext): boolean {
  return Object.keys(answers).length > 0;
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
  if (!isInvited(context)) return [];
  const { reason } = fact.data as { reason: string };
  return context.parties.map((party) => takenBack(context, party, 'negotiation', reason));
}

/** A party that is not invited any more, as when a municipality has moved to another county. */
export function leftOut(context: NegotiationContext, party: Party, reason: string): NotificationIntent {
  return takenBack(context, party, 'invitation', reason);
}

/** A party whose open request is withdrawn: its successor has been asked itself. */
export function requestWithdrawn(context: NegotiationContext, party: Party, reason: string): NotificationIntent {
  return takenBack(context, party, 'request', reason);
}

function takenBack(
  context: NegotiationContext,
  party: Party,
  what: 'negotiation' | 'invitation' | 'request',
  reason: string,
): NotificationIntent {
  return toParty(context, party, 'cancelled', { what, negotiation: negotiationTime(context), reason });
}

/**
 * Who was told the old date of the negotiation or of the comments is told the new one, in one mail each. Whose reply date moves
 * hears of it all from its own request, with the link to answer by.
 */
export function rescheduled(context: NegotiationContext, { dates, reason }: DatesChange): NotificationIntent[] {
  if (!isInvited(context)) return [];
  const after = { ...context, dates: withDates(context, dates) };
  const [was, now] = [negotiationTime(context), negotiationTime(after)];
  const negotiation = JSON.stringify(was) === JSON.stringify(now) ? {} : { negotiationWas: was, negotiation: now };
  const comments =
    context.step === 'commentsDue' && after.dates.commentsDue.on !== context.dates.commentsDue.on
      ? { commentsWereDueOn: context.dates.commentsDue.on, commentsDueOn: after.dates.commentsDue.on }
      : {};
  return context.parties.flatMap((party) => {
    if (isToldByRequest(context, after, party)) return [];
    if (!('negotiation' in negotiation || 'commentsDueOn' in comments)) return [];
    const reply = replyDates(context, party);
    const { basis } = after.dates['negotiation' in negotiation ? 'negotiation' : 'commentsDue'];
    return [toParty(context, party, 'rescheduled', { ...negotiation, ...reply, ...comments, reason, basis })];
  });
}

function isToldByRequest(before: NegotiationContext, after: NegotiationContext, party: Party): boolean {
  return isAwaited(before, party) && before.dates.assignmentDue.on !== after.dates.assignmentDue.on;
}

/** Whether a party's answer to the advance assignment is still waited for. */
function isAwaited({ answers, step }: NegotiationContext, { organisation }: Party): boolean {
  return answers[organisation] === 'asked' && step === 'answersCompiled';
}

/** What a party hears of a reply date that does not move: the date, or that what it answered stands. */
function replyDates(context: NegotiationContext, party: Party) {
  const answer = context.answers[party.organisation];
  if (answer === 'answered' || answer === 'late') return context.heldOn === null ? { answered: true } : {};
  if (!isAwaited(context, party)) return {};
  const dueAt = helsinkiInstant(context.dates.assignmentDue.on, context.closes);
  return { subjectMatter: 'advance-assignment', dueAt };
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
