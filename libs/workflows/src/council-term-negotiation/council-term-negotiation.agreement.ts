import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import { dateField, label, lineField, linkField, textField } from '../fields';

/** The cooperation agreement: as it goes to the councils, as it is signed, and what is told of it every year. */

const measure = z.strictObject({
  title: lineField(label('Toimenpide', 'Åtgärd', 'Measure'), 300),
  owner: lineField(label('Vastuutaho', 'Ansvarig', 'Owner')),
  dueYear: z
    .number()
    .int()
    .min(2000)
    .max(2100)
    .optional()
    .meta({ label: label('Tehty vuonna', 'Utförd år', 'To be done in') }),
});

const agreementLink = linkField(label('Linkki sopimukseen', 'Länk till avtalet', 'Link to the agreement'));
/** Yhteistyöpöytäkirja: what some areas write beside the agreement. */
const recordLink = linkField(
  label('Linkki yhteistyöpöytäkirjaan', 'Länk till samarbetsprotokollet', 'Link to the cooperation record'),
);

/**
 * What the negotiators have drafted, politically and not legally binding; the goals stand with the term itself. Cooperation and the division
 * of work are what the act is about; structures, operating models and information flow can be agreed (611/2021 § 14).
 */
export const agreementDraft = z.strictObject({
  proposal: textField(label('Päätösehdotus valtuustoille', 'Beslutsförslag till fullmäktige', 'Proposal'), 5000),
  measures: z
    .array(measure)
    .min(1)
    .max(100)
    .meta({ label: label('Toimenpiteet', 'Åtgärder', 'Measures') }),
  divisionOfWork: textField(label('Yhteistyö ja työnjako', 'Samarbete och arbetsfördelning', 'Cooperation and work')),
  structures: textField(label('Rakenteet', 'Strukturer', 'Structures')).optional(),
  operatingModels: textField(label('Toimintamallit', 'Verksamhetsmodeller', 'Operating models')).optional(),
  informationFlow: textField(label('Tiedonkulku', 'Informationsgång', 'Information flow')).optional(),
  document: agreementLink.optional(),
  cooperationRecord: recordLink.optional(),
});
export type SentAgreement = z.infer<typeof agreementDraft>;

export const agreement = z.strictObject({
  signedOn: dateField(label('Allekirjoitettu', 'Undertecknat', 'Signed on')),
  document: agreementLink.optional(),
  cooperationRecord: recordLink.optional(),
  whyWithout: textField(
    label(
      'Miksi allekirjoitettiin ilman kaikkien kuntien hyväksyntää',
      'Varför avtalet undertecknades utan alla kommuners godkännande',
      'Why it was signed without the approval of every municipality',
    ),
    2000,
  ).optional(),
});
export type Agreement = z.infer<typeof agreement>;

/** What the agreement gives state steering and the council every year: an evaluation with the accounts, and input to the budgets. */
export const halves = ['accounts', 'budgets'] as const;
export type Half = (typeof halves)[number];
const halfTitles = {
  accounts: label('Arviointi tilinpäätöksen yhteydessä', 'Utvärdering i samband med bokslutet', 'With the accounts'),
  budgets: label('Talousarvioiden valmistelu', 'Beredning av budgeterna', 'For the budgets'),
};

/** An input of one of the years in which the agreement is in force. */
export function yearlyInput(years: readonly number[]) {
  return z.strictObject({
    year: (years.length > 0 ? z.literal([...years]) : z.int()).meta({ label: label('Vuosi', 'År', 'Year') }),
    half: z.enum(halves).meta({ label: label('Mihin', 'Till vad', 'For what'), options: halfTitles }),
    findings: textField(label('Mitä todettiin ja annettiin', 'Vad som konstaterades och gavs', 'Findings')),
    document: linkField(label('Linkki asiakirjaan', 'Länk till dokumentet', 'Link to the document')).optional(),
  });
}
export type GivenInput = z.infer<ReturnType<typeof yearlyInput>>;
export type SkippedInput = { year: number; half: Half; reason: string };

/** How an input came about, or why it was left out. */
export type YearlyInput = {
  year: number;
  half: Half;
  on: CivilDate;
  skipped: string | null;
  findings: string | null;
  document: string | null;
};
