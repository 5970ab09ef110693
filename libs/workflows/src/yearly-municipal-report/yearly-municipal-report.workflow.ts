import { citations } from '@app/domain';
import { replannedSteps } from '../dated-steps/moved-steps';
import { label, reasonForm } from '../fields';
import { clockCommands } from '../kernel/clock-commands';
import { defineWorkflow } from '../kernel/definition';
import { publicForEver } from '../kernel/record';
import { areaCommand, changedByArea } from '../taking-part';
import { reportsChart } from './yearly-municipal-report.chart';
import type { ReportsContext } from './yearly-municipal-report.data';
import * as data from './yearly-municipal-report.data';
import { reportsEvidence } from './yearly-municipal-report.evidence';
import { reportsFromPlan } from './yearly-municipal-report.planned';
import { refusals } from './yearly-municipal-report.refusals';
import { reportsTitle, stepTitles } from './yearly-municipal-report.titles';

const staff = ['admin', 'coordinator'] as const;

/**
 * Every municipality reports yearly to its council on wellbeing (612/2021 § 6). The duty is the municipality's own: the county
 * asks for nothing here, it records when, under which § and where the report can be read.
 */
export const yearlyMunicipalReport = defineWorkflow<ReportsContext>({
  name: 'yearly-municipal-report',
  version: 1,
  title: label(
    'Kuntien vuosittaiset raportit hyvinvoinnista',
    'Kommunernas årliga rapporter om välfärden',
    'Yearly municipal reports on wellbeing',
  ),
  basis: citations.municipalityTakesPart,
  start: {
    event: 'ReportsPlanned',
    title: label('Aloita raporttien seuranta', 'Inled uppföljningen av rapporterna', 'Start following the reports'),
    schema: data.reportsInput,
    roles: staff,
  },
  chart: reportsChart,
  commands: {
    ...clockCommands,
    'record-report': {
      title: label('Kirjaa kunnan raportti', 'Anteckna kommunens rapport', "Record a municipality's report"),
      roles: staff,
      schema: ({ municipalities }) => data.councilReport(municipalities),
      event: 'ReportRecorded',
    },
    reschedule: {
      title: label('Muuta päivää', 'Ändra dagen', 'Change the date'),
      roles: staff,
      schema: data.datesChange,
      event: 'DatesChanged',
    },
    'change-municipalities': {
      title: label('Muuta mukana olevia kuntia', 'Ändra vilka kommuner som följs upp', 'Change the municipalities'),
      // The engine gives it when a change of the area takes effect.
      roles: [...staff, 'workflow'],
      schema: data.municipalitiesChange,
      event: 'MunicipalitiesChanged',
    },
    close: {
      title: label('Päätä raporttien seuranta', 'Avsluta uppföljningen', 'Close'),
      roles: staff,
      schema: data.closing,
      event: 'ReportsClosed',
    },
    cancel: {
      title: label('Peru virheellinen aloitus', 'Återta en felaktig start', 'Cancel what was started by mistake'),
      roles: staff,
      schema: reasonForm,
      event: 'ReportsCancelled',
    },
  },
  refusals,
  deadlines: {
    deliveredToCounty: {
      title: stepTitles.deliveredToCounty,
      askedOf: ({ county }) => [{ organisation: county, audience: 'coordinator' }],
    },
  },
  mails: ['step-due', 'step-overdue'],
  parties: (context) => ({ coordinator: [context.county], unreported: data.unreported(context) }),
  partTitles: {
    unreported: label(
      'kunnat, joiden raporttia ei ole kirjattu',
      'kommuner vars rapport inte har antecknats',
      'municipalities whose report is not recorded',
    ),
  },
  concerns: ({ municipalities }) => municipalities,
  matter: reportsTitle,
  planned: reportsFromPlan,
  replanned: (entry, context) => replannedSteps(entry, context, data.reportSteps),
  evidence: reportsEvidence,
  areaChanged: (change, register, { municipalities }, today) =>
    areaCommand('change-municipalities', changedByArea(change, register, municipalities, today)),
  records: {
    ReportRecorded: {
      makes: 'report',
      ...publicForEver,
      caseNumber: ({ caseNumber }: { caseNumber?: string | null }) => caseNumber,
    },
  },
});
