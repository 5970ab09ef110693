import type { CivilDate, Instant, Text } from '@app/domain';
import { z } from 'zod';
import { bodyInOrder } from '../board-handling/board-handling.data';
import {
  basisField,
  dateField,
  label,
  lineField,
  linkField,
  officialName,
  planDate,
  reasonForm,
  textField,
  textInThree,
  timeField,
} from '../fields';

/** What is asked of one organisation. A snapshot: later changes of the plan or the register come as commands. */
export const requestInput = z.strictObject({
  organisation: z.string(),
  organisationKind: z.enum(['municipality', 'other']),
  subject: z.enum(['advance-assignment']),
  about: z.string(),
  /** What is asked for, such as `municipality-card/2025`: one answer serves all requests that ask an organisation for the same. */
  asksFor: z
    .string()
    .regex(/^[a-z0-9][a-z0-9./-]*$/)
    .max(200)
    .optional(),
  questions: z
    .array(z.strictObject({ id: z.string(), text: textInThree }))
    .min(1)
    .max(30),
  dueOn: dateField(label('Vastauspäivä', 'Svarsdag', 'Reply date')),
  /** Closing time of the county's registry: an answer is late from this time on the reply date. */
  closes: timeField(label('Kirjaamo sulkeutuu', 'Registratorskontoret stänger', 'The registry closes')),
  basis: basisField,
  /** The last day on which an answer can still be used. */
  lastOn: dateField(label('Viimeinen päivä', 'Sista dag', 'Last day')),
  negotiation: planDate,
  /** The body that answers, its last meeting before the reply date and when that meeting's agenda closes. */
  answeringBody: z
    .strictObject({
      id: z.string(),
      name: officialName,
      lastMeetingOn: dateField(label('Viimeinen kokous', 'Sista sammanträdet', 'Last meeting')).nullable(),
      materialsDaysBefore: z.number().int().min(0).max(60),
    })
    .nullable(),
});
export type RequestInput = z.infer<typeof requestInput>;

/** The form of an answer: one field for each question that was asked. */
export function answerForm(questions: RequestInput['questions']) {
  const fields = Object.fromEntries(questions.map(({ id, text }) => [id, textField(text).optional()]));
  return z.strictObject({
    answers: z.strictObject(fields).refine((answers) => Object.values(answers).some(Boolean), {
      params: {
        text: label('Vastaa ainakin yhteen kysymykseen.', 'Besvara minst en fråga.', 'Answer at least one question.'),
      },
    }),
    body: lineField(
      label('Toimielin, jos toimielin vastasi', 'Organ, om ett organ svarade', 'Body, if a body answered'),
    ).optional(),
    handledOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')).optional(),
    section: lineField(label('Pykälä', 'Paragraf', 'Section number'), 20).optional(),
    minutes: linkField(label('Linkki pöytäkirjaan', 'Länk till protokollet', 'Link to the minutes')).optional(),
  });
}

export const assignment = z.strictObject({
  contact: lineField(
    label('Kuka vastaa (yhteyshenkilön tunnus)', 'Vem svarar (kontaktpersonens id)', 'Who answers (id of the contact)'),
  ),
});

export const announcement = z.strictObject({
  body: lineField(label('Toimielin', 'Organ', 'Body')),
  meetingOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')),
});

export const registration = z.strictObject({
  caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60).optional(),
});

export const completion = z.strictObject({
  reason: textField(label('Mitä puuttuu', 'Vad som saknas', 'What is missing'), 2000),
  dueOn: dateField(label('Uusi vastauspäivä', 'Ny svarsdag', 'New reply date')),
});

/** Dates that have moved: the reply date, or only what surrounds it. */
export const rescheduling = reasonForm.extend({
  dueOn: dateField(label('Uusi vastauspäivä', 'Ny svarsdag', 'New reply date')).optional(),
  basis: basisField.optional(),
  lastOn: dateField(
    label('Viimeinen päivä, jona vastaus otetaan', 'Sista dag då svar tas emot', 'Last day for an answer'),
  ).optional(),
  negotiation: planDate.optional(),
  answeringBodyLastMeetingOn: dateField(
    label('Toimielimen viimeinen kokous', 'Organets sista sammanträde', "The body's last meeting"),
  )
    .nullable()
    .optional(),
});
export type Rescheduling = z.infer<typeof rescheduling>;

/** Another organisation goes on in the place of the one that was asked, as after a municipal merger. */
export const takeover = reasonForm.extend({
  organisation: z.string(),
  organisationKind: z.enum(['municipality', 'other']).optional(),
  body: bodyInOrder.nullable().optional(),
});
export type Takeover = z.infer<typeof takeover>;

export type Answer = {
  answers: Record<string, string>;
  body?: string | undefined;
  handledOn?: CivilDate | undefined;
  section?: string | undefined;
  minutes?: string | undefined;
  late: boolean;
  onBehalf: boolean;
};

/** Whose answer stands in a request that it was not given to. */
export type SharedFrom = { from: string; matter: Text };

/** The request as it stands. */
export type RequestContext = RequestInput & {
  id: string;
  county: string;
  askedOn: CivilDate;
  /** When the mail that asks may leave: until then nobody has been told anything. */
  askLeavesAt: Instant;
  /** What the respondent has been sent when, for the escalation and for the reader. */
  history: { what: 'asked' | 'reminded' | 'overdue' | 'rescheduled'; on: CivilDate }[];
  assignedTo: string | null;
  announced: z.infer<typeof announcement> | null;
  answer: (Answer & { on: CivilDate }) | null;
  /** The request to which the answer was given, where it was not this one. */
  sharedFrom: SharedFrom | null;
  /** What an answer that was sent back lacks. */
  completion: z.infer<typeof completion> | null;
  caseNumber: string | null;
};
