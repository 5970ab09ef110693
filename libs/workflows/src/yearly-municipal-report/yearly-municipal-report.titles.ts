import type { Text } from '@app/domain';
import { label } from '../fields';
import type { ReportsContext, ReportStep } from './yearly-municipal-report.data';

/** What the coordinator has to do, as the deadline and the reminders call it. */
export const stepTitles: Record<ReportStep, Text> = {
  deliveredToCounty: label(
    'Kirjaa kuntien raportit valtuustoilleen',
    'Anteckna kommunernas rapporter till fullmäktige',
    "Record the municipalities' reports to their councils",
  ),
};

export function reportsTitle({ year }: Pick<ReportsContext, 'year'>): Text {
  return label(
    `Kuntien raportit hyvinvoinnista ${year}`,
    `Kommunernas rapporter om välfärden ${year}`,
    `Municipal reports on wellbeing ${year}`,
  );
}
