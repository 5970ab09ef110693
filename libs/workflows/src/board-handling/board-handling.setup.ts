import type { z } from 'zod';
import { setup } from 'xstate';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import { reachFound } from '../reach';
import type { HandlingContext } from './board-handling.context';
import type { HandlingInput } from './board-handling.data';
import type {
  agenda,
  countyPreparation,
  CountyDecision,
  Rescheduling,
  SentExtract,
  Takeover,
} from './board-handling.forms';
import { rescheduled } from './board-handling.mails';
import type { MovedStep } from './board-handling.moves';
import { movedDeadlines, rescheduledTo, whyDateStays } from './board-handling.moves';
import { whyNotDecided, whyNotPrepared, whyNotServed, whyNotThen } from './board-handling.reasons';
import { movesTold, movesWarned } from './board-handling.tells';

type Facts =
  | Fact<'ReceiptConfirmed'>
  | Fact<'ItemPrepared', z.infer<typeof countyPreparation>>
  | Fact<'PlacedOnAgenda', z.infer<typeof agenda>>
  | Fact<'DecisionRecorded', CountyDecision>
  | Fact<'DecisionReported', CountyDecision>
  | Fact<'LastDecisionReported', CountyDecision>
  | Fact<'ItemReturned', CountyDecision>
  | Fact<'ItemTabled', CountyDecision>
  | Fact<'ExtractSent', SentExtract>
  | Fact<'SentToNextBody', SentExtract>
  | Fact<'HandlingRescheduled', Rescheduling>
  | Fact<'HandlingTakenOver', Takeover>
  | Fact<'HandlingEscalated'>
  | Fact<'HandlingClosed'>
  | Fact<'HandlingWithdrawn', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>
  | Fact<'EscalationFellDue', ReminderFellDue>;

/** The types and guards of the handling's chart. A guard asks for its reason to refuse, and lets pass where there is none. */
export const handling = setup({
  types: { context: {} as HandlingContext, input: {} as Started<HandlingInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    mayBePrepared: ({ context, event }) =>
      event.type !== 'ItemPrepared' || whyNotPrepared(context, event.data) === null,
    mayBePlaced: ({ context, event }) =>
      event.type !== 'PlacedOnAgenda' || whyNotThen(context, context.bodyNo, event.data.meetingOn) === null,
    mayBeDecided: ({ context, event }) => whyNotDecided(context, event as Fact<string, CountyDecision>) === null,
    mayBeServed: ({ context, event }) => whyNotServed(context, event as Fact<string, SentExtract>) === null,
    dateMayMove: ({ context, event }) => event.type !== 'HandlingRescheduled' || whyDateStays(context, event) === null,
    overdueAndNotEscalated: ({ context, event }) =>
      !context.escalated && context.due !== null && event.on > context.due.on,
  },
});

type Of<Type extends Facts['type']> = Extract<Facts, { type: Type }>;

/** The case changes by a fact. Who relies on a meeting that moves with it hears of it: the parent, and the coordinator. */
export function changing<Type extends Facts['type']>(
  after: (context: HandlingContext, event: Of<Type>) => HandlingContext,
) {
  type At = { context: HandlingContext; event: Of<Type> };
  return [
    {
      type: 'notify' as const,
      params: ({ context, event }: At) => movesWarned(context, after(context, event), event),
    },
    {
      type: 'tellParent' as const,
      params: ({ context, event }: At) => movesTold(context, after(context, event), event),
    },
    handling.assign(({ context, event }) => after(context, event as Of<Type>)),
    { type: 'closeTask' as const, params: ({ context }: At) => reachFound(context) },
  ];
}

/** A meeting or the date asked for moves, in the step that the case is in. */
export function moving(step: MovedStep) {
  type At = { context: HandlingContext; event: Of<'HandlingRescheduled'> };
  return {
    guard: 'dateMayMove' as const,
    actions: [
      { type: 'notify' as const, params: ({ context, event }: At) => rescheduled(context, event, step) },
      { type: 'setDeadline' as const, params: ({ context, event }: At) => movedDeadlines(context, event, step) },
      ...changing<'HandlingRescheduled'>(rescheduledTo),
    ],
  };
}
