import { sendingTimeOnOrAfter } from '@app/domain';
import { assign, setup } from 'xstate';
import type { z } from 'zod';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import type {
  agenda,
  DecisionData,
  extract,
  HandlingContext,
  HandlingInput,
  preparation,
  Rescheduling,
  Takeover,
} from './board-handling.data';
import {
  bodyOf,
  decisionDeadline,
  extractDeadline,
  handlingDeadline,
  materialsDeadline,
  meetingAfter,
} from './board-handling.dates';
import {
  asked,
  askedAnew,
  escalated,
  handled,
  notHandled,
  receipt,
  reminded,
  rescheduled,
  withdrawn,
} from './board-handling.mails';
import type { MovedStep } from './board-handling.moves';
import { dateOfNewBody, movedDeadlines, rescheduledTo, takenOver, whyDateStays } from './board-handling.moves';

type Facts =
  | Fact<'ItemPrepared', z.infer<typeof preparation>>
  | Fact<'PlacedOnAgenda', z.infer<typeof agenda>>
  | Fact<'DecisionRecorded', DecisionData>
  | Fact<'AcknowledgementRecorded', DecisionData>
  | Fact<'ItemReturned', DecisionData>
  | Fact<'ItemTabled', DecisionData>
  | Fact<'ExtractSent', z.infer<typeof extract>>
  | Fact<'SentToNextBody', z.infer<typeof extract>>
  | Fact<'HandlingRescheduled', Rescheduling>
  | Fact<'HandlingTakenOver', Takeover>
  | Fact<'HandlingEscalated'>
  | Fact<'HandlingClosed'>
  | Fact<'HandlingWithdrawn', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

const handling = setup({
  types: { context: {} as HandlingContext, input: {} as Started<HandlingInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    notInTheFuture: ({ event }) =>
      !('meetingOn' in (event.data as object)) || (event.data as DecisionData).meetingOn <= event.on,
    overdueAndNotEscalated: ({ context, event }) =>
      !context.escalated && context.due !== null && event.on > context.due.on,
    dateMayMove: ({ context, event }) => event.type !== 'HandlingRescheduled' || whyDateStays(context, event) === null,
  },
});

type Moved = { context: HandlingContext; event: Fact<'HandlingRescheduled', Rescheduling> };

/** The meeting or the date asked for moves, in the step that the case is in. */
const moving = (step: MovedStep) => ({
  guard: 'dateMayMove' as const,
  actions: [
    { type: 'notify' as const, params: ({ context, event }: Moved) => rescheduled(context, event, step) },
    { type: 'setDeadline' as const, params: ({ context, event }: Moved) => movedDeadlines(context, event, step) },
    handling.assign(({ context, event }) => rescheduledTo(context, event as Moved['event'])),
  ],
});

/**
 * In each body: preparing → awaiting-agenda → awaiting-decision → awaiting-extract; then the next body, or handled.
 * A municipality only tells us of its decision: that is the end of it.
 */
