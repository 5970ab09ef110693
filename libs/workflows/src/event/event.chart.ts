import { assign, setup } from 'xstate';
import type { DatesChange } from '../dated-steps/moved-steps';
import { whyDatesStay, withDates } from '../dated-steps/moved-steps';
import { stepDeadline } from '../dated-steps/step-deadlines';
import { skipped, taken } from '../dated-steps/taken-steps';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import { takingPartAfter, whyTheyStay } from '../taking-part';
import type { Announcement, EventContext, EventInput, EventStep, Held, InvitedChange, Notes } from './event.data';
import { eventSteps } from './event.data';
import { announced, cancelled, changed, moved, reminded } from './event.mails';
import { movedDeadlines } from './event.steps';

type Facts =
  | Fact<'EventAnnounced', Announcement>
  | Fact<'EventHeld', Held>
  | Fact<'EventNoted', Notes>
  | Fact<'StepSkipped', { step: EventStep; reason: string }>
  | Fact<'DatesChanged', DatesChange<EventStep>>
  | Fact<'InvitedChanged', InvitedChange>
  | Fact<'EventCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** Announced → held → noted: what came of it is recorded, or why nothing did. */
export const eventChart = setup({
  types: { context: {} as EventContext, input: {} as Started<EventInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    stillToCome: ({ context, event }) => event.on <= context.dates.event.on,
    hasHappened: ({ event }) => event.type !== 'EventHeld' || event.data.heldOn <= event.on,
    datesMayChange: ({ context, event }) =>
      event.type !== 'DatesChanged' || whyDatesStay(context, eventSteps, event.data, event.on) === null,
    invitedMayChange: ({ context, event }) =>
      event.type !== 'InvitedChanged' || whyTheyStay(context.invited, event.data) === null,
  },
}).createMachine({
  id: 'event',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    steps: {},
    announced: null,
    held: null,
    notes: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'awaiting-announcement',
      on: {
        ReminderFellDue: { actions: { type: 'notify', params: ({ context, event }) => reminded(context, event.data) } },
        // The date is marked as passed; the step can still be taken, late.
        DeadlinePassed: {},
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            { type: 'notify', params: ({ context, event }) => moved(context, event.data) },
            { type: 'setDeadline', params: ({ context, event }) => movedDeadlines(context, event.data.dates) },
            assign({ dates: ({ context, event }) => withDates(context, event.data.dates) }),
          ],
        },
        InvitedChanged: {
          guard: 'invitedMayChange',
          actions: [
            { type: 'notify', params: ({ context, event }) => changed(context, event.data) },
            assign({ invited: ({ context, event }) => takingPartAfter(context.invited, event.data) }),
          ],
        },
      },
      states: {
        'awaiting-announcement': {
          meta: state(
            'Odottaa kutsua',
            'Väntar på inbjudan',
            'Awaiting the announcement',
            'coordinator',
            'announcement',
          ),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'announcement') },
          on: {
            EventAnnounced: {
              guard: 'stillToCome',
              target: 'awaiting-event',
              actions: [
                assign({
                  announced: ({ event }) => event.data,
                  steps: ({ context, event }) => taken(context, 'announcement', event.on),
                }),
                { type: 'notify', params: ({ context }) => announced(context) },
                { type: 'endDeadline', params: met('announcement') },
              ],
            },
            StepSkipped: {
              target: 'awaiting-event',
              actions: [
                assign({ steps: ({ context, event }) => skipped(context, 'announcement', event) }),
                { type: 'endDeadline', params: { name: 'announcement', as: 'cancelled' } },
              ],
            },
            EventCancelled: '#event.cancelled',
          },
        },
        'awaiting-event': {
          meta: state('Odottaa tilaisuutta', 'Väntar på tillfället', 'Awaiting the event', 'coordinator', 'event'),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'event') },
          on: {
            EventHeld: {
              guard: 'hasHappened',
              target: 'awaiting-notes',
              actions: [
                assign({
                  held: ({ event }) => event.data,
                  steps: ({ context, event }) => taken(context, 'event', event.data.heldOn),
                }),
                { type: 'endDeadline', params: ({ event }) => met('event', event.data.heldOn) },
              ],
            },
            EventCancelled: '#event.cancelled',
          },
        },
        'awaiting-notes': {
          meta: state('Odottaa muistiota', 'Väntar på anteckningar', 'Awaiting the notes', 'coordinator', 'notes'),
          entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'notes') },
          on: {
            EventNoted: {
              target: '#event.closed',
              actions: [
                assign({
                  notes: ({ event }) => event.data,
                  steps: ({ context, event }) => taken(context, 'notes', event.on),
                }),
                { type: 'endDeadline', params: met('notes') },
              ],
            },
            StepSkipped: {
              target: '#event.closed',
              actions: assign({ steps: ({ context, event }) => skipped(context, 'notes', event) }),
            },
          },
        },
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutat', 'Closed', null) },
    cancelled: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Inställt', 'Cancelled', null),
      entry: { type: 'notify', params: ({ context, event }) => cancelled(context, event) },
    },
  },
});
