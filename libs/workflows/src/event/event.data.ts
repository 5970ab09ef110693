import { z } from 'zod';
import type { DatedContext } from '../dated-steps/dated-context';
import { closesField, documentField, participant } from '../dated-steps/dated-context';
import { datesChangeForm } from '../dated-steps/moved-steps';
import { dateField, label, lineField, planDate, textField, textInThree } from '../fields';
import { partiesChangeForm, organisationLabel } from '../taking-part';

/** The dated steps of an event, in their order. */
export const eventSteps = ['announcement', 'event', 'notes'] as const;
export type EventStep = (typeof eventSteps)[number];

export const eventInput = z.strictObject({
  title: textInThree,
  /** Organisations that are invited; who is not asked at all is simply not in it. */
  invited: z.array(z.string()),
  dates: z.strictObject({ announcement: planDate, event: planDate, notes: planDate }),
  closes: closesField,
});
export type EventInput = z.infer<typeof eventInput>;

const programme = textField(
  label('Mistä tilaisuudessa on kyse', 'Vad tillfället handlar om', 'What it is about'),
  4000,
);

export const announcement = z.strictObject({ text: programme.optional(), document: documentField.optional() });
export type Announcement = z.infer<typeof announcement>;

export const held = z.strictObject({
  heldOn: dateField(label('Pidetty', 'Hållet', 'Held on')),
  participants: z
    .array(participant)
    .max(400)
    .meta({ label: label('Osallistujat', 'Deltagare', 'Participants') })
    .optional(),
});
export type Held = z.infer<typeof held>;

const whyNone = textField(label('Miksi mitään ei päätetty', 'Varför inget beslutades', 'Why nothing came of it'), 2000);

/** No meeting should be useless: it ends with what came of it, or says why nothing did. */
export const notes = z
  .strictObject({
    outcomes: z
      .array(lineField(label('Mitä sovittiin', 'Vad man kom överens om', 'What was agreed'), 500))
      .max(50)
      .meta({ label: label('Tulokset', 'Resultat', 'Outcomes') }),
    whyNone: whyNone.optional(),
    document: documentField.optional(),
  })
  .refine(({ outcomes, whyNone: why }) => outcomes.length > 0 || why !== undefined, {
    path: ['whyNone'],
    params: {
      text: label(
        'Kirjaa ainakin yksi tulos tai kerro, miksi mitään ei päätetty.',
        'Anteckna minst ett resultat eller varför inget beslutades.',
        'Record at least one outcome, or why there is none.',
      ),
    },
  });
export type Notes = z.infer<typeof notes>;

export const datesChange = datesChangeForm(eventSteps);

export const invitedChange = partiesChangeForm(z.string().meta({ label: organisationLabel }));
export type InvitedChange = z.infer<typeof invitedChange>;

/** An event as it stands. */
export type EventContext = DatedContext<EventStep> &
  EventInput & {
    announced: Announcement | null;
    held: Held | null;
    notes: Notes | null;
  };
