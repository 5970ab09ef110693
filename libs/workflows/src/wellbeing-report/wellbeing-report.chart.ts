import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { requestsMoved, withdrawRequests, withNote } from '../collecting/asked-requests';
import { withCarried } from '../goals';
import { withDates } from '../dated-steps/moved-steps';
import { stepReminded } from '../dated-steps/step-mails';
import { taken } from '../dated-steps/taken-steps';
import { state } from '../state-meta';
import * as collection from './wellbeing-report.collection';
import * as handling from './wellbeing-report.handling';
import { decided } from './wellbeing-report.handling';
import { dueNow, report } from './wellbeing-report.setup';
import {
  datesOfRequests,
  handlingMoved,
  handlingWithdrawn,
  movedDeadlines,
  reportTitle,
  stepTitles,
} from './wellbeing-report.steps';

/**
 * Design the collection → ask for the cards and gather the indicators → compile → write the report → board, executive and council →
 * publish and send → every municipality has it.
 */
export const reportChart = report.createMachine({
  id: 'wellbeing-report',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    steps: {},
    asked: {},
    indicators: null,
    report: null,
    handlingNo: 0,
    decisions: [],
    publication: null,
    delivery: null,
    carriedGoals: [],
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'awaiting-design',
      on: {
        ReminderFellDue: {
          actions: {
            type: 'notify',
            params: ({ context, event }) => stepReminded(context, reportTitle(context), stepTitles, event.data),
          },
        },
        // A card that was given before its request heard of the compiling is still kept.
        AnswerNoted: { actions: assign({ asked: ({ context, event }) => withNote(context, event) }) },
        // A body's § may reach us after that of a later one.
        BodyDecisionNoted: { actions: decided },
        GoalsCarriedOver: {
          actions: assign({ carriedGoals: ({ context, event }) => withCarried(context.carriedGoals, event.data) }),
        },
        // The date is marked as passed; the step can still be taken, late.
        DeadlinePassed: {},
        // What moves with them follows from the dates as they were.
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            {
              type: 'tellChild',
              params: ({ context, event: { data } }) => [
                ...requestsMoved(context, datesOfRequests(context, data.dates), data.reason),
                ...handlingMoved(context, data.dates, data.reason),
              ],
            },
            { type: 'setDeadline', params: ({ context, event }) => movedDeadlines(context, event.data.dates) },
            assign({ dates: ({ context, event }) => withDates(context, event.data.dates) }),
          ],
        },
        ReportCancelled: {
          guard: 'notYetHandled',
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
        'awaiting-design': {
          meta: state(
            'Odottaa suunnittelua',
            'Väntar på planering',
            'Awaiting the design',
            'coordinator',
            'designStarts',
          ),
          entry: dueNow,
          on: {
            CollectionDesigned: {
              guard: 'hasHappened',
              target: 'awaiting-requests',
              actions: [
                assign({ steps: ({ context, event }) => taken(context, 'designStarts', event.data.startedOn) }),
                { type: 'endDeadline', params: ({ event }) => met('designStarts', event.data.startedOn) },
              ],
            },
            StepSkipped: collection.skip('designStarts', 'awaiting-requests'),
            PartiesChanged: collection.partiesBeforeRequests,
          },
        },
        'awaiting-requests': collection.awaitingRequests,
        collecting: collection.collecting,
        'awaiting-report': collection.awaitingReport,
        'awaiting-handling': handling.awaitingHandling,
        'awaiting-publication': handling.awaitingPublication,
        'awaiting-delivery': handling.awaitingDelivery,
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutad', 'Closed', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Återtagen', 'Cancelled', null) },
  },
});
