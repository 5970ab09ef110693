import { handlingSteps, stepOfBody, movedByBodies, withDecision } from '../board-handling/county-order';
import { assign } from 'xstate';
import type { DecisionNote } from '../board-handling/decision-note';
import { withDates } from '../dated-steps/moved-steps';
import { taken } from '../dated-steps/taken-steps';
import type { Fact } from '../kernel/definition';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import type { ReportContext, ReportStep } from './wellbeing-report.data';
import { publishedTo } from './wellbeing-report.mails';
import { dueNow, report } from './wellbeing-report.setup';
import { movedDeadlines, publishedReport, reportHandling } from './wellbeing-report.steps';

/** The states once the report is ready: board, executive and council in order, publication, delivery to the municipalities. */

/** A body has decided: its date is met on the day of its meeting. */
export const decided = [
  report.assign(({ context, event }) => withDecision(context, event as Fact<string, DecisionNote>)),
  {
    type: 'endDeadline' as const,
    params: ({ context, event }: { context: ReportContext; event: Fact<string, DecisionNote> }) =>
      met(stepOfBody(context, event.data.body) ?? '', event.data.meetingOn ?? undefined),
  },
];

/** Once the council has decided, nothing is waited for from the bodies before it. */
const othersOver = [
  {
    type: 'endDeadline' as const,
    params: (['hyteBoard', 'countyExecutive'] as const).map((name) => ({ name, as: 'over' as const })),
  },
];

export const awaitingHandling = report.createStateConfig({
  meta: state('Toimielinten käsittelyssä', 'Behandlas i organen', 'With the bodies', 'bodies', ...handlingSteps),
  entry: [
    assign({ handlingNo: ({ context }) => context.handlingNo + 1 }),
    { type: 'startChild', params: ({ context }) => reportHandling(context) },
    dueNow,
  ],
  on: {
    CouncilDecisionNoted: { target: 'awaiting-publication', actions: [...decided, ...othersOver] },
    // What is rejected, referred elsewhere or not handled goes back to be written anew.
    ReportRejectionNoted: {
      target: 'awaiting-report',
      actions: [
        assign(({ context, event }) => ({ ...context, ...withRejection(context, event) })),
        {
          type: 'endDeadline',
          params: handlingSteps.map((name) => ({ name, as: 'cancelled' as const })),
        },
      ],
    },
    BodyMeetingsMoved: {
      actions: [
        {
          type: 'setDeadline',
          params: ({ context, event }) => movedDeadlines(context, movedByBodies(context, event.data)),
        },
        assign({ dates: ({ context, event }) => withDates<ReportStep>(context, movedByBodies(context, event.data)) }),
      ],
    },
  },
});

export const awaitingPublication = report.createStateConfig({
  meta: state('Odottaa julkaisua', 'Väntar på publicering', 'Awaiting the publication', 'coordinator', 'published'),
  entry: dueNow,
  on: {
    ReportPublished: {
      guard: 'hasHappened',
      target: 'awaiting-delivery',
      actions: [
        assign({
          publication: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'published', event.data.publishedOn),
        }),
        { type: 'notify', params: ({ context, event }) => publishedTo(context, event.data) },
        { type: 'publish', params: ({ context, event }) => publishedReport(context, event.data) },
        { type: 'endDeadline', params: ({ event }) => met('published', event.data.publishedOn) },
      ],
    },
  },
});

export const awaitingDelivery = report.createStateConfig({
  meta: state(
    'Odottaa, että kunnat ovat saaneet raportin',
    'Väntar på att kommunerna har fått rapporten',
    'Awaiting delivery to the municipalities',
    'coordinator',
    'delivered',
  ),
  entry: dueNow,
  on: {
    ReportDelivered: {
      guard: 'deliveredOrExplained',
      target: '#wellbeing-report.closed',
      actions: [
        assign({
          delivery: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'delivered', event.on),
        }),
        { type: 'endDeadline', params: met('delivered') },
      ],
    },
  },
});

/** The report is written anew, and goes to every body again. */
function withRejection({ steps, decisions }: ReportContext, { data }: Fact<string, DecisionNote>) {
  const { reportReady: _ready, hyteBoard: _board, countyExecutive: _executive, ...kept } = steps;
  return { steps: kept, decisions: [...decisions, data] };
}
