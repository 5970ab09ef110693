import { assign, setup } from 'xstate';
import type { PartiesChange } from '../collecting/asked-requests';
import {
  answersMet,
  closeRequests,
  isComplete,
  nowAsked,
  partiesToAsk,
  requestsHandedOver,
  requestsMoved,
  withChangedParties,
  withdrawRequests,
  withNote,
  whyPartiesStay,
} from '../collecting/asked-requests';
import type { DatesChange } from '../dated-steps/moved-steps';
import { whyDatesStay, withDates } from '../dated-steps/moved-steps';
import { stepReminded } from '../dated-steps/step-mails';
import { skipped, taken } from '../dated-steps/taken-steps';
import type { AnswerNote } from '../information-request/answer-note';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import type { Compilation, IndicatorContext, IndicatorInput, IndicatorStep } from './indicator-card.data';
import { indicatorSteps } from './indicator-card.data';
import {
  cardRequest,
  cardRequests,
  datesOfRequests,
  deadlinesNow,
  indicatorTitle,
  movedDeadlines,
  stepTitles,
} from './indicator-card.steps';

type Facts =
  | Fact<'CardsRequested'>
  | Fact<'AnswerNoted', AnswerNote>
  | Fact<'CardsCompiled', Compilation>
  | Fact<'StepSkipped', { step: IndicatorStep; reason: string }>
  | Fact<'DatesChanged', DatesChange<IndicatorStep>>
  | Fact<'PartiesChanged', PartiesChange>
  | Fact<'CardsCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** Cards asked of their owners → all in, or the day has come → compiled. */
export const indicatorChart = setup({
  types: { context: {} as IndicatorContext, input: {} as Started<IndicatorInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    replyStillAhead: ({ context, event }) => event.on < context.dates.statusDue.on,
    cardsInOrDue: ({ context, event }) => isComplete(context) || event.on > context.dates.statusDue.on,
    datesMayChange: ({ context, event }) =>
      event.type !== 'DatesChanged' || whyDatesStay(context, indicatorSteps, event.data, event.on) === null,
    partiesMayChange: ({ context, event }) =>
      event.type !== 'PartiesChanged' || whyPartiesStay(context, event.data) === null,
  },
}).createMachine({
  id: 'indicator-card',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    steps: {},
    asked: {},
    compilation: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'awaiting-requests',
      on: {
        ReminderFellDue: {
          actions: {
            type: 'notify',
            params: ({ context, event }) => stepReminded(context, indicatorTitle(context), stepTitles, event.data),
          },
        },
        // The date is marked as passed; the step can still be taken, late.
        DeadlinePassed: {},
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            {
              type: 'tellChild',
              params: ({ context, event: { data } }) =>
                requestsMoved(context, datesOfRequests(data.dates), data.reason),
            },
            { type: 'setDeadline', params: ({ context, event }) => movedDeadlines(context, event.data.dates) },
            assign({ dates: ({ context, event }) => withDates(context, event.data.dates) }),
          ],
        },
        CardsCancelled: {
          target: 'cancelled',
          actions: { type: 'tellChild', params: ({ context, event }) => withdrawRequests(context, event.data.reason) },
        },
      },
      states: {
        'awaiting-requests': {
          meta: state(
            'Odottaa pyyntöjä omistajille',
            'Väntar på begäran till ägarna',
            'Awaiting the requests',
            'coordinator',
            'requestsSent',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => deadlinesNow(context) },
          on: {
            CardsRequested: {
              guard: 'replyStillAhead',
              target: 'awaiting-cards',
              actions: [
                { type: 'startChild', params: ({ context }) => cardRequests(context) },
                assign({
                  asked: ({ context }) => nowAsked(cardRequests(context)),
                  steps: ({ context, event }) => taken(context, 'requestsSent', event.on),
                }),
                { type: 'endDeadline', params: met('requestsSent') },
              ],
            },
            PartiesChanged: {
              guard: 'partiesMayChange',
              actions: assign(({ context, event }) => withChangedParties(context, event.data, [])),
            },
          },
        },
        'awaiting-cards': {
          meta: state(
            'Odottaa kortteja omistajilta',
            'Väntar på kort från ägarna',
            'Awaiting the cards',
            'owners',
            'statusDue',
            'compiled',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => deadlinesNow(context) },
          on: {
            AnswerNoted: { actions: assign({ asked: ({ context, event }) => withNote(context, event) }) },
            // Who is asked, and by which request, follows from the owners as they were.
            PartiesChanged: {
              guard: 'partiesMayChange',
              actions: [
                { type: 'tellChild', params: ({ context, event }) => requestsHandedOver(context, event.data) },
                { type: 'startChild', params: ({ context, event }) => newRequests(context, event) },
                assign(({ context, event }) => withChangedParties(context, event.data, newRequests(context, event))),
              ],
            },
            CardsCompiled: {
              guard: 'cardsInOrDue',
              target: '#indicator-card.closed',
              actions: [
                assign({
                  compilation: ({ event }) => event.data,
                  steps: ({ context, event }) => taken(context, 'compiled', event.on),
                }),
                { type: 'tellChild', params: ({ context }) => closeRequests(context) },
                {
                  type: 'endDeadline',
                  params: ({ context }) => [...answersMet(context, 'statusDue'), met('compiled')],
                },
              ],
            },
            StepSkipped: {
              target: '#indicator-card.closed',
              actions: [
                assign({ steps: ({ context, event }) => skipped(context, 'compiled', event) }),
                { type: 'tellChild', params: ({ context }) => closeRequests(context) },
                { type: 'endDeadline', params: ({ context }) => answersMet(context, 'statusDue') },
              ],
            },
          },
        },
      },
    },
    closed: { type: 'final', meta: state('Koottu', 'Sammanställd', 'Compiled', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Återtagen', 'Cancelled', null) },
  },
});

/** Who joins is asked like everybody else, while the day for the cards is still ahead. */
function newRequests(context: IndicatorContext, { data, on }: Fact<'PartiesChanged', PartiesChange>) {
  if (on >= context.dates.statusDue.on) return [];
  return partiesToAsk(context, data).map((party) => cardRequest(context, party));
}
