import { assign } from 'xstate';
import {
  answersMet,
  closeRequests,
  nowAsked,
  requestsHandedOver,
  withChangedParties,
  withdrawRequests,
  withNote,
} from '../collecting/asked-requests';
import { withDates } from '../dated-steps/moved-steps';
import { stepReminded } from '../dated-steps/step-mails';
import { taken } from '../dated-steps/taken-steps';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import type { AccountContext } from './term-account.data';
import { awaitingPreparation, awaitingPublication, inHandling } from './term-account.own';
import { account } from './term-account.setup';
import {
  accountRequests,
  accountTitle,
  deliveryMet,
  deliveryOfJoined,
  handlingMoved,
  handlingWithdrawn,
  movedDeadlines,
  municipalDeadlines,
  newRequests,
  openRequestsMoved,
  stepTitles,
} from './term-account.steps';

/**
 * The states are those of the county's own account: prepared → with its bodies → published. Beside them, in any of them, the
 * municipalities are asked for theirs and deliver them. At last only their deliveries are waited for.
 */
export const accountChart = account.createMachine({
  id: 'term-account',
  context: ({ input }) => ({
    ...input.data,
    dates: input.data.dates as AccountContext['dates'],
    id: input.id,
    county: input.county,
    steps: {},
    asked: {},
    own: null,
    handlingNo: 0,
    decisions: [],
    publication: null,
    whyWithout: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'everybody', 'requestsSent', 'deliveredToCounty'),
      entry: { type: 'setDeadline', params: ({ context }) => municipalDeadlines(context) },
      initial: 'awaiting-preparation',
      on: {
        AccountsRequested: {
          guard: 'mayBeRequested',
          actions: [
            { type: 'startChild', params: ({ context }) => accountRequests(context) },
            assign({
              asked: ({ context }) => nowAsked(accountRequests(context)),
              steps: ({ context, event }) => taken(context, 'requestsSent', event.on),
            }),
            { type: 'endDeadline', params: met('requestsSent') },
          ],
        },
        // An answer that was returned and is given anew takes the place of the earlier one.
        AnswerNoted: {
          actions: [
            assign({ asked: ({ context, event }) => withNote(context, event) }),
            { type: 'endDeadline', params: ({ context }) => deliveryMet(context) },
          ],
        },
        // Who is asked, and by which request, follows from the municipalities as they were.
        PartiesChanged: {
          guard: 'partiesMayChange',
          actions: [
            { type: 'tellChild', params: ({ context, event }) => requestsHandedOver(context, event.data) },
            { type: 'startChild', params: ({ context, event }) => newRequests(context, event) },
            { type: 'setDeadline', params: ({ context, event }) => deliveryOfJoined(context, event) },
            assign(({ context, event }) => withChangedParties(context, event.data, newRequests(context, event))),
            { type: 'endDeadline', params: ({ context }) => deliveryMet(context) },
          ],
        },
        // What moves with them follows from the dates as they were.
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            {
              type: 'tellChild',
              params: ({ context, event }) => [
                ...openRequestsMoved(context, event.data),
                ...handlingMoved(context, event.data),
              ],
            },
            { type: 'setDeadline', params: ({ context, event }) => movedDeadlines(context, event.data.dates) },
            assign({ dates: ({ context, event }) => withDates(context, event.data.dates) }),
          ],
        },
        ReminderFellDue: {
          actions: {
            type: 'notify',
            params: ({ context, event }) => stepReminded(context, accountTitle(context), stepTitles, event.data),
          },
        },
        // The date is marked as passed; the step can still be taken, late.
        DeadlinePassed: {},
        AccountsCancelled: {
          guard: 'nothingDelivered',
          target: 'cancelled',
          actions: {
            type: 'tellChild',
            params: ({ context, event: { data } }) => [
              ...withdrawRequests(context, data.reason),
              ...handlingWithdrawn(context, data.reason),
            ],
          },
        },
      },
      states: {
        'awaiting-preparation': awaitingPreparation,
        'in-handling': inHandling,
        'awaiting-publication': awaitingPublication,
        'awaiting-deliveries': {
          meta: state(
            'Odottaa kuntien kertomuksia',
            'Väntar på kommunernas berättelser',
            "Awaiting the municipalities' accounts",
            'municipalities',
          ),
          on: {
            AccountsClosed: {
              guard: 'deliveredOrExplained',
              target: '#term-account.closed',
              actions: [
                assign({
                  whyWithout: ({ event }) => event.data.whyWithout ?? null,
                  steps: ({ context, event }) => taken(context, 'deliveredToCounty', event.on),
                }),
                { type: 'tellChild', params: ({ context }) => closeRequests(context) },
                { type: 'endDeadline', params: ({ context }) => answersMet(context, 'deliveredToCounty') },
              ],
            },
          },
        },
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutad', 'Closed', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Återtagen', 'Cancelled', null) },
  },
});
