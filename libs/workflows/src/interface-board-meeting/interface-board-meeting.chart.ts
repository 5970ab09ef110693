import { assign } from 'xstate';
import { requestsHandedOver, withChangedParties, withNote } from '../collecting/asked-requests';
import { state } from '../state-meta';
import * as after from './interface-board-meeting.after';
import * as before from './interface-board-meeting.before';
import { changed, reminded } from './interface-board-meeting.mails';
import { board, moveDates } from './interface-board-meeting.setup';
import { newRequests } from './interface-board-meeting.steps';

/** Ask for topics → agree on the items → send the agenda → meet → examine the minutes → publish them. */
export const boardChart = board.createMachine({
  id: 'interface-board-meeting',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    steps: {},
    asked: {},
    items: [],
    agenda: null,
    notQuorate: [],
    held: null,
    minutes: null,
    publication: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'awaiting-topics',
      on: {
        ReminderFellDue: { actions: { type: 'notify', params: ({ context, event }) => reminded(context, event.data) } },
        // The date is marked as passed; the step can still be taken, late.
        DeadlinePassed: {},
        // The requests tell of their ends once the agenda has been sent, too.
        AnswerNoted: { actions: assign({ asked: ({ context, event }) => withNote(context, event) }) },
        DatesChanged: { guard: 'datesMayChange', actions: moveDates },
        // Who is told, asked and by which request follows from the members as they were.
        PartiesChanged: {
          guard: 'partiesMayChange',
          actions: [
            { type: 'notify', params: ({ context, event }) => changed(context, event.data) },
            { type: 'tellChild', params: ({ context, event }) => requestsHandedOver(context, event.data) },
            { type: 'startChild', params: ({ context, event }) => newRequests(context, event) },
            assign(({ context, event }) => withChangedParties(context, event.data, newRequests(context, event))),
          ],
        },
      },
      states: {
        'awaiting-topics': before.awaitingTopics,
        'awaiting-items': before.awaitingItems,
        'awaiting-agenda': before.awaitingAgenda,
        'awaiting-meeting': after.awaitingMeeting,
        'awaiting-new-date': after.awaitingNewDate,
        'awaiting-minutes': after.awaitingMinutes,
        'awaiting-publication': after.awaitingPublication,
      },
    },
    closed: { type: 'final', meta: state('Julkaistu', 'Publicerat', 'Published', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Inställt', 'Cancelled', null) },
  },
});
