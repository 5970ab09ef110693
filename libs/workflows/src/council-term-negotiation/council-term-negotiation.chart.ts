import { assign } from 'xstate';
import { met } from '../kernel/intents';
import { state } from '../state-meta';
import { agreeing } from './council-term-negotiation.agreeing';
import { preparing } from './council-term-negotiation.before';
import { casesHandedOver, casesJoined } from './council-term-negotiation.councils';
import { termEndDeadline } from './council-term-negotiation.dates';
import { reminded } from './council-term-negotiation.mails';
import * as municipal from './council-term-negotiation.municipalities';
import { term } from './council-term-negotiation.setup';
import { handedOver } from './council-term-negotiation.succession';

/**
 * Forum → situation → goals → negotiation, which must be held before the term ends → approvals → agreement in force →
 * mid-term evaluation → final evaluation. The hand-over to the next term stands beside them: possible near the end, once.
 */
export const termChart = term.createMachine({
  id: 'council-term-negotiation',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    preparation: { forum: null, situation: null, goalsWorkbook: null },
    goals: [],
    negotiation: null,
    sent: null,
    handlings: {},
    cases: [],
    countyDecisions: [],
    yearlyInputs: [],
    approvals: Object.fromEntries(
      [input.county, ...input.data.municipalities].map((organisation) => [organisation, null]),
    ),
    agreement: null,
    midEvaluation: null,
    handedOver: null,
    evaluation: null,
  }),
  initial: 'open',
  states: {
    open: {
      meta: state('Käynnissä', 'Pågår', 'Running', 'coordinator'),
      initial: 'preparing',
      entry: { type: 'setDeadline', params: ({ context }) => termEndDeadline(context) },
      on: {
        ReminderFellDue: { actions: { type: 'notify', params: ({ context, event }) => reminded(context, event) } },
        // The date is marked as passed; a step can still be taken late, but no negotiation after the term's end.
        DeadlinePassed: {},
        // What is waited for anew, and no more, follows from the municipalities as they were.
        MunicipalitiesChanged: {
          guard: 'municipalitiesMayChange',
          actions: [
            { type: 'endDeadline', params: ({ context, event }) => municipal.approvalsComplete(context, event.data) },
            { type: 'setDeadline', params: ({ context, event }) => municipal.approvalsAwaited(context, event.data) },
            { type: 'tellChild', params: ({ context, event }) => casesHandedOver(context, event.data) },
            { type: 'startChild', params: ({ context, event }) => casesJoined(context, event) },
            assign(({ context, event }) => municipal.withChangedMunicipalities(context, event.data)),
          ],
        },
        MattersTakenOver: {
          actions: assign({ takenOver: ({ context, event }) => [...context.takenOver, event.data] }),
        },
        TermHandedOver: {
          guard: 'canHandOver',
          actions: [
            assign({
              handedOver: ({ event: { data: told, on } }) => ({ on, to: told.successor, matters: told.openMatters }),
              evaluation: ({ event: { data: told } }) =>
                told.evaluation === undefined ? null : { evaluation: told.evaluation, document: told.document },
            }),
            { type: 'tellSuccessor', params: ({ context, event }) => handedOver(context, event.data, event.on) },
            { type: 'endDeadline', params: met('handOver') },
          ],
        },
      },
      states: {
        preparing,
        agreeing,
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutad', 'Closed', null) },
    missed: {
      type: 'final',
      meta: state('Päättynyt ilman neuvottelua', 'Avslutad utan förhandling', 'Closed without a negotiation', null),
    },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Återtagen', 'Cancelled', null) },
  },
});
