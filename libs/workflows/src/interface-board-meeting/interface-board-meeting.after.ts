import { assign } from 'xstate';
import { taken } from '../dated-steps/taken-steps';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { board, cancelMeeting, dueNow, moveDates } from './interface-board-meeting.setup';

/** The states from the invitation on: meet, anew where too few came → examine the minutes → publish them and send extracts. */

export const awaitingMeeting = board.createStateConfig({
  meta: state('Odottaa kokousta', 'Väntar på sammanträdet', 'Awaiting the meeting', 'members', 'meeting'),
  entry: dueNow('meeting'),
  on: {
    MeetingHeld: {
      guard: 'heldThen',
      target: 'awaiting-minutes',
      actions: [
        assign({
          held: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'meeting', event.data.heldOn),
        }),
        { type: 'endDeadline', params: ({ event }) => met('meeting', event.data.heldOn) },
      ],
    },
    MeetingNotQuorate: {
      guard: 'heldThen',
      target: 'awaiting-new-date',
      actions: assign({ notQuorate: ({ context, event }) => [...context.notQuorate, event.data] }),
    },
    MeetingCancelled: cancelMeeting,
  },
});

/** The date of the meeting still runs: nothing has been decided until the board has met with a quorum. */
export const awaitingNewDate = board.createStateConfig({
  meta: state(
    'Odottaa uutta kokouspäivää',
    'Väntar på en ny sammanträdesdag',
    'Awaiting a new date',
    'coordinator',
    'meeting',
  ),
  on: {
    DatesChanged: { guard: 'meetsAnew', target: 'awaiting-meeting', actions: moveDates },
    MeetingCancelled: cancelMeeting,
  },
});

export const awaitingMinutes = board.createStateConfig({
  meta: state('Odottaa pöytäkirjaa', 'Väntar på protokollet', 'Awaiting the minutes', 'coordinator', 'minutes'),
  entry: dueNow('minutes'),
  on: {
    MinutesRecorded: {
      guard: 'examinedThen',
      target: 'awaiting-publication',
      actions: [
        assign({
          minutes: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'minutes', event.data.examinedOn),
        }),
        { type: 'endDeadline', params: ({ event }) => met('minutes', event.data.examinedOn) },
      ],
    },
  },
});

export const awaitingPublication = board.createStateConfig({
  meta: state('Odottaa julkaisemista', 'Väntar på publicering', 'Awaiting publication', 'coordinator', 'published'),
  entry: dueNow('published'),
  on: {
    MinutesPublished: {
      target: '#interface-board-meeting.closed',
      actions: [
        assign({
          publication: ({ event }) => event.data,
          steps: ({ context, event }) => taken(context, 'published', event.on),
        }),
        { type: 'endDeadline', params: met('published') },
      ],
    },
  },
});
