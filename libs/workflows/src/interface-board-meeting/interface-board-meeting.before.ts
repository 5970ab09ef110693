import { assign } from 'xstate';
import { closeRequests, nowAsked } from '../collecting/asked-requests';
import { skipped, taken } from '../dated-steps/taken-steps';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { invited } from './interface-board-meeting.mails';
import { board, cancelMeeting, dueNow } from './interface-board-meeting.setup';
import { topicRequests } from './interface-board-meeting.steps';

/** The states until the board is invited: ask for topics → agree on the items → send the agenda. */

export const awaitingTopics = board.createStateConfig({
  meta: state(
    'Odottaa aiheiden pyytämistä',
    'Väntar på begäran om ämnen',
    'Awaiting the request for topics',
    'coordinator',
    'topicsAsked',
  ),
  entry: dueNow('topicsAsked'),
  on: {
    TopicsAsked: {
      guard: 'replyStillAhead',
      target: 'awaiting-items',
      actions: [
        { type: 'startChild', params: ({ context }) => topicRequests(context) },
        assign({
          asked: ({ context }) => nowAsked(topicRequests(context)),
          steps: ({ context, event }) => taken(context, 'topicsAsked', event.on),
        }),
        { type: 'endDeadline', params: met('topicsAsked') },
      ],
    },
    StepSkipped: {
      target: 'awaiting-items',
      actions: [
        assign({ steps: ({ context, event }) => skipped(context, 'topicsAsked', event) }),
        { type: 'endDeadline', params: { name: 'topicsAsked', as: 'cancelled' } },
      ],
    },
    MeetingCancelled: cancelMeeting,
  },
});

export const awaitingItems = board.createStateConfig({
  meta: state('Odottaa kokouksen asioita', 'Väntar på ärendena', 'Awaiting the items', 'coordinator', 'itemsReady'),
  entry: dueNow('itemsReady'),
  on: {
    ItemsAgreed: {
      target: 'awaiting-agenda',
      actions: [
        assign({
          items: ({ event }) => event.data.items,
          steps: ({ context, event }) => taken(context, 'itemsReady', event.on),
        }),
        { type: 'endDeadline', params: met('itemsReady') },
      ],
    },
    StepSkipped: {
      target: 'awaiting-agenda',
      actions: [
        assign({ steps: ({ context, event }) => skipped(context, 'itemsReady', event) }),
        { type: 'endDeadline', params: { name: 'itemsReady', as: 'cancelled' } },
      ],
    },
    MeetingCancelled: cancelMeeting,
  },
});

export const awaitingAgenda = board.createStateConfig({
  meta: state('Odottaa esityslistaa', 'Väntar på föredragningslistan', 'Awaiting the agenda', 'coordinator', 'agenda'),
  entry: dueNow('agenda'),
  on: {
    // A topic that comes late can still be taken up, until the agenda has left.
    ItemsAgreed: { actions: assign({ items: ({ event }) => event.data.items }) },
    AgendaSent: {
      guard: 'meetingStillAhead',
      target: 'awaiting-meeting',
      actions: [
        { type: 'notify', params: ({ context, event }) => invited(context, event.data) },
        { type: 'tellChild', params: ({ context }) => closeRequests(context) },
        assign({
          agenda: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'agenda', event.on),
        }),
        { type: 'endDeadline', params: met('agenda') },
      ],
    },
    MeetingCancelled: cancelMeeting,
  },
});
