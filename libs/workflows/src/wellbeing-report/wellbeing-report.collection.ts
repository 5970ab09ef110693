import { assign } from 'xstate';
import {
  answersMet,
  closeRequests,
  nowAsked,
  partiesToAsk,
  requestsHandedOver,
  withChangedParties,
} from '../collecting/asked-requests';
import type { PartiesChange } from '../collecting/asked-requests';
import { skipped, taken } from '../dated-steps/taken-steps';
import type { Fact } from '../kernel/definition';
import type { ChildIntent } from '../kernel/intents';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import type { ReportContext, ReportStep } from './wellbeing-report.data';
import { dueNow, report } from './wellbeing-report.setup';
import { cardRequest, cardRequests } from './wellbeing-report.steps';

/** The states until the report is ready: ask for the cards, gather the indicators beside them, compile, write. */

type Skipping = { context: ReportContext; event: Fact<'StepSkipped', { step: ReportStep; reason: string }> };

/** A step is left out, with the reason. */
export function skip(step: ReportStep, target?: string) {
  return {
    ...(target !== undefined && { target }),
    actions: [
      report.assign({ steps: ({ context, event }) => skipped(context, step, event as Skipping['event']) }),
      { type: 'endDeadline' as const, params: { name: step, as: 'cancelled' as const } },
    ],
  };
}

/** Before anybody has been asked, only who will be changes. */
export const partiesBeforeRequests = {
  guard: 'partiesMayChange' as const,
  actions: report.assign(({ context, event }) => withChangedParties(context, (event as PartiesFact).data, [])),
};

/** The figures can be gathered while the cards are waited for, and until the report is ready. */
const gathering = {
  IndicatorsGathered: {
    guard: 'hasHappened' as const,
    actions: [
      report.assign({
        indicators: ({ event }) => (event as GatheredFact).data,
        steps: ({ context, event }) => taken(context, 'indicatorsReady', (event as GatheredFact).data.readyOn),
      }),
      {
        type: 'endDeadline' as const,
        params: ({ event }: { event: GatheredFact }) => met('indicatorsReady', event.data.readyOn),
      },
    ],
  },
  StepSkipped: { guard: 'indicatorsAwaited' as const, ...skip('indicatorsReady') },
};

export const awaitingRequests = report.createStateConfig({
  meta: state(
    'Odottaa korttipyyntöjä',
    'Väntar på begäran om kort',
    'Awaiting the requests',
    'coordinator',
    'requestsSent',
  ),
  entry: dueNow,
  on: {
    CardsRequested: {
      guard: 'replyStillAhead',
      target: 'collecting',
      actions: [
        { type: 'startChild', params: ({ context }) => cardRequests(context) },
        assign({
          asked: ({ context }) => nowAsked(cardRequests(context)),
          steps: ({ context, event }) => taken(context, 'requestsSent', event.on),
        }),
        { type: 'endDeadline', params: met('requestsSent') },
      ],
    },
    PartiesChanged: partiesBeforeRequests,
  },
});

export const collecting = report.createStateConfig({
  meta: state(
    'Kerää kortteja ja indikaattoreita',
    'Samlar in kort och indikatorer',
    'Collecting cards and indicators',
    'respondents',
    'cardsDue',
    'indicatorsReady',
    'cardsCompiled',
  ),
  entry: dueNow,
  on: {
    ...gathering,
    // Who is asked, and by which request, follows from the parties as they were.
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
      target: 'awaiting-report',
      actions: [
        assign({
          steps: ({ context, event }) => ({
            ...taken(context, 'cardsDue', event.on),
            ...taken(context, 'cardsCompiled', event.on),
          }),
        }),
        { type: 'tellChild', params: ({ context }) => closeRequests(context) },
        { type: 'endDeadline', params: ({ context }) => [...answersMet(context, 'cardsDue'), met('cardsCompiled')] },
      ],
    },
  },
});

export const awaitingReport = report.createStateConfig({
  meta: state(
    'Odottaa raporttia',
    'Väntar på rapporten',
    'Awaiting the report',
    'coordinator',
    'indicatorsReady',
    'reportReady',
  ),
  entry: dueNow,
  on: {
    ...gathering,
    ReportFinished: {
      guard: 'indicatorsGathered',
      target: 'awaiting-handling',
      actions: [
        assign({
          report: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'reportReady', event.on),
        }),
        { type: 'endDeadline', params: met('reportReady') },
      ],
    },
  },
});

type PartiesFact = Fact<'PartiesChanged', PartiesChange>;
type GatheredFact = Fact<'IndicatorsGathered', NonNullable<ReportContext['indicators']>>;

/** Who joins is asked like everybody else, while the day for the cards is still ahead. */
function newRequests(context: ReportContext, { data, on }: PartiesFact): ChildIntent[] {
  if (on >= context.dates.cardsDue.on) return [];
  return partiesToAsk(context, data).map((party) => cardRequest(context, party));
}
