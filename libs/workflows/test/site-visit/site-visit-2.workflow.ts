import { addDays, helsinkiInstant, type CivilDate } from '@app/domain';
import { assign, setup } from 'xstate';
import { label, noForm } from '../../src/fields';
import type { DeadlinePassed, ReminderFellDue } from '../../src/kernel/clock-commands';
import { defineWorkflow, type Fact, type Started } from '../../src/kernel/definition';
import { intentActions, met, type DeadlineIntent } from '../../src/kernel/intents';
import { state } from '../../src/state-meta';
import {
  reminded,
  visitDeadline,
  visitStepOf,
  type VisitContext,
  type VisitInput,
  type VisitNote,
  type VisitStep,
} from './site-visit.data';
import { siteVisit } from './site-visit.workflow';

type Facts =
  | Fact<'VisitHeld', VisitNote>
  | Fact<'VisitReported'>
  | Fact<'VisitCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** How long after the visit the host is to have its report. */
const reportDays = 14;

const reportStep = label('Lähetä vierailun raportti', 'Sänd rapporten om besöket', 'Send the report of the visit');

/** Before the visit the visit itself, after it the report. */
function stepOf(context: VisitContext): VisitStep {
  return context.held ? { title: reportStep, dueOn: reportDue(context.held) } : visitStepOf(context);
}

function reportDue({ heldOn }: VisitNote): CivilDate {
  return addDays(heldOn, reportDays);
}

function reportDeadline({ closes }: VisitContext, held: VisitNote): DeadlineIntent {
  const on = reportDue(held);
  return { name: 'report', dueOn: on, dueAt: helsinkiInstant(on, closes), basis: 'agreed', ladder: 'step' };
}

/** Requested → awaiting the report → reported; or cancelled. */
const chart = setup({
  types: { context: {} as VisitContext, input: {} as Started<VisitInput>, events: {} as Facts },
  actions: intentActions,
  guards: { notInTheFuture: ({ event }) => event.type !== 'VisitHeld' || event.data.heldOn <= event.on },
}).createMachine({
  id: 'site-visit',
  context: ({ input: { data, id, county } }) => ({ ...data, id, county, overdue: false, held: null }),
  initial: 'open',
  states: {
    open: {
      meta: state('Kesken', 'Pågår', 'Open', 'visitor'),
      initial: 'requested',
      on: {
        VisitCancelled: 'cancelled',
        DeadlinePassed: { actions: assign({ overdue: true }) },
        ReminderFellDue: {
          actions: { type: 'notify', params: ({ context, event }) => reminded(context, event, stepOf(context)) },
        },
      },
      states: {
        requested: {
          meta: state('Odottaa vierailua', 'Väntar på besöket', 'Awaiting the visit', 'visitor', 'visit'),
          entry: { type: 'setDeadline', params: ({ context }) => visitDeadline(context) },
          on: {
            VisitHeld: {
              guard: 'notInTheFuture',
              target: 'awaiting-report',
              actions: [
                assign({ held: ({ event }) => event.data, overdue: false }),
                { type: 'endDeadline', params: ({ event }) => met('visit', event.data.heldOn) },
                { type: 'setDeadline', params: ({ context, event }) => reportDeadline(context, event.data) },
              ],
            },
          },
        },
        'awaiting-report': {
          meta: state('Odottaa raporttia', 'Väntar på rapporten', 'Awaiting the report', 'visitor', 'report'),
          on: {
            VisitReported: { target: '#site-visit.reported', actions: { type: 'endDeadline', params: met('report') } },
          },
        },
      },
    },
    reported: { type: 'final', meta: state('Raportoitu', 'Rapporterat', 'Reported', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Inställt', 'Cancelled', null) },
  },
});

/** The host gets a report within two weeks. A visit whose day has passed is finished as it was begun. */
export const siteVisit2 = defineWorkflow<VisitContext>({
  ...siteVisit,
  version: 2,
  chart,
  commands: {
    ...siteVisit.commands,
    'send-report': {
      title: reportStep,
      roles: ['admin', 'coordinator'],
      schema: noForm,
      event: 'VisitReported',
    },
  },
  deadlines: {
    ...siteVisit.deadlines,
    report: { title: reportStep, askedOf: ({ county }) => [{ organisation: county, audience: 'coordinator' }] },
  },
  migrates: {
    from: 1,
    map: ({ context }: { context: VisitContext }) =>
      context.overdue
        ? {
            stays: label(
              'Vierailupäivä on kulunut. Kirjaa tai peru vierailu.',
              'Besöksdagen har passerat. Anteckna besöket eller ställ in det.',
              'The day of the visit has passed. Record the visit or cancel it.',
            ),
          }
        : { value: { open: 'requested' }, context },
  },
});
