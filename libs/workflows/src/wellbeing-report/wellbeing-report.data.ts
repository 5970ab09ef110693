import { z } from 'zod';
import { plannedBody } from '../board-handling/board-handling.data';
import type { DecisionNote } from '../board-handling/decision-note';
import type { Collecting } from '../collecting/asked-requests';
import { collectedParty } from '../collecting/asked-requests';
import type { CarriedGoals } from '../goals';
import type { DatedContext } from '../dated-steps/dated-context';
import { closesField, documentField } from '../dated-steps/dated-context';
import { datesChangeForm } from '../dated-steps/moved-steps';
import { dateField, label, lineField, planDate, textField } from '../fields';

/** The dated steps of the report, in their order. The indicators are gathered beside the cards. */
export const reportSteps = [
  'designStarts',
  'requestsSent',
  'cardsDue',
  'indicatorsReady',
  'cardsCompiled',
  'reportReady',
  'hyteBoard',
  'countyExecutive',
  'countyCouncil',
  'published',
  'delivered',
] as const;
export type ReportStep = (typeof reportSteps)[number];

const body = plannedBody.omit({ plannedOn: true });

export const reportInput = z.strictObject({
  /** The year that the report tells of. */
  about: z.string(),
  /** Who is asked for a card: municipalities, the county's sectors and its NGOs. */
  parties: z.array(collectedParty).min(1),
  /** Which of the parties are sectors of the county. */
  sectors: z.array(z.string()),
  bodies: z.strictObject({ hyteBoard: body, countyExecutive: body, countyCouncil: body }),
  dates: z.strictObject(
    Object.fromEntries(reportSteps.map((step) => [step, planDate])) as Record<ReportStep, typeof planDate>,
  ),
  closes: closesField,
});
export type ReportInput = z.infer<typeof reportInput>;

export const design = z.strictObject({
  startedOn: dateField(label('Aloitettu', 'Inlett', 'Started on')),
  plan: textField(
    label('Miten tieto kerätään', 'Hur uppgifterna samlas in', 'How the data is collected'),
    4000,
  ).optional(),
});

/** Figures that come from elsewhere: indicators, the HYTE coefficient, what people tell of their experience. */
export const indicators = z.strictObject({
  readyOn: dateField(label('Koottu', 'Sammanställda', 'Gathered on')),
  values: z
    .array(
      z.strictObject({
        indicator: lineField(label('Indikaattori', 'Indikator', 'Indicator')),
        value: lineField(label('Arvo', 'Värde', 'Value'), 40),
        year: lineField(label('Vuosi', 'År', 'Year'), 10),
      }),
    )
    .max(200)
    .meta({ label: label('Indikaattorit', 'Indikatorer', 'Indicators') })
    .optional(),
  hyteCoefficient: textField(label('Hyte-kerroin', 'Hyte-koefficienten', 'HYTE coefficient'), 2000).optional(),
  experience: textField(label('Kokemustieto', 'Erfarenhetsuppgifter', 'Experience data'), 4000).optional(),
  document: documentField.optional(),
});

export const compiled = z.strictObject({ document: documentField.optional() });

export const readyReport = z.strictObject({
  summary: textField(label('Tiivistelmä', 'Sammandrag', 'Summary'), 10_000),
  proposal: textField(
    label('Päätösehdotus toimielimille', 'Beslutsförslag till organen', 'Proposal to the bodies'),
    10_000,
  ),
  document: documentField.optional(),
});

export const publication = z.strictObject({
  publishedOn: dateField(label('Julkaistu', 'Publicerad', 'Published on')),
  link: documentField,
});

/** Ends the report: every municipality has received it, or the record says why one is not waited for. */
export function delivery(municipalities: readonly string[]) {
  return z.strictObject({
    receivedBy: z
      .array(z.enum(municipalities))
      .meta({ label: label('Kunnat, jotka ovat saaneet raportin', 'Kommuner som har fått rapporten', 'Received by') }),
    whyWithout: textField(
      label('Miksi jotakin kuntaa ei odoteta', 'Varför någon kommun inte inväntas', 'Why one is not waited for'),
      2000,
    ).optional(),
  });
}
export type Delivery = { receivedBy: string[]; whyWithout?: string | undefined };

export const datesChange = datesChangeForm(reportSteps);

/** The report as it stands. The cards are what the requests were answered. */
export type ReportContext = DatedContext<ReportStep> &
  Collecting &
  ReportInput & {
    indicators: z.infer<typeof indicators> | null;
    report: z.infer<typeof readyReport> | null;
    /** How often the report has gone to the bodies: one that is rejected comes back. */
    handlingNo: number;
    decisions: DecisionNote[];
    publication: z.infer<typeof publication> | null;
    delivery: Delivery | null;
    /** What the negotiations before agreed to reach in the year that the report tells of. */
    carriedGoals: CarriedGoals[];
  };

/** The parties that are municipalities: the report goes to each of them. */
export function municipalitiesOf({ parties }: Pick<ReportContext, 'parties'>): string[] {
  return parties.filter(({ kind }) => kind === 'municipality').map(({ organisation }) => organisation);
}
