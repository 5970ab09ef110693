import { z } from 'zod';
import { plannedBody } from '../board-handling/board-handling.data';
import type { DecisionNote } from '../board-handling/decision-note';
import type { Collecting } from '../collecting/asked-requests';
import { collectedParty } from '../collecting/asked-requests';
import type { DatedContext } from '../dated-steps/dated-context';
import { closesField, documentField } from '../dated-steps/dated-context';
import { datesChangeForm } from '../dated-steps/moved-steps';
import { dateField, label, planDate, textField } from '../fields';

/** The dated steps of the municipalities' part, and those of the county's own, each in their order. The two parts run side by side. */
export const municipalSteps = ['requestsSent', 'deliveredToCounty'] as const;
export const ownSteps = ['prepared', 'hyteBoard', 'countyExecutive', 'countyCouncil', 'published'] as const;
export const accountSteps = [...municipalSteps, ...ownSteps] as const;
export type OwnStep = (typeof ownSteps)[number];
export type AccountStep = (typeof accountSteps)[number];

const body = plannedBody.omit({ plannedOn: true });
const perhaps = planDate.optional();

export const accountInput = z.strictObject({
  /** The council term that the accounts and plans are of: `2025-2029`. */
  about: z.string(),
  /** The last day of the term: an account that comes until then can still be used. */
  termEnds: dateField(label('Kausi päättyy', 'Perioden slutar', 'The term ends')),
  /** The county's municipalities. */
  parties: z.array(collectedParty).min(1),
  bodies: z.strictObject({ hyteBoard: body, countyExecutive: body, countyCouncil: body }),
  /** Of the county's own part only what the plan gives, or the bodies' calendars. */
  dates: z.strictObject({
    requestsSent: planDate,
    deliveredToCounty: planDate,
    prepared: perhaps,
    hyteBoard: perhaps,
    countyExecutive: perhaps,
    countyCouncil: perhaps,
    published: perhaps,
  }),
  closes: closesField,
});
export type AccountInput = z.infer<typeof accountInput>;

/** The county's own account and plan, ready for its bodies. */
export const ownAccount = z.strictObject({
  summary: textField(label('Tiivistelmä', 'Sammandrag', 'Summary'), 10_000),
  proposal: textField(
    label('Päätösehdotus toimielimille', 'Beslutsförslag till organen', 'Proposal to the bodies'),
    10_000,
  ),
  document: documentField.optional(),
});
export type OwnAccount = z.infer<typeof ownAccount>;

export const publication = z.strictObject({
  publishedOn: dateField(label('Julkaistu', 'Publicerad', 'Published on')),
  link: documentField,
});
export type Publication = z.infer<typeof publication>;

/** Ends the matter. Where a municipality has not delivered its account, the record says why it is not waited for. */
export const closing = z.strictObject({
  whyWithout: textField(
    label('Miksi kaikkia ei odoteta', 'Varför alla inte inväntas', 'Why not all are waited for'),
    2000,
  ).optional(),
});
export type Closing = z.infer<typeof closing>;

export const datesChange = datesChangeForm(accountSteps);

/**
 * The accounts and plans of a term as they stand. A step of the county's own part without a date is not in `dates`: `isDated` tells.
 * The municipalities' accounts are what the requests were answered.
 */
export type AccountContext = DatedContext<AccountStep> &
  Collecting &
  Omit<AccountInput, 'dates'> & {
    own: OwnAccount | null;
    /** How often the county's own has gone to the bodies: one that is rejected comes back. */
    handlingNo: number;
    decisions: DecisionNote[];
    publication: Publication | null;
    whyWithout: string | null;
  };

export function isDated({ dates }: Pick<AccountContext, 'dates'>, step: AccountStep): boolean {
  return (dates as AccountInput['dates'])[step] !== undefined;
}

/** The municipalities whose account has not been delivered. */
export function undelivered({ parties, asked }: Pick<AccountContext, 'parties' | 'asked'>): string[] {
  const answered = Object.values(asked).filter(({ outcome }) => outcome === 'answered' || outcome === 'late');
  const delivered = new Set(answered.map(({ organisation }) => organisation));
  return parties.map(({ organisation }) => organisation).filter((organisation) => !delivered.has(organisation));
}
