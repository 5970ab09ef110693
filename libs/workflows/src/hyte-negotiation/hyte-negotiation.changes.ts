import { type z } from 'zod';
import { newDatesLabel } from '../dated-steps/moved-steps';
import { label, reasonForm } from '../fields';
import { partiesChangeForm } from '../taking-part';
import { negotiationDates, party } from './hyte-negotiation.data';

/** Forms of what may change in any state: the dates that are still ahead, and who takes part. */

export const datesChange = reasonForm.extend({
  dates: negotiationDates
    .partial()
    .refine((dates) => Object.keys(dates).length > 0, {
      params: {
        text: label('Anna ainakin yksi päivä.', 'Ange minst en dag.', 'Give at least one date.'),
      },
    })
    .meta({ label: newDatesLabel }),
});
export type DatesChange = z.infer<typeof datesChange>;

export const partiesChange = partiesChangeForm(party);
export type PartiesChange = z.infer<typeof partiesChange>;
