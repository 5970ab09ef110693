import type { CivilDate, Instant, Text } from '@app/domain';
import { z } from 'zod';
import {
  basisField,
  dateField,
  label,
  lineField,
  linkField,
  officialName,
  reasonForm,
  textField,
  textInThree,
  timeField,
} from '../fields';

/** A body in the handling order, with its meetings and how long before and after them things must happen. */
export const bodyInOrder = z.strictObject({
  id: z.string(),
  name: officialName,
  meetings: z.array(dateField(label('Kokous', 'Sammanträde', 'Meeting'))),
  materialsDaysBefore: z.number().int().min(0).max(60),
  extractDaysAfter: z.number().int().min(0).max(60),
});
export type BodyInOrder = z.infer<typeof bodyInOrder>;

const dueDate = z.strictObject({ on: dateField(label('Määräpäivä', 'Sista dag', 'Due date')), basis: basisField });

/** One case and the bodies it goes through, in order. */
export const handlingInput = z.strictObject({
  /** The organisation whose bodies handle the case: the county's code or a municipality's. */
  organisation: z.string(),
  /** The county's own boards are prepared by a presenter; a municipality's answer is given by its respondent. */
  preparedBy: z.enum(['presenter', 'respondent']),
  /** Role in the register of the official who presents the case; of the first body. */
  presenter: z.string().nullable(),
  subject: z.enum(['negotiation-result', 'acknowledgement']),
  about: z.string(),
  title: textInThree,
  bodies: z.array(bodyInOrder).min(1).max(5),
  /** Where the plan has fixed the first meeting. */
  firstMeetingOn: dateField(label('Ensimmäinen kokous', 'Första sammanträdet', 'First meeting')).nullable(),
  /** When the whole handling should be done, if a date was asked for. */
  due: dueDate.nullable(),
  /** What the body is asked to decide, and the document it decides on. */
  proposal: z.string().nullable(),
  document: z.string().nullable(),
  closes: timeField(label('Kirjaamo sulkeutuu', 'Registratorskontoret stänger', 'The registry closes')),
});
export type HandlingInput = z.infer<typeof handlingInput>;

/** What a body can decide. `return` and `table` keep the case with the body; the others end its handling there. */
export const decisions = [
  'approve',
  'approve-amended',
  'note',
  'note-and-forward',
  'reject',
  'refer',
  'return',
  'table',
] as const;
export type Decision = (typeof decisions)[number];

/** How minutes say it. */
const decisionTitles: Record<Decision, Text> = {
  approve: label('hyväksyttiin', 'godkändes', 'approved'),
  'approve-amended': label('hyväksyttiin muutettuna', 'godkändes med ändringar', 'approved as amended'),
  note: label('merkittiin tiedoksi', 'antecknades för kännedom', 'noted'),
  'note-and-forward': label(
    'merkittiin tiedoksi ja lähetettiin edelleen',
    'antecknades för kännedom och sändes vidare',
    'noted and forwarded',
  ),
  reject: label('hylättiin', 'förkastades', 'rejected'),
  refer: label('siirrettiin toiselle toimielimelle', 'hänsköts till ett annat organ', 'referred to another body'),
  return: label('palautettiin valmisteluun', 'återremitterades', 'returned for preparation'),
  table: label('pantiin pöydälle', 'bordlades', 'tabled'),
};

/** The words for a decision, if one has been made. */
export function decisionWords(decision: string | null | undefined): Text | null {
  return decision && decision in decisionTitles ? decisionTitles[decision as Decision] : null;
}

export const preparation = z.strictObject({
  proposal: textField(label('Päätösehdotus', 'Beslutsförslag', 'Proposal'), 10_000).optional(),
  caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60).optional(),
});

export const agenda = z.strictObject({
  meetingOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')),
});

export const decisionForm = z.strictObject({
  decision: z.enum(decisions).meta({
    label: label('Päätös', 'Beslut', 'Decision'),
    options: decisionTitles,
  }),
  meetingOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')),
  section: lineField(label('Pykälä', 'Paragraf', 'Section number'), 20),
  caseNumber: lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60).optional(),
  minutes: linkField(label('Linkki pöytäkirjaan', 'Länk till protokollet', 'Link to the minutes')).optional(),
});
export type DecisionData = z.infer<typeof decisionForm>;

/** The meeting that was planned, or the date that was asked for, has moved. */
export const rescheduling = reasonForm.extend({
  meetingOn: dateField(label('Uusi kokouspäivä', 'Ny sammanträdesdag', 'New day of the meeting')).optional(),
  due: dueDate.optional(),
});
export type Rescheduling = z.infer<typeof rescheduling>;

/** Another municipality goes on in the place of the one that was asked, with its own body. */
export const takeover = reasonForm.extend({ organisation: z.string(), body: bodyInOrder });
export type Takeover = z.infer<typeof takeover>;

export const extract = z.strictObject({
  recipients: textField(
    label('Ketkä saivat otteen', 'Vilka fick utdraget', 'Who received the extract'),
    2000,
  ).optional(),
});

/** The case as it stands: which body has it, for which of its meetings, and what has been decided so far. */
export type HandlingContext = HandlingInput & {
  id: string;
  county: string;
  bodyNo: number;
  meetingOn: CivilDate | null;
  caseNumber: string | null;
  /** When the mail that asks may leave: until then nobody has been told anything. */
  askLeavesAt: Instant;
  history: { what: 'asked' | 'reminded' | 'overdue' | 'rescheduled'; on: CivilDate }[];
  decisions: (DecisionData & { body: string })[];
  escalated: boolean;
};
