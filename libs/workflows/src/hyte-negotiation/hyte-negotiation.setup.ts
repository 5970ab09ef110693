import { setup } from 'xstate';
import type { Started } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import { outOfOrder } from './date-order';
import type * as data from './hyte-negotiation.data';
import {
  acknowledgedOrDue,
  answersInOrDue,
  assignmentStillAhead,
  commentsInOrDue,
  deadlinesNow,
  withDraftDates,
  withResultDates,
} from './hyte-negotiation.dates';
import type { NegotiationFact } from './hyte-negotiation.facts';
import { whyNotHeldThen } from './hyte-negotiation.held';
import { whyPartiesStay } from './hyte-negotiation.parties';
import { whyDatesStay } from './hyte-negotiation.reschedule';
import { answerNoted } from './party-changes';

/** The types, guards and shared actions of the negotiation's chart. */
export const negotiation = setup({
  types: {
    context: {} as data.NegotiationContext,
    input: {} as Started<data.NegotiationInput>,
    events: {} as NegotiationFact,
  },
  actions: intentActions,
  guards: {
    assignmentStillAhead: ({ context, event }) => assignmentStillAhead(context, event.on),
    datesInOrder: ({ context, event }) =>
      event.type !== 'DateFixed' || outOfOrder(context, event.data, event.on) === null,
    datesMayChange: ({ context, event }) => event.type !== 'DatesChanged' || whyDatesStay(context, event) === null,
    partiesMayChange: ({ context, event }) =>
      event.type !== 'PartiesChanged' || whyPartiesStay(context, event) === null,
    answersInOrDue: ({ context, event }) => answersInOrDue(context, event.on),
    notInTheFuture: ({ event }) => event.type !== 'PlanningHeld' || event.data.heldOn <= event.on,
    canBeHeldThen: ({ context, event }) => event.type !== 'NegotiationHeld' || whyNotHeldThen(context, event) === null,
    commentsStillAhead: ({ context, event }) =>
      event.type !== 'DraftSummarySent' || event.on < withDraftDates(context, event.data).commentsDue.on,
    handlingStillAhead: ({ context, event }) =>
      event.type !== 'ResultSent' || event.on < withResultDates(context, event.data).acknowledgements.on,
    commentsInOrDue: ({ context, event }) => commentsInOrDue(context, event.on),
    acknowledgedOrDue: ({ context, event }) => acknowledgedOrDue(context, event.on),
  },
});

/** The entry of a state, once its step is known: what is waited for runs by its date. */
export const dueNow = {
  type: 'setDeadline' as const,
  params: ({ context }: { context: data.NegotiationContext }) => deadlinesNow(context),
};

/**
 * An answer may still be noted later: children tell of their ends when the answers are compiled, and what they tell may arrive
 * after the negotiation has been recorded.
 */
export const noteAnswer = {
  actions: negotiation.assign(({ context, event }) =>
    event.type === 'AnswerNoted' ? { answers: answerNoted(context, event) } : {},
  ),
};
