import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import type { DatedContext } from '../dated-steps/dated-context';
import { closesField, documentField } from '../dated-steps/dated-context';
import { datesChangeForm } from '../dated-steps/moved-steps';
import { dateField, label, lineField, planDate, textField } from '../fields';
import { partiesChangeForm, organisationLabel } from '../taking-part';

/** The one date that the county has asked for: by then it has heard of every municipality's report. */
export const reportSteps = ['deliveredToCounty'] as const;
export type ReportStep = (typeof reportSteps)[number];

export const reportsInput = z.strictObject({
  /** The calendar year in which the councils handle their reports. */
  year: z.number().int().min(2000).max(2199),
  municipalities: z.array(z.string()).min(1),
  dates: z.strictObject({ deliveredToCounty: planDate }),
  closes: closesField,
});
export type ReportsInput = z.infer<typeof reportsInput>;

/** A municipality's council has handled its yearly report: when, § and where it can be read. */
export function councilReport(municipalities: readonly string[]) {
  return z.strictObject({
    organisation: z.enum(municipalities).meta({ label: label('Kunta', 'Kommun', 'Municipality') }),
    meetingOn: dateField(label('Valtuuston kokous', 'Fullmäktiges sammanträde', 'Meeting of the council')),
    section: lineField(label('Pykälä', 'Paragraf', 'Section number'), 20),
    caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60).optional(),
    document: documentField.optional(),
  });
}
export type CouncilReport = {
  organisation: string;
  meetingOn: CivilDate;
  section: string;
  caseNumber?: string | undefined;
  document?: string | undefined;
};

/** Ends the following. Where a municipality's report is not known, the record says why it is not waited for. */
export const closing = z.strictObject({
  whyWithout: textField(
    label('Miksi kaikkia ei odoteta', 'Varför alla inte inväntas', 'Why not all are waited for'),
    2000,
  ).optional(),
});
export type Closing = z.infer<typeof closing>;

export const datesChange = datesChangeForm(reportSteps);

export const municipalitiesChange = partiesChangeForm(z.string().meta({ label: organisationLabel }));
export type MunicipalitiesChange = z.infer<typeof municipalitiesChange>;

/** The reports of a year as the county knows them. */
export type ReportsContext = DatedContext<ReportStep> &
  ReportsInput & {
    reports: Record<string, CouncilReport>;
    whyWithout: string | null;
  };

/** The municipalities whose report is not known yet. */
export function unreported({ municipalities, reports }: Pick<ReportsContext, 'municipalities' | 'reports'>): string[] {
  return municipalities.filter((organisation) => reports[organisation] === undefined);
}
