import type { CivilDate, LocalTime } from '@app/domain';
import { z } from 'zod';
import type { planDate } from '../fields';
import { label, lineField, linkField, timeField } from '../fields';

/** What workflows share whose steps each have a date of their own in the plan, and are taken or skipped one after another. */

export type StepDate = z.infer<typeof planDate>;

/** How a step came about: on which day, or why it was left out. */
export type StepTaken = { on: CivilDate; skipped: string | null };

/** What such a workflow keeps of its steps. `closes`: when the county's registry closes on a due date. */
export type DatedContext<Step extends string = string> = {
  id: string;
  county: string;
  closes: LocalTime;
  dates: Record<Step, StepDate>;
  steps: Partial<Record<Step, StepTaken>>;
};

/** Start data of such a workflow beside its dates. */
export const closesField = timeField(
  label('Kirjaamo sulkeutuu', 'Registratorskontoret stänger', 'The registry closes'),
);

/** A document that stands on a web server. */
export const documentField = linkField(label('Linkki asiakirjaan', 'Länk till dokumentet', 'Link to the document'));

/** An organisation that was present, and with how many people. */
export const participant = z.strictObject({
  organisation: lineField(label('Organisaatio', 'Organisation', 'Organisation')),
  people: z
    .number()
    .int()
    .min(1)
    .max(500)
    .meta({ label: label('Henkilöitä', 'Personer', 'People') }),
});
