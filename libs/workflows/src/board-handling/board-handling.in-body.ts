import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { reachAnew, reachedBy, reachFound } from '../reach';
import { state } from '../state-meta';
import {
  decided,
  extracted,
  placed,
  prepared,
  putOnTable,
  sentBack,
  sentOn,
  takenOver,
  toldAndSentOn,
} from './board-handling.changes';
import {
  dateOfNewBody,
  decisionDeadline,
  extractDeadline,
  materialsDeadline,
  passedDateOfNewBody,
} from './board-handling.dates';
import { asked, askedAnew, escalated, filed, receipt } from './board-handling.mails';
import { changing, handling, moving } from './board-handling.setup';
import { decisionTold, decisionToldBy } from './board-handling.tells';

/** The states of a case in one body, and between it and the next. */

const preparing = handling.createStateConfig({
  meta: state('Valmistelussa', 'Under beredning', 'In preparation', 'preparer', 'materials'),
  entry: [
    {
      type: 'notify',
      params: ({ context, event }) => (event.type === 'HandlingTakenOver' ? askedAnew(context, event) : asked(context)),
    },
    { type: 'setDeadline', params: ({ context }) => materialsDeadline(context) },
  ],
  on: {
    HandlingRescheduled: moving('materials'),
    ItemPrepared: {
      guard: 'mayBePrepared',
      target: 'awaiting-agenda',
      actions: [
        assign(({ context, event }) => prepared(context, event)),
        { type: 'closeTask', params: ({ context }) => reachFound(context) },
        { type: 'endDeadline', params: met('materials') },
      ],
    },
  },
});

const awaitingAgenda = handling.createStateConfig({
  meta: state('Odottaa esityslistaa', 'Väntar på föredragningslista', 'Awaiting the agenda', 'preparer', 'decision'),
  entry: { type: 'setDeadline', params: ({ context }) => decisionDeadline(context) },
  on: { HandlingRescheduled: moving('decision') },
});

const awaitingDecision = handling.createStateConfig({
  meta: state('Odottaa päätöstä', 'Väntar på beslut', 'Awaiting the decision', 'preparer', 'decision'),
  entry: { type: 'setDeadline', params: ({ context }) => decisionDeadline(context) },
  on: { HandlingRescheduled: moving('decision') },
});

export const inBody = handling.createStateConfig({
  meta: state('Toimielimen käsittelyssä', 'Behandlas i organ', 'With a body', 'preparer'),
  initial: 'preparing',
  on: {
    ReceiptConfirmed: {
      actions: [
        assign(({ context, event }) => reachedBy(context, 'confirmed', event.on)),
        { type: 'closeTask', params: ({ context }) => reachFound(context) },
      ],
    },
    // The agenda can be told, and told again, before or without the preparation.
    PlacedOnAgenda: {
      guard: 'mayBePlaced',
      target: '.awaiting-decision',
      actions: [...changing<'PlacedOnAgenda'>(placed), { type: 'endDeadline', params: met('materials') }],
    },
    // Minutes may reach us without the preparation or the agenda ever having been told.
    DecisionRecorded: {
      guard: 'mayBeDecided',
      target: 'awaiting-extract',
      actions: [
        ...changing<'DecisionRecorded'>(decided),
        { type: 'endDeadline', params: ({ event }) => [met('materials'), met('decision', event.data.meetingOn)] },
      ],
    },
    // A municipality only tells us of its bodies' decisions: its next body has the case at once.
    DecisionReported: {
      guard: 'mayBeDecided',
      target: '.preparing',
      actions: [
        { type: 'notify', params: ({ context, event }) => [receipt(context, event), filed(context, event)] },
        { type: 'tellParent', params: ({ context, event }) => decisionToldBy(context, event) },
        assign(({ context, event }) => toldAndSentOn(context, event)),
        { type: 'closeTask', params: ({ context }) => reachFound(context) },
        { type: 'setDeadline', params: ({ context, event }) => dateOfNewBody(context, event) },
      ],
    },
    LastDecisionReported: {
      guard: 'mayBeDecided',
      target: '#board-handling.handled',
      actions: [
        { type: 'notify', params: ({ context, event }) => [receipt(context, event), filed(context, event)] },
        assign(({ context, event }) => decided(context, event)),
        { type: 'endDeadline', params: ({ event }) => met('handling', event.data.meetingOn) },
      ],
    },
    ItemReturned: {
      guard: 'mayBeDecided',
      target: '.preparing',
      actions: [
        ...changing<'ItemReturned'>(sentBack),
        { type: 'endDeadline', params: ({ event }) => [met('materials'), met('decision', event.data.meetingOn)] },
      ],
    },
    ItemTabled: {
      guard: 'mayBeDecided',
      target: '.awaiting-decision',
      actions: [
        ...changing<'ItemTabled'>(putOnTable),
        { type: 'endDeadline', params: ({ event }) => [met('materials'), met('decision', event.data.meetingOn)] },
      ],
    },
    // The new body begins from the beginning.
    HandlingTakenOver: {
      target: '.preparing',
      actions: [
        assign(({ context, event }) => takenOver(context, event)),
        { type: 'closeTask', params: reachAnew },
        { type: 'setDeadline', params: ({ context, event }) => dateOfNewBody(context, event) },
        { type: 'readdress', params: ({ context, event }) => passedDateOfNewBody(context, event) },
      ],
    },
    HandlingEscalated: {
      guard: 'overdueAndNotEscalated',
      actions: [assign({ escalated: true }), { type: 'notify', params: ({ context }) => escalated(context) }],
    },
  },
  states: { preparing, 'awaiting-agenda': awaitingAgenda, 'awaiting-decision': awaitingDecision },
});

export const awaitingExtract = handling.createStateConfig({
  meta: state('Odottaa otetta', 'Väntar på protokollsutdrag', 'Awaiting the extract', 'preparer', 'extract'),
  entry: { type: 'setDeadline', params: ({ context }) => extractDeadline(context) },
  on: {
    // What is decided stays; a later body's meeting may still move.
    HandlingRescheduled: moving('extract'),
    ExtractSent: {
      guard: 'mayBeServed',
      target: '#board-handling.handled',
      actions: [
        assign(({ context, event }) => extracted(context, event)),
        {
          type: 'endDeadline',
          params: ({ context }) => [met('extract'), met('handling', context.decisions.at(-1)?.meetingOn)],
        },
      ],
    },
    SentToNextBody: {
      guard: 'mayBeServed',
      target: 'in-body',
      actions: [
        { type: 'tellParent', params: ({ context, event }) => decisionTold(extracted(context, event)) },
        ...changing<'SentToNextBody'>(sentOn),
        { type: 'endDeadline', params: met('extract') },
      ],
    },
  },
});
