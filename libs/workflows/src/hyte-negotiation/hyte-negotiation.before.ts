import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { withDates } from './date-order';
import { answerRequests, closeRequests, keysOf } from './hyte-negotiation.children';
import { compiledSent, invited } from './hyte-negotiation.mails';
import { dueNow, negotiation } from './hyte-negotiation.setup';
import { recorded } from './negotiation-record';
import { withSkipped } from './skipped-steps';

/** The states until the negotiation is held, in which it can be cancelled: plan → fix the date → invite and ask → compile → negotiate. */

export const planning = negotiation.createStateConfig({
  meta: state(
    'Odottaa suunnittelua kuntien kanssa',
    'Väntar på planering med kommunerna',
    'Awaiting the planning',
    'coordinator',
    'planning',
  ),
  entry: [assign({ step: 'planning' }), dueNow],
  on: {
    PlanningHeld: {
      guard: 'notInTheFuture',
      target: 'fixing-date',
      actions: { type: 'endDeadline', params: ({ event }) => met('planning', event.data.heldOn) },
    },
    StepSkipped: {
      target: 'fixing-date',
      actions: [
        assign({ skipped: ({ context, event }) => withSkipped(context, event) }),
        { type: 'endDeadline', params: { name: 'planning', as: 'cancelled' as const } },
      ],
    },
    NegotiationCancelled: '#hyte-negotiation.cancelled',
  },
});

export const fixingDate = negotiation.createStateConfig({
  meta: state('Odottaa ajankohtaa', 'Väntar på datum', 'Awaiting the date', 'coordinator', 'dateFixed'),
  entry: [assign({ step: 'dateFixed' }), dueNow],
  on: {
    DateFixed: {
      guard: 'datesInOrder',
      target: 'awaiting-invitation',
      actions: [
        assign({ dates: ({ context, event }) => withDates(context, event.data) }),
        { type: 'endDeadline', params: met('dateFixed') },
      ],
    },
    NegotiationCancelled: '#hyte-negotiation.cancelled',
  },
});

export const awaitingInvitation = negotiation.createStateConfig({
  meta: state('Odottaa kutsua', 'Väntar på inbjudan', 'Awaiting the invitation', 'coordinator', 'invitation'),
  entry: [assign({ step: 'invitation' }), dueNow],
  on: {
    DateFixed: {
      guard: 'datesInOrder',
      target: 'awaiting-invitation',
      reenter: true,
      actions: assign({ dates: ({ context, event }) => withDates(context, event.data) }),
    },
    PartiesInvited: {
      guard: 'assignmentStillAhead',
      target: 'awaiting-answers',
      actions: [
        { type: 'notify', params: ({ context }) => invited(context) },
        { type: 'startChild', params: ({ context }) => answerRequests(context) },
        assign({
          invitedOn: ({ event }) => event.on,
          answers: ({ context }) =>
            Object.fromEntries(context.parties.map(({ organisation }) => [organisation, 'asked' as const])),
          requests: ({ context }) => keysOf(context.parties, 'answer'),
          children: ({ context }) => [...context.children, ...answerRequests(context).map(({ key }) => key)],
        }),
        { type: 'endDeadline', params: met('invitation') },
      ],
    },
    NegotiationCancelled: '#hyte-negotiation.cancelled',
  },
});

export const awaitingAnswers = negotiation.createStateConfig({
  meta: state(
    'Odottaa vastauksia ennakkotehtävään',
    'Väntar på svar på förhandsuppgiften',
    'Awaiting the answers',
    'respondents',
    'answersCompiled',
  ),
  entry: [assign({ step: 'answersCompiled' }), dueNow],
  on: {
    AnswersCompiled: {
      guard: 'answersInOrDue',
      target: 'awaiting-negotiation',
      actions: [
        { type: 'notify', params: ({ context, event }) => compiledSent(context, event.data) },
        { type: 'tellChild', params: ({ context }) => closeRequests(context) },
        { type: 'endDeadline', params: met('answersCompiled') },
      ],
    },
    // No summary of the answers is sent; they are no longer taken either.
    StepSkipped: {
      guard: 'answersInOrDue',
      target: 'awaiting-negotiation',
      actions: [
        assign({ skipped: ({ context, event }) => withSkipped(context, event) }),
        { type: 'tellChild', params: ({ context }) => closeRequests(context) },
        { type: 'endDeadline', params: { name: 'answersCompiled', as: 'cancelled' as const } },
      ],
    },
    NegotiationCancelled: '#hyte-negotiation.cancelled',
  },
});

export const awaitingNegotiation = negotiation.createStateConfig({
  meta: state('Odottaa neuvottelua', 'Väntar på förhandlingen', 'Awaiting the negotiation', 'parties', 'negotiation'),
  entry: [assign({ step: 'negotiation' }), dueNow],
  on: {
    NegotiationHeld: {
      guard: 'canBeHeldThen',
      target: 'drafting-summary',
      actions: [
        assign(({ event }) => recorded(event.data)),
        { type: 'endDeadline', params: ({ event }) => met('negotiation', event.data.heldOn) },
      ],
    },
    NegotiationCancelled: '#hyte-negotiation.cancelled',
  },
});
