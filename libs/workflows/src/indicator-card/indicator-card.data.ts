import { z } from 'zod';
import type { Collecting } from '../collecting/asked-requests';
import { collectedParty } from '../collecting/asked-requests';
import type { DatedContext } from '../dated-steps/dated-context';
import { closesField, documentField } from '../dated-steps/dated-context';
import { datesChangeForm } from '../dated-steps/moved-steps';
import { label, planDate, textField } from '../fields';

/** The dated steps of a round of indicator cards, in their order. */
export const indicatorSteps = ['requestsSent', 'statusDue', 'compiled'] as const;
export type IndicatorStep = (typeof indicatorSteps)[number];

export const indicatorInput = z.strictObject({
  /** The third of the year that the cards tell of: `2026/1`. */
  about: z.string(),
  /** The owners of the indicators. */
  parties: z.array(collectedParty).min(1),
  dates: z.strictObject({ requestsSent: planDate, statusDue: planDate, compiled: planDate }),
  closes: closesField,
});
export type IndicatorInput = z.infer<typeof indicatorInput>;

/** What the cards say together, for those who steer by them. */
export const compilation = z.strictObject({
  summary: textField(label('Yhteenveto', 'Sammandrag', 'Summary'), 10_000),
  document: documentField.optional(),
});
export type Compilation = z.infer<typeof compilation>;

export const datesChange = datesChangeForm(indicatorSteps);

/** A round of indicator cards as it stands. The cards themselves are what the requests were answered. */
export type IndicatorContext = DatedContext<IndicatorStep> &
  Collecting &
  IndicatorInput & { compilation: Compilation | null };
