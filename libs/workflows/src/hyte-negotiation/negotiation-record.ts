import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import { dateField, label, lineField, registerId } from '../fields';

/** What is recorded of the negotiation once it has been held. */

const people = (title: ReturnType<typeof label>, most: number) =>
  z.number().int().min(1).max(most).meta({ label: title });

const participant = (organisations: string[]) =>
  z.strictObject({
    organisation: z.enum(organisations).meta({ label: label('Organisaatio', 'Organisation', 'Organisation') }),
    people: people(label('Henkilöitä', 'Personer', 'People'), 500),
  });

/** Who led it and kept its record, what it handled and what was agreed there. Names stand in the minutes, ids here. */
const record = {
  chair: registerId(
    label(
      'Puheenjohtaja (yhteyshenkilön tai roolin tunnus)',
      'Ordförande (kontaktpersonens eller rollens id)',
      'Chair (id of the contact or of the role)',
    ),
  ).optional(),
  secretary: registerId(
    label(
      'Sihteeri (yhteyshenkilön tai roolin tunnus)',
      'Sekreterare (kontaktpersonens eller rollens id)',
      'Secretary (id of the contact or of the role)',
    ),
  ).optional(),
  topics: z
    .array(lineField(label('Aihe', 'Ämne', 'Topic'), 300))
    .max(50)
    .meta({ label: label('Käsitellyt aiheet', 'Behandlade ämnen', 'Topics handled') })
    .optional(),
  agreed: z
    .array(lineField(label('Mitä sovittiin', 'Vad man kom överens om', 'What was agreed'), 500))
    .max(50)
    .meta({ label: label('Sovitut asiat', 'Överenskomna saker', 'Agreed matters') })
    .optional(),
};

/** The day, and who came. Presence is each municipality's own duty, so it is recorded for each organisation that takes part. */
export function presenceForm(organisations: string[]) {
  return z.strictObject({
    heldOn: dateField(label('Pidetty', 'Hållen', 'Held on')),
    participants: z
      .array(participant(organisations))
      .min(1)
      .refine((given) => new Set(given.map(({ organisation }) => organisation)).size === given.length, {
        params: {
          text: label(
            'Anna jokainen organisaatio kerran.',
            'Ange varje organisation en gång.',
            'Give each organisation once.',
          ),
        },
      })
      .meta({ label: label('Osallistujat', 'Deltagare', 'Participants') }),
  });
}

/**
 * The year's negotiation (612/2021 § 7(4), § 6). Where nobody knows any more from where people came, only their number is recorded: it
 * then says nothing of any municipality.
 */
export function negotiationHeld(organisations: string[]) {
  const presence = presenceForm(organisations);
  return presence
    .extend({
      participants: presence.shape.participants.optional(),
      participantsTotal: people(
        label('Osallistujia yhteensä', 'Antal deltagare sammanlagt', 'Participants in all'),
        5000,
      ).optional(),
      ...record,
    })
    .refine(({ participants, participantsTotal }) => participants !== undefined || participantsTotal !== undefined, {
      path: ['participants'],
      params: {
        text: label(
          'Kirjaa osallistujat organisaatioittain (participants) tai, jos niitä ei tiedetä, osallistujien määrä (participantsTotal).',
          'Anteckna deltagarna per organisation (participants) eller, om organisationerna inte är kända, antalet deltagare (participantsTotal).',
          'Record the participants of each organisation (participants) or, where that is not known, their number (participantsTotal).',
        ),
      },
    })
    .refine(({ participants, participantsTotal }) => (participantsTotal ?? Infinity) >= peopleIn(participants), {
      path: ['participantsTotal'],
      params: {
        text: label(
          'Yhteismäärän on oltava vähintään organisaatioiden osallistujien summa.',
          'Det sammanlagda antalet ska vara minst summan av organisationernas deltagare.',
          'The number in all must be at least the sum of the organisations’ participants.',
        ),
      },
    });
}

export type Participants = { organisation: string; people: number }[];
export type MeetingRecord = {
  chair?: string | undefined;
  secretary?: string | undefined;
  topics?: string[] | undefined;
  agreed?: string[] | undefined;
};
export type NegotiationHeld = MeetingRecord & {
  heldOn: CivilDate;
  participants?: Participants | undefined;
  participantsTotal?: number | undefined;
};

/** The record as the negotiation keeps it. */
export function recorded({ heldOn, participants, participantsTotal, ...record }: NegotiationHeld) {
  return { heldOn, participants: participants ?? [], participantsTotal: participantsTotal ?? null, record };
}

/** How many came in all: the number that was told, or those of the organisations together. */
export function peopleThere({ participants, participantsTotal }: Omit<NegotiationHeld, 'heldOn'>): number {
  return participantsTotal ?? peopleIn(participants);
}

function peopleIn(participants: Participants = []): number {
  return participants.reduce((sum, { people: came }) => sum + came, 0);
}
