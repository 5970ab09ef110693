import { assign, setup } from 'xstate';
import type { DeadlinePassed, ReminderFellDue } from '../../src/kernel/clock-commands';
import type { Fact, Started } from '../../src/kernel/definition';
import { intentActions, met } from '../../src/kernel/intents';
import { state } from '../../src/state-meta';
import {
  reminded,
  visitDeadline,
  visitStepOf,
  type VisitContext,
  type VisitInput,
  type VisitNote,
} from './site-visit.data';

type Facts =
  | Fact<'VisitHeld', VisitNote>
  | Fact<'VisitCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** Requested → visited, or cancelled. */
export const visitChart = setup({
  types: { context: {} as VisitContext, input: {} as Started<VisitInput>, events: {} as Facts },
  actions: intentActions,
  guards: { notInTheFuture: ({ event }) => event.type !== 'VisitHeld' || event.data.heldOn <= event.on },
}).createMachine({
  id: 'site-visit',
  context: ({ input: { data, id, county } }) => ({ ...data, id, county, overdue: false, held: null }),
  initial: 'requested',
  states: {
    requested: {
      meta: state('Odottaa vierailua', 'Väntar på besöket', 'Awaiting the visit', 'visitor', 'visit'),
      entry: { type: 'setDeadline', params: ({ context }) => visitDeadline(context) },
      on: {
        VisitHeld: {
          guard: 'notInTheFuture',
          target: 'visited',
          actions: [
            assign({ held: ({ event }) => event.data }),
            { type: 'endDeadline', params: ({ event }) => met('visit', event.data.heldOn) },
          ],
        },
        VisitCancelled: 'cancelled',
        DeadlinePassed: { actions: assign({ overdue: true }) },
        ReminderFellDue: {
          actions: { type: 'notify', params: ({ context, event }) => reminded(context, event, visitStepOf(context)) },
        },
      },
    },
    visited: { type: 'final', meta: state('Vierailtu', 'Besökt', 'Visited', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Inställt', 'Cancelled', null) },
  },
});
