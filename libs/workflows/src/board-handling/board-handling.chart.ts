import { assign } from 'xstate';
import { reachMissing } from '../reach';
import { state } from '../state-meta';
import { remembered, started } from './board-handling.changes';
import { handlingDeadline } from './board-handling.dates';
import { awaitingExtract, inBody } from './board-handling.in-body';
import { escalatedByItself, reminded, withdrawn } from './board-handling.mails';
import { handling } from './board-handling.setup';
import { decisionTold, endTold, startTold, startWarned } from './board-handling.tells';

/**
 * In each body of the order: preparing → awaiting-agenda → awaiting-decision → awaiting-extract; then the next body, or handled.
 * A municipality only tells us of its bodies' decisions, one after another.
 */
export const handlingChart = handling.createMachine({
  id: 'board-handling',
  context: ({ input }) => started(input),
  initial: 'open',
  states: {
    open: {
      meta: state('Toimielimen käsittelyssä', 'Behandlas i organ', 'With a body', 'preparer', 'handling'),
      initial: 'in-body',
      entry: [
        { type: 'setDeadline', params: ({ context }) => handlingDeadline(context) },
        { type: 'notify', params: ({ context }) => startWarned(context) },
        { type: 'tellParent', params: ({ context }) => startTold(context) },
      ],
      on: {
        ReminderFellDue: {
          actions: [
            { type: 'notify', params: ({ context, event }) => reminded(context, event) },
            { type: 'openTask', params: ({ context, event }) => reachMissing(context, event) },
            assign(({ context, event }) => remembered(context, event)),
          ],
        },
        // The county has said that such a matter goes to the manager by itself. One that is there already stays there.
        EscalationFellDue: {
          actions: [
            { type: 'notify', params: ({ context }) => (context.escalated ? [] : escalatedByItself(context)) },
            assign({ escalated: true }),
          ],
        },
        // The date is marked as passed; the case still goes its way.
        DeadlinePassed: {},
        HandlingWithdrawn: 'withdrawn',
        HandlingClosed: 'not-handled',
      },
      states: { 'in-body': inBody, 'awaiting-extract': awaitingExtract },
    },
    handled: {
      type: 'final',
      meta: state('Käsitelty', 'Behandlat', 'Handled', null),
      entry: { type: 'tellParent', params: ({ context }) => decisionTold(context) },
    },
    'not-handled': {
      type: 'final',
      meta: state('Ei käsitelty', 'Inte behandlat', 'Not handled', null),
      entry: { type: 'tellParent', params: ({ context, event }) => endTold(context, event, 'not-handled') },
    },
    withdrawn: {
      type: 'final',
      tags: 'cancelled',
      meta: state('Peruttu', 'Återtaget', 'Withdrawn', null),
      entry: [
        { type: 'notify', params: ({ context, event }) => withdrawn(context, event) },
        { type: 'tellParent', params: ({ context, event }) => endTold(context, event, 'withdrawn') },
      ],
    },
  },
});
