import type { CivilDate, Instant, Text } from '@app/domain';
import type { citations } from '@app/domain';
import { z } from 'zod';
import { bodyInOrder } from '../board-handling/board-handling.data';
import {
  basisField,
  dateField,
  label,
  lineField,
  officialName,
  planDate,
  reasonForm,
  registerId,
  textField,
  textInThree,
  timeField,
} from '../fields';
import type { ReachContext } from '../reach';
import type { AnswerWay } from './answer-form';
import { type AnswerValue, question } from './question';

/** What a request can be about. Its words, in mails and on the answer page, go by this. */
export const requestSubjects = [
  'advance-assignment',
  'municipality-card',
  'sector-card',
  'ngo-card',
  'indicator-status',
  'term-account',
  'interface-topics',
] as const;

/** Acts behind what is asked for; never more than what the catalogue of citations has. */
const requestCitations = [
  'countyNegotiates',
  'countyReports',
  'municipalityTakesPart',
  'councilTermNegotiation',
] as const satisfies readonly (keyof typeof citations)[];

/** What comes after the answer, on its day: the negotiation, the meeting, the board. */
const nextStep = planDate.extend({ title: textInThree });

/** What is asked of one organisation. A snapshot: later changes of the plan or the register come as commands. */
export const requestInput = z.strictObject({
  organisation: z.string(),
  organisationKind: z.enum(['municipality', 'other']),
  /** Who in the organisation: its respondent, a role by its register name, or `interface:<id>`, the contact of an interface. */
  audience: z.string().default('respondent'),
  subject: z.enum(requestSubjects),
  /** The year, the council term or the third of a year that it is about. */
  about: z.string(),
  /** What is asked for, such as `municipality-card/2025`: one answer serves all requests that ask an organisation for the same. */
  asksFor: z
    .string()
    .regex(/^[a-z0-9][a-z0-9./-]*$/)
    .max(200)
    .optional(),
  /** What is asked for, as a list or a subject line names it. */
  title: textInThree,
  questions: z.array(question).min(1).max(60),
  dueOn: dateField(label('Vastauspäivä', 'Svarsdag', 'Reply date')),
  /** Closing time of the county's registry: an answer is late from this time on the reply date. */
  closes: timeField(label('Kirjaamo sulkeutuu', 'Registratorskontoret stänger', 'The registry closes')),
  basis: basisField,
  /** The act behind what the answer is used for; null where it is only asked. */
  citation: z.enum(requestCitations).nullable(),
  /** Whether nothing obliges the organisation to answer. */
  voluntary: z.boolean(),
  /** The last day on which an answer can still be used. */
  lastOn: dateField(label('Viimeinen päivä', 'Sista dag', 'Last day')),
  /** What comes next, and when; null where that is not known. */
  next: nextStep.nullable(),
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

export const assignment = z.strictObject({
  contact: registerId(
    label('Kuka vastaa (yhteyshenkilön tunnus)', 'Vem svarar (kontaktpersonens id)', 'Who answers (id of the contact)'),
  ),
});

/** `from` is the contact who hands the answer over, where that is known. Ids only: names and addresses stay in the register. */
export const handOver = assignment.extend({
  from: registerId(
    label('Kuka siirtää (yhteyshenkilön tunnus)', 'Vem överför (kontaktpersonens id)', 'Who hands over (id)'),
  ).optional(),
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
  /** The new day, time and place of what comes next. */
  next: planDate
    .meta({
      label: label('Mitä vastauksen jälkeen tulee', 'Vad som kommer efter svaret', 'What comes after the answer'),
    })
    .optional(),
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
  answers: Record<string, AnswerValue>;
  /** The day on which it came, where it is recorded later. */
  receivedOn?: CivilDate | undefined;
  /** How it came, where the county recorded it and says so. */
  way?: AnswerWay | undefined;
  body?: string | undefined;
  handledOn?: CivilDate | undefined;
  section?: string | undefined;
  minutes?: string | undefined;
  /** Ids of this workflow's documents that belong to the answer. */
  documents?: string[] | undefined;
  late: boolean;
  onBehalf: boolean;
};

/** Whose answer stands in a request that it was not given to. */
export type SharedFrom = { from: string; matter: Text };

/** The request as it stands. */
export type RequestContext = RequestInput &
  ReachContext & {
    id: string;
    county: string;
    askedOn: CivilDate;
    /** When the mail that asks may leave: until then nobody has been told anything. */
    askLeavesAt: Instant;
    /** What the respondent has been sent when, for the escalation and for the reader. */
    history: { what: 'asked' | 'reminded' | 'overdue' | 'rescheduled'; on: CivilDate }[];
    assignedTo: string | null;
    /** How often the answer has been handed over to somebody else, and since when it is, if it is. */
    handOvers: number;
    handedOverOn: CivilDate | null;
    announced: z.infer<typeof announcement> | null;
    /** `givenBy` is the organisation that was asked when the answer came: a successor goes on with it, and it is not its own. */
    answer: (Answer & { on: CivilDate; givenBy: string }) | null;
    /** The request to which the answer was given, where it was not this one. */
    sharedFrom: SharedFrom | null;
    /** What an answer that was sent back lacks. */
    completion: z.infer<typeof completion> | null;
    caseNumber: string | null;
  };