export const handlingChart = handling.createMachine({
  id: 'board-handling',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    bodyNo: 0,
    meetingOn: input.data.firstMeetingOn ?? meetingAfter(input.data.bodies[0], input.on),
    onAgenda: false,
    caseNumber: null,
    askLeavesAt: sendingTimeOnOrAfter(input.at),
    history: [{ what: 'asked', on: input.on }],
    decisions: [],
    escalated: false,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Toimielimen käsittelyssä', 'Behandlas i organ', 'With a body', 'preparer', 'handling'),
      initial: 'in-body',
      entry: { type: 'setDeadline', params: ({ context }) => handlingDeadline(context) },
      on: {
        ReminderFellDue: {
          actions: [
            { type: 'notify', params: ({ context, event }) => reminded(context, event.data) },
            assign({ history: ({ context, event }) => [...context.history, ...sent(event)] }),
          ],
        },
        // The date is marked as passed; the case still goes its way.
        DeadlinePassed: {},
        HandlingWithdrawn: 'withdrawn',
        HandlingClosed: 'not-handled',
      },
      states: {
        'in-body': {
          meta: state('Toimielimen käsittelyssä', 'Behandlas i organ', 'With a body', 'preparer'),
          initial: 'preparing',
          on: {
            // The agenda can be told, and told again, before or without the preparation.
            PlacedOnAgenda: {
              target: '.awaiting-decision',
              actions: [
                assign({ meetingOn: ({ event }) => event.data.meetingOn, onAgenda: true }),
                { type: 'endDeadline', params: met('materials') },
              ],
            },
            // A municipality's minutes may reach us without its preparation or agenda ever having been told.
            DecisionRecorded: {
              guard: 'notInTheFuture',
              target: 'awaiting-extract',
              actions: [
                assign(({ context, event }) => decided(context, event.data)),
                {
                  type: 'endDeadline',
                  params: ({ event }) => [met('materials'), met('decision', event.data.meetingOn)],
                },
              ],
            },
            AcknowledgementRecorded: {
              guard: 'notInTheFuture',
              target: '#board-handling.handled',
              actions: [
                assign(({ context, event }) => decided(context, event.data)),
                { type: 'notify', params: ({ context, event }) => receipt(context, event) },
                { type: 'endDeadline', params: ({ event }) => met('handling', event.data.meetingOn) },
              ],
            },
            ItemReturned: {
              guard: 'notInTheFuture',
              target: '.preparing',
              actions: [
                assign(({ context, event }) => toNextMeeting(context, event.data)),
                {
                  type: 'endDeadline',
                  params: ({ event }) => [met('materials'), met('decision', event.data.meetingOn)],
                },
              ],
            },
            ItemTabled: {
              guard: 'notInTheFuture',
              target: '.awaiting-decision',
              actions: [
                assign(({ context, event }) => ({ ...toNextMeeting(context, event.data), onAgenda: true })),
                {
                  type: 'endDeadline',
                  params: ({ event }) => [met('materials'), met('decision', event.data.meetingOn)],
                },
              ],
            },
            // The new body begins from the beginning.
            HandlingTakenOver: {
              target: '.preparing',
              actions: [
                assign(({ context, event }) => takenOver(context, event)),
                { type: 'setDeadline', params: ({ context, event }) => dateOfNewBody(context, event) },
              ],
            },
            HandlingEscalated: {
              guard: 'overdueAndNotEscalated',
              actions: [assign({ escalated: true }), { type: 'notify', params: ({ context }) => escalated(context) }],
            },
          },
          states: {
            preparing: {
              meta: state('Valmistelussa', 'Under beredning', 'In preparation', 'preparer', 'materials'),
              entry: [
                {
                  type: 'notify',
                  params: ({ context, event }) =>
                    event.type === 'HandlingTakenOver' ? askedAnew(context, event) : asked(context),
                },
                { type: 'setDeadline', params: ({ context }) => materialsDeadline(context) },
              ],
              on: {
                HandlingRescheduled: moving('materials'),
                ItemPrepared: {
                  target: 'awaiting-agenda',
                  actions: [
                    assign({
                      caseNumber: ({ context, event }) => event.data.caseNumber ?? context.caseNumber,
                      proposal: ({ context, event }) => event.data.proposal ?? context.proposal,
                    }),
                    { type: 'endDeadline', params: met('materials') },
                  ],
                },
              },
            },
            'awaiting-agenda': {
              meta: state(
                'Odottaa esityslistaa',
                'Väntar på föredragningslista',
                'Awaiting the agenda',
                'preparer',
                'decision',
              ),
              entry: { type: 'setDeadline', params: ({ context }) => decisionDeadline(context) },
              on: { HandlingRescheduled: moving('decision') },
            },
            'awaiting-decision': {
              meta: state('Odottaa päätöstä', 'Väntar på beslut', 'Awaiting the decision', 'preparer', 'decision'),
              entry: { type: 'setDeadline', params: ({ context }) => decisionDeadline(context) },
              on: { HandlingRescheduled: moving('decision') },
            },
          },
        },
        'awaiting-extract': {
          meta: state('Odottaa otetta', 'Väntar på protokollsutdrag', 'Awaiting the extract', 'preparer', 'extract'),
          entry: { type: 'setDeadline', params: ({ context }) => extractDeadline(context) },
          on: {
            ExtractSent: {
              target: '#board-handling.handled',
              actions: {
                type: 'endDeadline',
                params: ({ context }) => [met('extract'), met('handling', context.decisions.at(-1)?.meetingOn)],
              },
            },
            SentToNextBody: {
              target: 'in-body',
              actions: [
                assign(({ context, event }) => ({
                  bodyNo: context.bodyNo + 1,
                  meetingOn: meetingAfter(context.bodies[context.bodyNo + 1], event.on),
                })),
                { type: 'endDeadline', params: met('extract') },
              ],
            },
          },
        },
      },
    },
    handled: {
      type: 'final',
      meta: state('Käsitelty', 'Behandlat', 'Handled', null),
      entry: { type: 'tellParent', params: ({ context }) => handled(context) },
    },
    'not-handled': { type: 'final', meta: state('Ei käsitelty', 'Inte behandlat', 'Not handled', null) },
    withdrawn: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Återtaget', 'Withdrawn', null),
      entry: [
        { type: 'notify', params: ({ context, event }) => withdrawn(context, event) },
        { type: 'tellParent', params: ({ context }) => notHandled(context) },
      ],
    },
  },
});

function decided(context: HandlingContext, decision: DecisionData) {
  return {
    decisions: [...context.decisions, { ...decision, body: bodyOf(context).id }],
    caseNumber: decision.caseNumber ?? context.caseNumber,
    onAgenda: false,
  };
}

/** The body keeps the case and takes it up again in its next meeting. */
function toNextMeeting(context: HandlingContext, decision: DecisionData) {
  return { ...decided(context, decision), meetingOn: meetingAfter(bodyOf(context), decision.meetingOn) };
}

/** What a reminder adds to the history: only what went to those who should act. */
function sent({ data, on }: Fact<'ReminderFellDue', ReminderFellDue>): HandlingContext['history'] {
  if (data.audience === 'coordinator') return [];
  return [{ what: data.rung === 'overdue' ? 'overdue' : 'reminded', on }];
}
