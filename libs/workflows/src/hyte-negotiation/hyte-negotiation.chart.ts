import { assign, setup } from 'xstate';
import type { z } from 'zod';
import type { Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import {
  acknowledgements,
  answerRequests,
  boardCase,
  closeHandlings,
  closeRequests,
  withdrawChildren,
} from './hyte-negotiation.children';
import type * as data from './hyte-negotiation.data';
import {
  acknowledgedOrDue,
  acknowledgingParties,
  answersInOrDue,
  assignmentStillAhead,
  commentsInOrDue,
  dateWithoutReminders,
  inOrder,
  stepDeadline,
  withDates,
  withDraftDates,
  withResultDates,
} from './hyte-negotiation.dates';
import type { NegotiationFact } from './hyte-negotiation.facts';
import { cancelled, compiledSent, draftSent, invited, reminded, resultSent } from './hyte-negotiation.mails';

/** Plan → fix the date → invite and ask → compile → negotiate → summarise → board → send the result → acknowledge → close. */
export const negotiationChart = setup({
  types: {
    context: {} as data.NegotiationContext,
    input: {} as Started<data.NegotiationInput>,
    events: {} as NegotiationFact,
  },
  actions: intentActions,
  guards: {
    assignmentStillAhead: ({ context, event }) => assignmentStillAhead(context, event.on),
    datesInOrder: ({ context, event }) => event.type !== 'DateFixed' || inOrder(withDates(context, event.data)),
    answersInOrDue: ({ context, event }) => answersInOrDue(context, event.on),
    notInTheFuture: ({ event }) =>
      (event.type !== 'NegotiationHeld' && event.type !== 'PlanningHeld') || event.data.heldOn <= event.on,
    notYetHeld: ({ context }) => context.heldOn === null,
    commentsStillAhead: ({ context, event }) =>
      event.type !== 'DraftSummarySent' || event.on < withDraftDates(context, event.data).commentsDue.on,
    handlingStillAhead: ({ context, event }) =>
      event.type !== 'ResultSent' || event.on < withResultDates(context, event.data).acknowledgements.on,
    commentsInOrDue: ({ context, event }) => commentsInOrDue(context, event.on),
    acknowledgedOrDue: ({ context, event }) => acknowledgedOrDue(context, event.on),
  },
}).createMachine({
  id: 'hyte-negotiation',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    children: [],
    answers: {},
    comments: [],
    participants: [],
    boardNo: 0,
    boardDecision: null,
    acknowledgements: {},
    goals: [],
    whyNone: null,
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
        NegotiationCancelled: { guard: 'notYetHeld', target: 'cancelled' },
      },
      states: {
        planning: {
          meta: state(
            'Odottaa suunnittelua kuntien kanssa',
            'Väntar på planering med kommunerna',
            'Awaiting the planning',
            'coordinator',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'planning') },
          on: {
            PlanningHeld: {
              guard: 'notInTheFuture',
              target: 'fixing-date',
              actions: { type: 'endDeadline', params: ({ event }) => met('planning', event.data.heldOn) },
            },
          },
        },
        'fixing-date': {
          meta: state('Odottaa ajankohtaa', 'Väntar på datum', 'Awaiting the date', 'coordinator'),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'dateFixed') },
          on: {
            DateFixed: {
              guard: 'datesInOrder',
              target: 'awaiting-invitation',
              actions: [
                assign({ dates: ({ context, event }) => withDates(context, event.data) }),
                { type: 'endDeadline', params: met('dateFixed') },
              ],
            },
          },
        },
        'awaiting-invitation': {
          meta: state('Odottaa kutsua', 'Väntar på inbjudan', 'Awaiting the invitation', 'coordinator'),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'invitation') },
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
                  answers: ({ context }) =>
                    Object.fromEntries(context.parties.map(({ organisation }) => [organisation, 'asked' as const])),
                  children: ({ context }) => [...context.children, ...answerRequests(context).map(({ key }) => key)],
                }),
                { type: 'endDeadline', params: met('invitation') },
              ],
            },
          },
        },
        'awaiting-answers': {
          meta: state(
            'Odottaa vastauksia ennakkotehtävään',
            'Väntar på svar på förhandsuppgiften',
            'Awaiting the answers',
            'respondents',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'answersCompiled') },
          on: {
            AnswerNoted: {
              actions: assign({ answers: ({ context, event }) => ({ ...context.answers, ...noted(event.data) }) }),
            },
            AnswersCompiled: {
              guard: 'answersInOrDue',
              target: 'awaiting-negotiation',
              actions: [
                { type: 'notify', params: ({ context, event }) => compiledSent(context, event.data) },
                { type: 'tellChild', params: ({ context }) => closeRequests(context) },
                { type: 'endDeadline', params: met('answersCompiled') },
              ],
            },
          },
        },
        'awaiting-negotiation': {
          meta: state('Odottaa neuvottelua', 'Väntar på förhandlingen', 'Awaiting the negotiation', 'parties'),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'negotiation') },
          on: {
            AnswerNoted: {
              actions: assign({ answers: ({ context, event }) => ({ ...context.answers, ...noted(event.data) }) }),
            },
            NegotiationHeld: {
              guard: 'notInTheFuture',
              target: 'drafting-summary',
              actions: [
                assign({
                  participants: ({ event }) => event.data.participants,
                  heldOn: ({ event }) => event.data.heldOn,
                }),
                { type: 'endDeadline', params: ({ event }) => met('negotiation', event.data.heldOn) },
              ],
            },
          },
        },
        'drafting-summary': {
          meta: state(
            'Odottaa yhteenvedon luonnosta',
            'Väntar på utkast till sammandrag',
            'Awaiting the draft summary',
            'coordinator',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'draftSummary') },
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
          },
        },
        'awaiting-comments': {
          meta: state('Odottaa kommentteja', 'Väntar på kommentarer', 'Awaiting comments', 'parties'),
          entry: {
            type: 'setDeadline',
            params: ({ context }) => [dateWithoutReminders(context, 'commentsDue'), stepDeadline(context, 'summary')],
          },
          on: {
            CommentRecorded: {
              actions: assign({ comments: ({ context, event }) => [...context.comments, event.data] }),
            },
            SummaryFinished: {
              guard: 'commentsInOrDue',
              target: 'awaiting-board',
              actions: { type: 'endDeadline', params: [{ name: 'commentsDue', as: 'over' as const }, met('summary')] },
            },
          },
        },
        'awaiting-board': {
          meta: state(
            'Odottaa hyte-lautakunnan päätöstä',
            'Väntar på hyte-nämndens beslut',
            "Awaiting the board's decision",
            'board',
          ),
          entry: [
            assign({ boardNo: ({ context }) => context.boardNo + 1 }),
            { type: 'startChild', params: ({ context, event }) => boardCase(context, event.on) },
            assign({ children: ({ context, event }) => [...context.children, boardCase(context, event.on).key] }),
            { type: 'setDeadline', params: ({ context }) => dateWithoutReminders(context, 'hyteBoard') },
          ],
          on: {
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
        },
        'awaiting-result': {
          meta: state(
            'Odottaa tuloksen lähettämistä',
            'Väntar på att resultatet sänds',
            'Awaiting the sending of the result',
            'coordinator',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'resultSent') },
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
                  children: ({ context }) => [
                    ...context.children,
                    ...acknowledgements(context, null).map(({ key }) => key),
                  ],
                }),
                { type: 'endDeadline', params: met('resultSent') },
              ],
            },
          },
        },
        'awaiting-acknowledgements': {
          meta: state(
            'Odottaa kuntien toimielimiä',
            'Väntar på kommunernas organ',
            'Awaiting the municipal boards',
            'municipalities',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'closed') },
          on: {
            AcknowledgementNoted: {
              actions: assign({
                acknowledgements: ({ context, event }) => ({
                  ...context.acknowledgements,
                  [event.data.organisation]: event.data,
                }),
              }),
            },
            NegotiationClosed: {
              guard: 'acknowledgedOrDue',
              target: '#hyte-negotiation.closed',
              actions: [
                assign({ goals: ({ event }) => event.data.goals, whyNone: ({ event }) => event.data.whyNone ?? null }),
                { type: 'tellChild', params: ({ context }) => closeHandlings(context) },
                { type: 'endDeadline', params: met('closed') },
              ],
            },
          },
        },
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutad', 'Closed', null) },
    cancelled: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Inställd', 'Cancelled', null),
      entry: [
        { type: 'notify', params: ({ context, event }) => cancelled(context, event) },
        { type: 'tellChild', params: ({ context, event }) => withdrawChildren(context, event) },
      ],
    },
  },
});

/** What an organisation's answer, or the end of its request, changes. */
function noted({ organisation, outcome, late }: z.infer<typeof data.answerNote>) {
  if (outcome !== 'answered') return { [organisation]: outcome };
  return { [organisation]: late ? ('late' as const) : ('answered' as const) };
}
