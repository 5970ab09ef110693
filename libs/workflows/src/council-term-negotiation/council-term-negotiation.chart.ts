import { assign, setup } from 'xstate';
import type { Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import type * as data from './council-term-negotiation.data';
import { approvalsMet, stepDeadline, termEndDeadline } from './council-term-negotiation.dates';
import type { TermFact } from './council-term-negotiation.facts';
import { reminded } from './council-term-negotiation.mails';
import { goalsPublished } from './council-term-negotiation.goals';
import * as municipal from './council-term-negotiation.municipalities';
import { done, skipped } from './council-term-negotiation.preparation';
import type { Guard } from './council-term-negotiation.refusals';
import { guardNames, reasonAgainst } from './council-term-negotiation.refusals';
import { changedDeadlines, withChanged } from './council-term-negotiation.reschedule';
import { handedOver } from './council-term-negotiation.succession';

type GuardArgs = { context: data.TermContext; event: TermFact };
const guards = Object.fromEntries(
  guardNames.map((guard) => [guard, ({ context, event }: GuardArgs) => reasonAgainst(guard, context, event) === null]),
) as Record<Guard, (args: GuardArgs) => boolean>;

/**
 * Forum → situation → goals → negotiation, which must be held before the term ends → approvals → agreement in force →
 * mid-term evaluation → final evaluation. The hand-over to the next term stands beside them: possible near the end, once.
 */
export const termChart = setup({
  types: {
    context: {} as data.TermContext,
    input: {} as Started<data.TermInput>,
    events: {} as TermFact,
  },
  actions: intentActions,
  guards,
}).createMachine({
  id: 'council-term-negotiation',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    preparation: { forum: null, situation: null, goalsWorkbook: null },
    goals: [],
    negotiation: null,
    approvals: Object.fromEntries(
      [input.county, ...input.data.municipalities].map((organisation) => [organisation, null]),
    ),
    agreement: null,
    midEvaluation: null,
    handedOver: null,
    evaluation: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'preparing',
      entry: { type: 'setDeadline', params: ({ context }) => termEndDeadline(context) },
      on: {
        ReminderFellDue: { actions: { type: 'notify', params: ({ context, event }) => reminded(context, event) } },
        // The date is marked as passed; a step can still be taken late, but no negotiation after the term's end.
        DeadlinePassed: {},
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            assign({ dates: ({ context, event }) => withChanged(context, event.data.dates) }),
            { type: 'setDeadline', params: ({ context, event }) => changedDeadlines(context, event.data.dates) },
          ],
        },
        // What is waited for anew, and no more, follows from the municipalities as they were.
        MunicipalitiesChanged: {
          guard: 'municipalitiesMayChange',
          actions: [
            { type: 'endDeadline', params: ({ context, event }) => municipal.approvalsComplete(context, event.data) },
            { type: 'setDeadline', params: ({ context, event }) => municipal.approvalsAwaited(context, event.data) },
            assign(({ context, event }) => municipal.withChangedMunicipalities(context, event.data)),
          ],
        },
        MattersTakenOver: {
          actions: assign({ takenOver: ({ context, event }) => [...context.takenOver, event.data] }),
        },
        TermHandedOver: {
          guard: 'canHandOver',
          actions: [
            assign({
              handedOver: ({ event: { data: told, on } }) => ({ on, to: told.successor, matters: told.openMatters }),
              evaluation: ({ event: { data: told } }) =>
                told.evaluation === undefined ? null : { evaluation: told.evaluation, document: told.document },
            }),
            { type: 'tellSuccessor', params: ({ context, event }) => handedOver(context, event.data, event.on) },
            { type: 'endDeadline', params: met('handOver') },
          ],
        },
      },
      states: {
        preparing: {
          meta: state('Valmistelussa', 'Under beredning', 'In preparation', 'coordinator', 'termEnds'),
          initial: 'awaiting-forum',
          on: {
            TermCancelled: { guard: 'termRuns', target: '#council-term-negotiation.cancelled' },
            TermMissed: { guard: 'isMissedAndHandedOver', target: '#council-term-negotiation.missed' },
          },
          states: {
            'awaiting-forum': {
              meta: state(
                'Odottaa neuvottelufoorumia',
                'Väntar på förhandlingsforum',
                'Awaiting the forum',
                'coordinator',
                'forum',
              ),
              entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'forum') },
              on: {
                ForumAgreed: {
                  guard: 'hasHappened',
                  target: 'awaiting-situation',
                  actions: [
                    assign({ preparation: ({ context, event }) => done(context, { on: event.data.agreedOn }) }),
                    { type: 'endDeadline', params: ({ event }) => met('forum', event.data.agreedOn) },
                  ],
                },
                StepSkipped: {
                  target: 'awaiting-situation',
                  actions: [
                    assign({ preparation: ({ context, event }) => skipped(context, event) }),
                    { type: 'endDeadline', params: { name: 'forum', as: 'cancelled' } },
                  ],
                },
              },
            },
            'awaiting-situation': {
              meta: state(
                'Odottaa yhteistä tilannekuvaa',
                'Väntar på gemensam lägesbild',
                'Awaiting the shared picture',
                'coordinator',
                'situation',
              ),
              entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'situation') },
              on: {
                SituationShared: {
                  guard: 'hasHappened',
                  target: 'awaiting-goals',
                  actions: [
                    assign({
                      preparation: ({ context, event: { data } }) =>
                        done(context, { on: data.sharedOn, document: data.document }),
                    }),
                    { type: 'endDeadline', params: ({ event }) => met('situation', event.data.sharedOn) },
                  ],
                },
                StepSkipped: {
                  target: 'awaiting-goals',
                  actions: [
                    assign({ preparation: ({ context, event }) => skipped(context, event) }),
                    { type: 'endDeadline', params: { name: 'situation', as: 'cancelled' } },
                  ],
                },
              },
            },
            'awaiting-goals': {
              meta: state(
                'Odottaa tavoitetyökirjaa',
                'Väntar på målarbetsboken',
                'Awaiting the goals workbook',
                'coordinator',
                'goalsWorkbook',
              ),
              entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'goalsWorkbook') },
              on: {
                GoalsWorkbookFinished: {
                  guard: 'hasHappened',
                  target: 'awaiting-negotiation',
                  actions: [
                    assign({
                      preparation: ({ context, event: { data } }) =>
                        done(context, { on: data.finishedOn, document: data.document }),
                      goals: ({ event }) => event.data.goals,
                    }),
                    { type: 'endDeadline', params: ({ event }) => met('goalsWorkbook', event.data.finishedOn) },
                    { type: 'publish', params: ({ context, event }) => goalsPublished(context, event.data.finishedOn) },
                  ],
                },
                StepSkipped: {
                  target: 'awaiting-negotiation',
                  actions: [
                    assign({ preparation: ({ context, event }) => skipped(context, event) }),
                    { type: 'endDeadline', params: { name: 'goalsWorkbook', as: 'cancelled' } },
                  ],
                },
              },
            },
            'awaiting-negotiation': {
              meta: state(
                'Odottaa neuvottelua',
                'Väntar på förhandlingen',
                'Awaiting the negotiation',
                'negotiators',
                'negotiation',
              ),
              entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'negotiation') },
              on: {
                NegotiationHeld: {
                  guard: 'heldInTerm',
                  target: '#council-term-negotiation.open.agreeing',
                  actions: [
                    assign({
                      negotiation: ({ event }) => event.data,
                      goals: ({ context, event }) => event.data.goals ?? context.goals,
                    }),
                    {
                      type: 'endDeadline',
                      params: ({ event: { data } }) => [met('negotiation', data.heldOn), met('termEnds', data.heldOn)],
                    },
                    { type: 'publish', params: ({ context, event }) => goalsPublished(context, event.data.heldOn) },
                    {
                      type: 'setDeadline',
                      params: ({ context }) => (context.handedOver ? [] : [stepDeadline(context, 'handOver')]),
                    },
                  ],
                },
              },
            },
          },
        },
        agreeing: {
          meta: state('Neuvottelu pidetty', 'Förhandlingen har hållits', 'Negotiated', 'coordinator', 'handOver'),
          initial: 'awaiting-approvals',
          on: {
            // A council may decide again, or after the others have signed.
            ApprovalRecorded: {
              guard: 'decidedAfterNegotiation',
              actions: [
                assign({
                  approvals: ({ context, event: { data } }) => ({ ...context.approvals, [data.organisation]: data }),
                }),
                { type: 'endDeadline', params: ({ context }) => approvalsMet(context) },
              ],
            },
            TermClosed: {
              guard: 'isHandedOver',
              target: '#council-term-negotiation.closed',
              actions: assign({ evaluation: ({ context, event }) => ({ ...context.evaluation, ...event.data }) }),
            },
          },
          states: {
            'awaiting-approvals': {
              meta: state(
                'Odottaa valtuustojen hyväksyntää',
                'Väntar på fullmäktiges godkännanden',
                'Awaiting the councils',
                'councils',
                'municipalities',
                'countyCouncil',
              ),
              entry: {
                type: 'setDeadline',
                params: ({ context }) => [
                  stepDeadline(context, 'municipalities'),
                  stepDeadline(context, 'countyCouncil'),
                ],
              },
              on: {
                AgreementSigned: {
                  guard: 'isApproved',
                  target: 'awaiting-mid-evaluation',
                  actions: [
                    assign({ agreement: ({ event }) => event.data }),
                    { type: 'endDeadline', params: { name: 'municipalities', as: 'cancelled' } },
                    { type: 'publish', params: ({ context, event }) => goalsPublished(context, event.data.signedOn) },
                  ],
                },
              },
            },
            'awaiting-mid-evaluation': {
              meta: state(
                'Sopimus voimassa, odottaa väliarviointia',
                'Avtalet gäller, väntar på halvtidsutvärdering',
                'Agreement in force, awaiting the mid-term evaluation',
                'coordinator',
                'midEvaluation',
              ),
              entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'midEvaluation') },
              on: {
                MidEvaluationRecorded: {
                  guard: 'hasHappened',
                  target: 'awaiting-final-evaluation',
                  actions: [
                    assign({ midEvaluation: ({ event }) => event.data }),
                    { type: 'endDeadline', params: ({ event }) => met('midEvaluation', event.data.evaluatedOn) },
                  ],
                },
              },
            },
            'awaiting-final-evaluation': {
              meta: state(
                'Sopimus voimassa, odottaa loppuarviointia',
                'Avtalet gäller, väntar på slututvärdering',
                'Agreement in force, awaiting the final evaluation',
                'coordinator',
              ),
            },
          },
        },
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutad', 'Closed', null) },
    missed: {
      type: 'final',
      meta: state('Päättynyt ilman neuvottelua', 'Avslutad utan förhandling', 'Closed without a negotiation', null),
    },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Återtagen', 'Cancelled', null) },
  },
});
