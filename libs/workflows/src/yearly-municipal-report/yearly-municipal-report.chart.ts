import { assign, setup } from 'xstate';
import type { DatesChange } from '../dated-steps/moved-steps';
import { whyDatesStay, withDates } from '../dated-steps/moved-steps';
import { stepDeadline } from '../dated-steps/step-deadlines';
import { stepReminded } from '../dated-steps/step-mails';
import { taken } from '../dated-steps/taken-steps';
import type { DeadlinePassed, ReminderFellDue } from '../kernel/clock-commands';
import type { Fact, Started } from '../kernel/definition';
import { intentActions, met } from '../kernel/intents';
import { state } from '../state-meta';
import { takingPartAfter, whyTheyStay } from '../taking-part';
import type {
  Closing,
  CouncilReport,
  MunicipalitiesChange,
  ReportsContext,
  ReportsInput,
  ReportStep,
} from './yearly-municipal-report.data';
import { reportSteps, unreported } from './yearly-municipal-report.data';
import { whyNotReportedThen } from './yearly-municipal-report.refusals';
import { reportsTitle, stepTitles } from './yearly-municipal-report.titles';

type Facts =
  | Fact<'ReportRecorded', CouncilReport>
  | Fact<'DatesChanged', DatesChange<ReportStep>>
  | Fact<'MunicipalitiesChanged', MunicipalitiesChange>
  | Fact<'ReportsClosed', Closing>
  | Fact<'ReportsCancelled', { reason: string }>
  | Fact<'DeadlinePassed', DeadlinePassed>
  | Fact<'ReminderFellDue', ReminderFellDue>;

/** Each municipality reports to its own council; the county records when, under which § and where it can be read. */
export const reportsChart = setup({
  types: { context: {} as ReportsContext, input: {} as Started<ReportsInput>, events: {} as Facts },
  actions: intentActions,
  guards: {
    reportedThen: ({ context, event }) =>
      event.type !== 'ReportRecorded' || whyNotReportedThen(context, event.data, event.on) === null,
    datesMayChange: ({ context, event }) =>
      event.type !== 'DatesChanged' || whyDatesStay(context, reportSteps, event.data, event.on) === null,
    municipalitiesMayChange: ({ context, event }) =>
      event.type !== 'MunicipalitiesChanged' || whyTheyStay(context.municipalities, event.data) === null,
    allReportedOrExplained: ({ context, event }) =>
      event.type !== 'ReportsClosed' || unreported(context).length === 0 || event.data.whyWithout !== undefined,
  },
}).createMachine({
  id: 'yearly-municipal-report',
  context: ({ input }) => ({
    ...input.data,
    id: input.id,
    county: input.county,
    steps: {},
    reports: {},
    whyWithout: null,
  }),
  initial: 'awaiting-reports',
  states: {
    'awaiting-reports': {
      meta: state(
        'Odottaa tietoa kuntien raporteista',
        'Väntar på uppgifter om kommunernas rapporter',
        "Awaiting word of the municipalities' reports",
        'unreported',
        'deliveredToCounty',
      ),
      entry: { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'deliveredToCounty') },
      on: {
        ReminderFellDue: {
          actions: {
            type: 'notify',
            params: ({ context, event }) => stepReminded(context, reportsTitle(context), stepTitles, event.data),
          },
        },
        // The date is marked as passed; a report can still be recorded, late.
        DeadlinePassed: {},
        // A council may handle its report again; the record is then that of its last meeting.
        ReportRecorded: {
          guard: 'reportedThen',
          actions: assign({
            reports: ({ context, event: { data } }) => ({ ...context.reports, [data.organisation]: data }),
          }),
        },
        DatesChanged: {
          guard: 'datesMayChange',
          actions: [
            assign({ dates: ({ context, event }) => withDates(context, event.data.dates) }),
            { type: 'setDeadline', params: ({ context }) => stepDeadline(context, 'deliveredToCounty') },
          ],
        },
        MunicipalitiesChanged: {
          guard: 'municipalitiesMayChange',
          actions: assign({
            municipalities: ({ context, event }) => takingPartAfter(context.municipalities, event.data),
          }),
        },
        ReportsClosed: {
          guard: 'allReportedOrExplained',
          target: 'closed',
          actions: [
            assign({
              whyWithout: ({ event }) => event.data.whyWithout ?? null,
              steps: ({ context, event }) => taken(context, 'deliveredToCounty', event.on),
            }),
            { type: 'endDeadline', params: ({ context }) => met('deliveredToCounty', lastReportOn(context)) },
          ],
        },
        ReportsCancelled: 'cancelled',
      },
    },
    closed: { type: 'final', meta: state('Päättynyt', 'Avslutad', 'Closed', null) },
    cancelled: { type: 'final', tags: 'cancelled', meta: state('Peruttu', 'Återtagen', 'Cancelled', null) },
  },
});

/** The day of the last report there is; undefined where not all are there. */
function lastReportOn(context: ReportsContext) {
  if (unreported(context).length > 0) return undefined;
  return Object.values(context.reports)
    .map(({ meetingOn }) => meetingOn)
    .toSorted()
    .at(-1);
}
