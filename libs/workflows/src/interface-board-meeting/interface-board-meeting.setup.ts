import { setup } from 'xstate';
import type { PartiesChange } from '../collecting/asked-requests';
import { whyPartiesStay, withdrawRequests } from '../collecting/asked-requests';
import type { DatesChange } from '../dated-steps/moved-steps';
import { withDates } from '../dated-steps/moved-steps';
import { stepDeadline } from '../dated-steps/step-deadlines';
import type { AnswerNote } from '../information-request/answer-note';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import type { BoardContext, BoardInput, BoardStep } from './interface-board-meeting.data';
import type { Agenda, Items, MeetingRecord, Minutes, Publication } from './interface-board-meeting.forms';
import { cancelled, moved } from './interface-board-meeting.mails';
import {
  whyBoardDatesStay,
  whyNoNewMeeting,
  whyNotExaminedThen,
  whyNotHeldThen,
} from './interface-board-meeting.refusals';
import { movedDeadlines, movedRequests } from './interface-board-meeting.steps';

type Facts =
  | Fact<'TopicsAsked'>
  | Fact<'AnswerNoted', AnswerNote>
  | Fact<'ItemsAgreed', Items>
  | Fact<'AgendaSent', Agenda>
  | Fact<'MeetingHeld', MeetingRecord>
  | Fact<'MeetingNotQuorate', MeetingRecord>
  | Fact<'MinutesRecorded', Minutes>
  | Fact<'MinutesPublished', Publication>
  | Fact<'StepSkipped', { step: BoardStep; reason: string }>
  | Fact<'DatesChanged', DatesChange<BoardStep>>
  | Fact<'PartiesChanged', PartiesChange>
  | Fact<'MeetingCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** The types, guards and shared actions of the meeting's chart. */
export const board = setup({
  types: { context: {} as BoardContext, input: {} as Started<BoardInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    replyStillAhead: ({ context, event }) => event.on < context.dates.itemsReady.on,
    meetingStillAhead: ({ context, event }) => event.on <= context.dates.meeting.on,
    heldThen: ({ context, event }) =>
      (event.type !== 'MeetingHeld' && event.type !== 'MeetingNotQuorate') ||
      whyNotHeldThen(context, event.data, event.on) === null,
    examinedThen: ({ context, event }) =>
      event.type !== 'MinutesRecorded' || whyNotExaminedThen(context, event.data, event.on) === null,
    datesMayChange: ({ context, event }) => event.type !== 'DatesChanged' || whyBoardDatesStay(context, event) === null,
    meetsAnew: ({ context, event }) => event.type !== 'DatesChanged' || whyNoNewMeeting(context, event) === null,
    partiesMayChange: ({ context, event }) =>
      event.type !== 'PartiesChanged' || whyPartiesStay(context, event.data) === null,
  },
});

/** The entry of a state: what is waited for in it runs by its date. */
export function dueNow(step: BoardStep) {
  return {
    type: 'setDeadline' as const,
    params: ({ context }: { context: BoardContext }) => stepDeadline(context, step),
  };
}

type Moving = { context: BoardContext; event: Fact<'DatesChanged', DatesChange<BoardStep>> };

/** Who is told, and what moves, follows from the dates as they were. */
export const moveDates = [
  { type: 'notify' as const, params: ({ context, event }: Moving) => moved(context, event.data) },
  { type: 'tellChild' as const, params: ({ context, event }: Moving) => movedRequests(context, event.data) },
  { type: 'setDeadline' as const, params: ({ context, event }: Moving) => movedDeadlines(context, event.data.dates) },
  board.assign(({ context, event }) =>
    event.type === 'DatesChanged' ? { dates: withDates(context, event.data.dates) } : {},
  ),
];

type Cancelling = { context: BoardContext; event: Fact<'MeetingCancelled', { reason: string }> };

/** Until it has been held. */
export const cancelMeeting = {
  target: '#interface-board-meeting.cancelled',
  actions: [
    { type: 'notify' as const, params: ({ context, event }: Cancelling) => cancelled(context, event.data.reason) },
    {
      type: 'tellChild' as const,
      params: ({ context, event }: Cancelling) => withdrawRequests(context, event.data.reason),
    },
  ],
};
