import { handlingSteps, stepOfBody, movedByBodies, withDecision } from '../board-handling/county-order';
import { assign } from 'xstate';
import type { DecisionNote } from '../board-handling/decision-note';
import { withDates } from '../dated-steps/moved-steps';
import { isTaken, skipped, taken } from '../dated-steps/taken-steps';
import type { Fact } from '../kernel/definition';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import type { AccountContext, AccountStep } from './term-account.data';
import { ownSteps } from './term-account.data';
import { account } from './term-account.setup';
import { handlingWithdrawn, movedDeadlines, ownDeadlines, ownHandling } from './term-account.steps';

/** The county's own account and plan: prepared → board, executive and council → published; or a separate matter, with a reason. */

type Decided = { context: AccountContext; event: Fact<string, DecisionNote> };
type Skipping = { context: AccountContext; event: Fact<string, { reason: string }> };

const dueNow = {
  type: 'setDeadline' as const,
  params: ({ context }: { context: AccountContext }) => ownDeadlines(context),
};

const noMore = (steps: readonly string[]) => steps.map((name) => ({ name, as: 'cancelled' as const }));

/** Nothing more of the county's own part is waited for here. */
const skipOwnPart = {
  target: 'awaiting-deliveries',
  actions: [
    {
      type: 'tellChild' as const,
      params: ({ context, event }: Skipping) => handlingWithdrawn(context, event.data.reason),
    },
    account.assign(({ context, event }) => ({ steps: withoutOwnPart(context, event as Skipping['event']) })),
    { type: 'endDeadline' as const, params: noMore(ownSteps) },
  ],
};

/** A body has decided: its date is met on the day of its meeting. */
const decided = [
  account.assign(({ context, event }) => withDecision(context, event as Decided['event'])),
  {
    type: 'endDeadline' as const,
    params: ({ context, event: { data } }: Decided) =>
      met(stepOfBody(context, data.body) ?? '', data.meetingOn ?? undefined),
  },
];

export const awaitingPreparation = account.createStateConfig({
  meta: state(
    'Valmistelee omaa kertomusta',
    'Bereder den egna berättelsen',
    "Preparing the county's own account",
    'everybody',
    'prepared',
  ),
  entry: dueNow,
  on: {
    HandlingStarted: {
      target: 'in-handling',
      actions: [
        assign({
          own: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'prepared', event.on),
        }),
        { type: 'endDeadline', params: met('prepared') },
      ],
    },
    OwnPartSkipped: skipOwnPart,
  },
});

export const inHandling = account.createStateConfig({
  meta: state(
    'Oma kertomus toimielinten käsittelyssä',
    'Den egna berättelsen behandlas i organen',
    "The county's own account is with the bodies",
    'everybody',
    ...handlingSteps,
  ),
  entry: [
    assign({ handlingNo: ({ context }) => context.handlingNo + 1 }),
    { type: 'startChild', params: ({ context, event }) => ownHandling(context, event.on) },
    dueNow,
  ],
  on: {
    BodyDecisionNoted: { actions: decided },
    CouncilDecisionNoted: { target: 'awaiting-publication', actions: decided },
    // What is rejected, referred elsewhere or not handled goes back to be prepared anew, and then to every body again.
    AccountRejectionNoted: {
      target: 'awaiting-preparation',
      actions: [
        assign(({ context, event }) => withRejection(context, event)),
        { type: 'endDeadline', params: noMore(handlingSteps) },
      ],
    },
    BodyMeetingsMoved: {
      actions: [
        {
          type: 'setDeadline',
          params: ({ context, event }) => movedDeadlines(context, movedByBodies(context, event.data)),
        },
        assign({ dates: ({ context, event }) => withDates<AccountStep>(context, movedByBodies(context, event.data)) }),
      ],
    },
    OwnPartSkipped: skipOwnPart,
  },
});

export const awaitingPublication = account.createStateConfig({
  meta: state(
    'Odottaa oman kertomuksen julkaisua',
    'Väntar på att den egna berättelsen publiceras',
    "Awaiting the publication of the county's own account",
    'everybody',
    'published',
  ),
  entry: dueNow,
  on: {
    AccountPublished: {
      guard: 'hasHappened',
      target: 'awaiting-deliveries',
      actions: [
        assign({
          publication: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'published', event.data.publishedOn),
        }),
        { type: 'endDeadline', params: ({ event }) => met('published', event.data.publishedOn) },
      ],
    },
    OwnPartSkipped: skipOwnPart,
  },
});

/** The bodies take it up from the beginning: what they decided before stays on record, their steps are ahead again. */
function withRejection({ steps, decisions }: AccountContext, { data }: Decided['event']): Partial<AccountContext> {
  const { prepared: _prepared, hyteBoard: _board, countyExecutive: _executive, ...kept } = steps;
  return { steps: kept, decisions: [...decisions, data] };
}

/** Every own step that has not been taken is left out, for the reason that stays on record. */
function withoutOwnPart(context: AccountContext, event: Skipping['event']): AccountContext['steps'] {
  return ownSteps
    .filter((step) => !isTaken(context, step))
    .reduce((steps, step) => skipped({ steps }, step, event), context.steps);
}
