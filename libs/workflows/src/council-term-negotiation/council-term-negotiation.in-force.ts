import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { stepDeadline } from './council-term-negotiation.dates';
import { moveDates, sendAgreement, term } from './council-term-negotiation.setup';
import { roundBegun, roundEnded, withGiven, withSkipped, yearlyDeadlines } from './council-term-negotiation.yearly';

/** The agreement is in force: its yearly inputs go on beside the mid-term and the final evaluation, and hold up neither. */

const awaitingMidEvaluation = term.createStateConfig({
  meta: state(
    'Odottaa väliarviointia',
    'Väntar på halvtidsutvärdering',
    'Awaiting the mid-term evaluation',
    'coordinator',
    'midEvaluation',
  ),
  entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'midEvaluation') },
  on: {
    DatesChanged: moveDates,
    MidEvaluationRecorded: {
      guard: 'hasHappened',
      target: 'awaiting-final-evaluation',
      actions: [
        assign({ midEvaluation: ({ event }) => event.data }),
        { type: 'endDeadline', params: ({ event }) => met('midEvaluation', event.data.evaluatedOn) },
      ],
    },
    MidEvaluationSkipped: {
      target: 'awaiting-final-evaluation',
      actions: [
        assign({ midEvaluation: ({ event }) => ({ skipped: event.data.reason }) }),
        { type: 'endDeadline', params: { name: 'midEvaluation', as: 'cancelled' } },
      ],
    },
  },
});

const awaitingFinalEvaluation = term.createStateConfig({
  meta: state('Odottaa loppuarviointia', 'Väntar på slututvärdering', 'Awaiting the final evaluation', 'coordinator'),
});

export const inForce = term.createStateConfig({
  meta: state('Sopimus voimassa', 'Avtalet gäller', 'Agreement in force', 'coordinator', 'accounts', 'budgets'),
  initial: 'awaiting-mid-evaluation',
  entry: { type: 'setDeadline', params: ({ context }) => yearlyDeadlines(context) },
  on: {
    AgreementSent: sendAgreement,
    // Which deadline ends, and which begins, follows from the inputs as they were.
    YearlyInputRecorded: {
      guard: 'inputAwaited',
      actions: [
        { type: 'endDeadline', params: ({ context, event }) => roundEnded(context, event.data, 'met') },
        {
          type: 'setDeadline',
          params: ({ context, event }) => roundBegun(context, event.data, withGiven(context, event)),
        },
        assign({ yearlyInputs: ({ context, event }) => withGiven(context, event) }),
      ],
    },
    YearlyInputSkipped: {
      actions: [
        { type: 'endDeadline', params: ({ context, event }) => roundEnded(context, event.data, 'cancelled') },
        {
          type: 'setDeadline',
          params: ({ context, event }) => roundBegun(context, event.data, withSkipped(context, event)),
        },
        assign({ yearlyInputs: ({ context, event }) => withSkipped(context, event) }),
      ],
    },
  },
  states: {
    'awaiting-mid-evaluation': awaitingMidEvaluation,
    'awaiting-final-evaluation': awaitingFinalEvaluation,
  },
});
