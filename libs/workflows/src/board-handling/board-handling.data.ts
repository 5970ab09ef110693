import type { Text } from '@app/domain';
import { z } from 'zod';
import { basisField, dateField, label, lineField, linkField, officialName, textInThree, timeField } from '../fields';

/** A body that handles a case, with its meetings and how long before and after them things must happen. */
export const bodyInOrder = z.strictObject({
  id: z.string(),
  name: officialName,
  meetings: z.array(dateField(label('Kokous', 'Sammanträde', 'Meeting'))),
  materialsDaysBefore: z.number().int().min(0).max(60),
  extractDaysAfter: z.number().int().min(0).max(60),
  /** How its organisation writes case numbers (`fitsCaseNumber`); absent where any number will do. */
  caseNumberPattern: z.string().optional(),
});
export type BodyInOrder = z.infer<typeof bodyInOrder>;

/** A body in a handling order: who presents to it, and the meeting in which the plan has it handle the case. */
export const plannedBody = bodyInOrder.extend({
  /** Role in the register; null for a municipality's body, and where the register does not say. */
  presenter: z.string().nullable(),
  /** Null where no plan gives the meeting: then it is the next one that fits the order. */
  plannedOn: dateField(label('Suunniteltu kokous', 'Planerat sammanträde', 'Planned meeting')).nullable(),
});
export type PlannedBody = z.infer<typeof plannedBody>;

/** What the bodies are asked to handle. */
export const subjects = ['negotiation-result', 'wellbeing-report', 'term-account', 'cooperation-agreement'] as const;
export type Subject = (typeof subjects)[number];

export const dueDate = z.strictObject({
  on: dateField(label('Määräpäivä', 'Sista dag', 'Due date')),
  basis: basisField,
});

/** One case and the bodies it goes through, in order. */
export const handlingInput = z.strictObject({
  /** The organisation whose bodies handle the case: the county's code or a municipality's. */
  organisation: z.string(),
  /** The county's own bodies are prepared for by a presenter; what a municipality's decide is told by its respondent. */
  preparedBy: z.enum(['presenter', 'respondent']),
  subject: z.enum(subjects),
  /** The year or the council term that the case is about. */
  about: z.string(),
  title: textInThree,
  bodies: z
    .array(plannedBody)
    .min(1)
    .max(5)
    .refine((bodies) => new Set(bodies.map(({ id }) => id)).size === bodies.length, {
      params: {
        text: label('Anna jokainen toimielin kerran.', 'Ange varje organ en gång.', 'Give each body once.'),
      },
    }),
  /** When the whole handling should be done, if a date was asked for. */
  due: dueDate.nullable(),
  /** What the bodies are asked to decide, and the document they decide on. */
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

/** What a body has decided, as its minutes tell it. */
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
