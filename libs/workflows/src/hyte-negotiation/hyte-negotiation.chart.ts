import { assign } from 'xstate';
import { state } from '../state-meta';
import { withDates } from './date-order';
import * as after from './hyte-negotiation.after';
import * as before from './hyte-negotiation.before';
import { withdrawChildren } from './hyte-negotiation.children';
import { withCarriedGoals } from './hyte-negotiation.earlier';
import { cancelled, reminded, rescheduled } from './hyte-negotiation.mails';
import { childrenHandedOver, newRequests, partiesTold } from './hyte-negotiation.parties';
import { childrenRescheduled, movedDeadlines } from './hyte-negotiation.reschedule';
import { negotiation, noteAnswer } from './hyte-negotiation.setup';
import { withChangedParties } from './party-changes';

/** Plan → fix the date → invite and ask → compile → negotiate → summarise → board → send the result → acknowledge → close. */
export const negotiationChart = negotiation.createMachine({
  id: 'hyte-negotiation',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    step: 'planning',
    skipped: [],
    children: [],
    answers: {},
    requests: {},
    comments: [],
    participants: [],
    participantsTotal: null,
    record: null,
    boardNo: 0,
    boardDecision: null,
    acknowledgements: {},
    handlings: {},
    carriedGoals: [],
    report: null,
    goals: [],
    outcomes: [],
    whyNone: null,
    invitedOn: null,
    heldOn: null,
    summary: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'planning',
      on: {
        ReminderFellDue: { actions: { type: 'notify', params: ({ context, event }) => reminded(context, event.data) } },
        // The date is marked as passed; the step can still be taken, late.
        DeadlinePassed: {},
        AnswerNoted: noteAnswer,
        // Who is told, and what moves, follows from the dates as they were.
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            { type: 'notify', params: ({ context, event }) => rescheduled(context, event.data) },
            { type: 'tellChild', params: ({ context, event }) => childrenRescheduled(context, event.data) },
            { type: 'setDeadline', params: ({ context, event }) => movedDeadlines(context, event.data.dates) },
            assign({ dates: ({ context, event }) => withDates(context, event.data.dates) }),
          ],
        },
        // Who is told, asked and taken over follows from the parties as they were.
        PartiesChanged: {
          guard: 'partiesMayChange',
          actions: [
            { type: 'notify', params: ({ context, event }) => partiesTold(context, event) },
            { type: 'tellChild', params: ({ context, event }) => childrenHandedOver(context, event) },
            { type: 'startChild', params: ({ context, event }) => newRequests(context, event) },
            assign(({ context, event }) => withChangedParties(context, event.data, event.on)),
          ],
        },
        GoalsCarriedOver: {
          actions: assign({ carriedGoals: ({ context, event }) => withCarriedGoals(context, event) }),
        },
        ReportNoted: { actions: assign({ report: ({ event }) => event.data }) },
      },
      states: {
        planning: before.planning,
        'fixing-date': before.fixingDate,
        'awaiting-invitation': before.awaitingInvitation,
        'awaiting-answers': before.awaitingAnswers,
        'awaiting-negotiation': before.awaitingNegotiation,
        'drafting-summary': after.draftingSummary,
        'awaiting-comments': after.awaitingComments,
        'finishing-summary': after.finishingSummary,
        'awaiting-board': after.awaitingBoard,
        'awaiting-result': after.awaitingResult,
        'awaiting-acknowledgements': after.awaitingAcknowledgements,
      },
    },
    closed: {
      type: 'final',
      meta: state('Päättynyt', 'Avslutad', 'Closed', null),
      entry: assign({ step: null }),
    },
    cancelled: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Inställd', 'Cancelled', null),
      entry: [
        { type: 'notify', params: ({ context, event }) => cancelled(context, event) },
        { type: 'tellChild', params: ({ context, event }) => withdrawChildren(context, event) },
        assign({ step: null }),
      ],
    },
  },
});
