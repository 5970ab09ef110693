import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { acknowledgements, boardCase, closeHandlings, keysOf } from './hyte-negotiation.children';
import { acknowledgingParties, withDraftDates, withResultDates } from './hyte-negotiation.dates';
import { goalsPublished } from './hyte-negotiation.earlier';
import { draftSent, resultSent } from './hyte-negotiation.mails';
import { dueNow, negotiation } from './hyte-negotiation.setup';
import { acknowledged } from './party-changes';
import { withSkipped } from './skipped-steps';

/** The states once it has been held: summarise → comment → board → send the result → acknowledge → close. */

export const draftingSummary = negotiation.createStateConfig({
  meta: state(
    'Odottaa yhteenvedon luonnosta',
    'Väntar på utkast till sammandrag',
    'Awaiting the draft summary',
    'coordinator',
    'draftSummary',
  ),
  entry: [assign({ step: 'draftSummary' }), dueNow],
  on: {
    DraftSummarySent: {
      guard: 'commentsStillAhead',
      target: 'awaiting-comments',
      actions: [
        assign({ comments: [], dates: ({ context, event }) => withDraftDates(context, event.data) }),
        { type: 'notify', params: ({ context, event }) => draftSent(context, event.data) },
        { type: 'endDeadline', params: met('draftSummary') },
      ],
    },
    StepSkipped: {
      target: 'finishing-summary',
      actions: [
        assign({ skipped: ({ context, event }) => withSkipped(context, event) }),
        { type: 'endDeadline', params: { name: 'draftSummary', as: 'cancelled' as const } },
      ],
    },
  },
});

export const awaitingComments = negotiation.createStateConfig({
  meta: state('Odottaa kommentteja', 'Väntar på kommentarer', 'Awaiting comments', 'parties', 'commentsDue', 'summary'),
  entry: [assign({ step: 'commentsDue' }), dueNow],
  on: {
    CommentRecorded: {
      actions: assign({ comments: ({ context, event }) => [...context.comments, event.data] }),
    },
    SummaryFinished: {
      guard: 'commentsInOrDue',
      target: 'awaiting-board',
      actions: [
        assign({ summary: ({ event }) => event.data }),
        { type: 'endDeadline', params: [{ name: 'commentsDue', as: 'over' as const }, met('summary')] },
      ],
    },
  },
});

/** The summary is finished without a draft that the parties comment. */
export const finishingSummary = negotiation.createStateConfig({
  meta: state('Odottaa yhteenvetoa', 'Väntar på sammandraget', 'Awaiting the summary', 'coordinator', 'summary'),
  entry: [assign({ step: 'summary' }), dueNow],
  on: {
    SummaryFinished: {
      target: 'awaiting-board',
      actions: [assign({ summary: ({ event }) => event.data }), { type: 'endDeadline', params: met('summary') }],
    },
  },
});

export const awaitingBoard = negotiation.createStateConfig({
  meta: state(
    'Odottaa hyte-lautakunnan päätöstä',
    'Väntar på hyte-nämndens beslut',
    "Awaiting the board's decision",
    'board',
    'hyteBoard',
  ),
  entry: [
    assign({ step: 'hyteBoard', boardNo: ({ context }) => context.boardNo + 1 }),
    { type: 'startChild', params: ({ context, event }) => boardCase(context, event.on) },
    assign({ children: ({ context, event }) => [...context.children, boardCase(context, event.on).key] }),
    dueNow,
  ],
  on: {
    // The date of the plan stays beside it: a board that tables the case is late.
    BoardMeetingMoved: {},
    BoardDecisionNoted: {
      target: 'awaiting-result',
      actions: [
        assign({ boardDecision: ({ event }) => event.data }),
        { type: 'endDeadline', params: ({ event }) => met('hyteBoard', event.data.meetingOn ?? undefined) },
      ],
    },
    BoardRejectionNoted: {
      target: 'drafting-summary',
      actions: [
        assign({ boardDecision: ({ event }) => event.data }),
        { type: 'endDeadline', params: ({ event }) => met('hyteBoard', event.data.meetingOn ?? undefined) },
      ],
    },
  },
});

export const awaitingResult = negotiation.createStateConfig({
  meta: state(
    'Odottaa tuloksen lähettämistä',
    'Väntar på att resultatet sänds',
    'Awaiting the sending of the result',
    'coordinator',
    'resultSent',
  ),
  entry: [assign({ step: 'resultSent' }), dueNow],
  on: {
    ResultSent: {
      guard: 'handlingStillAhead',
      target: 'awaiting-acknowledgements',
      actions: [
        assign({ dates: ({ context, event }) => withResultDates(context, event.data) }),
        { type: 'notify', params: ({ context, event }) => resultSent(context, event.data) },
        {
          type: 'startChild',
          params: ({ context, event }) => acknowledgements(context, event.data.document ?? null),
        },
        assign({
          acknowledgements: ({ context }) =>
            Object.fromEntries(acknowledgingParties(context).map(({ organisation }) => [organisation, null])),
          handlings: ({ context }) => keysOf(acknowledgingParties(context), 'acknowledgement'),
          children: ({ context }) => [...context.children, ...acknowledgements(context, null).map(({ key }) => key)],
        }),
        { type: 'endDeadline', params: met('resultSent') },
      ],
    },
  },
});

export const awaitingAcknowledgements = negotiation.createStateConfig({
  meta: state(
    'Odottaa kuntien toimielimiä',
    'Väntar på kommunernas organ',
    'Awaiting the municipal boards',
    'municipalities',
    'closed',
  ),
  entry: [assign({ step: 'closed' }), dueNow],
  on: {
    // Another body of the municipality handles the case after this one: it is still waited for.
    AcknowledgementForwarded: {},
    AcknowledgementNoted: {
      actions: assign({ acknowledgements: ({ context, event }) => acknowledged(context, event) }),
    },
    NegotiationClosed: {
      guard: 'acknowledgedOrDue',
      target: '#hyte-negotiation.closed',
      actions: [
        assign({
          goals: ({ event }) => event.data.goals,
          outcomes: ({ event }) => event.data.outcomes ?? [],
          whyNone: ({ event }) => event.data.whyNone ?? null,
        }),
        { type: 'publish', params: ({ context, event }) => goalsPublished(context, event) },
        { type: 'tellChild', params: ({ context }) => closeHandlings(context) },
        { type: 'endDeadline', params: met('closed') },
      ],
    },
  },
});
