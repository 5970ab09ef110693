import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { stepDeadline } from './council-term-negotiation.dates';
import { goalsPublished } from './council-term-negotiation.goals';
import { done, skipped } from './council-term-negotiation.preparation';
import { moveDates, term } from './council-term-negotiation.setup';

/** The states until the negotiation is held: forum → situation → goals → negotiation. */

const awaitingForum = term.createStateConfig({
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
});

const awaitingSituation = term.createStateConfig({
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
          preparation: ({ context, event: { data } }) => done(context, { on: data.sharedOn, document: data.document }),
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
});

const awaitingGoals = term.createStateConfig({
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
});

const awaitingNegotiation = term.createStateConfig({
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
});

export const preparing = term.createStateConfig({
  meta: state('Valmistelussa', 'Under beredning', 'In preparation', 'coordinator', 'termEnds'),
  initial: 'awaiting-forum',
  on: {
    DatesChanged: moveDates,
    TermCancelled: { guard: 'termRuns', target: '#council-term-negotiation.cancelled' },
    TermMissed: { guard: 'isMissedAndHandedOver', target: '#council-term-negotiation.missed' },
  },
  states: {
    'awaiting-forum': awaitingForum,
    'awaiting-situation': awaitingSituation,
    'awaiting-goals': awaitingGoals,
    'awaiting-negotiation': awaitingNegotiation,
  },
});
