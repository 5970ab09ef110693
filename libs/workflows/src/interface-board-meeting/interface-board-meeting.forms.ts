import { z } from 'zod';
import { documentField, participant } from '../dated-steps/dated-context';
import { dateField, label, lineField, linkField, textField, timeField } from '../fields';

/** What the steps of a meeting are recorded on. People are told by their role or the id of a contact: the log holds no names. */

const personField = (fi: string, sv: string, en: string) =>
  lineField(
    label(
      `${fi} (rooli tai yhteyshenkilön tunnus)`,
      `${sv} (roll eller kontaktpersonens id)`,
      `${en} (role, or id of the contact)`,
    ),
  );

const item = z.strictObject({
  title: lineField(label('Asia', 'Ärende', 'Item')),
  presenter: personField('Esittelijä', 'Föredragande', 'Presented by').optional(),
  text: textField(label('Selostus', 'Redogörelse', 'Account')).optional(),
  attachments: z
    .array(linkField(label('Linkki liitteeseen', 'Länk till bilaga', 'Link to an attachment')))
    .max(20)
    .meta({ label: label('Liitteet', 'Bilagor', 'Attachments') })
    .optional(),
  proposal: textField(label('Päätösehdotus', 'Beslutsförslag', 'Proposal'), 4000).optional(),
  from: lineField(
    label(
      'Kenen ehdotus (organisaatio tai yhdyspinta)',
      'Vems förslag (organisation eller kontaktyta)',
      'Proposed by (organisation or interface)',
    ),
  ).optional(),
});
export type Item = z.infer<typeof item>;

export const itemsForm = z.strictObject({
  items: z
    .array(item)
    .min(1)
    .max(40)
    .meta({ label: label('Kokouksen asiat', 'Ärendena vid sammanträdet', 'Items of the meeting') }),
});
export type Items = z.infer<typeof itemsForm>;

export const agendaForm = z.strictObject({
  text: textField(label('Saate kutsuun', 'Följetext till kallelsen', 'Words for the invitation'), 4000).optional(),
  document: documentField.optional(),
});
export type Agenda = z.infer<typeof agendaForm>;

const decision = z.strictObject({
  item: lineField(label('Asia', 'Ärende', 'Item')),
  decision: textField(label('Päätös', 'Beslut', 'Decision'), 4000),
  goal: lineField(label('Tavoite', 'Mål', 'Goal'), 500).optional(),
  owner: personField('Vastuutaho', 'Ansvarig', 'Owner').optional(),
  dueOn: dateField(label('Määräpäivä', 'Utsatt dag', 'Due date')).optional(),
});

const statusLine = z.strictObject({
  interface: lineField(label('Yhdyspinta (tunnus)', 'Kontaktyta (id)', 'Interface (id)')),
  status: textField(label('Tilanne', 'Läge', 'Status'), 2000),
});

const questionAsked = z.strictObject({
  question: textField(label('Kysymys', 'Fråga', 'Question'), 2000),
  answer: textField(label('Vastaus', 'Svar', 'Answer'), 2000).optional(),
});

const noExaminers = label(
  'Anna kaksi eri pöytäkirjantarkastajaa (examiners).',
  'Ange två olika protokolljusterare (examiners).',
  'Give two different examiners of the minutes (examiners).',
);
const noOutcome = label(
  'Kirjaa ainakin yksi päätös (decisions) tai miksi mitään ei päätetty (whyNone).',
  'Anteckna minst ett beslut (decisions) eller varför inget beslutades (whyNone).',
  'Record at least one decision (decisions), or why there is none (whyNone).',
);
const cannotDecide = label(
  'Kokous ei ollut päätösvaltainen, joten se ei voi päättää. Jätä kenttä decisions tyhjäksi.',
  'Sammanträdet var inte beslutfört och kan därför inte besluta. Lämna fältet decisions tomt.',
  'Without a quorum the meeting cannot decide. Leave decisions empty.',
);

/** No meeting should be useless: one that could decide ends with a decision, or says why not. One that could not has none. */
export const meetingRecord = z
  .strictObject({
    heldOn: dateField(label('Pidetty', 'Hållet', 'Held on')),
    openedAt: timeField(label('Avattu', 'Öppnat', 'Opened at')),
    present: z
      .array(participant)
      .min(1)
      .max(100)
      .meta({ label: label('Läsnä', 'Närvarande', 'Present') }),
    quorate: z.boolean().meta({ label: label('Päätösvaltainen', 'Beslutfört', 'Quorate') }),
    quorumRule: lineField(
      label('Milloin kokous on päätösvaltainen', 'När sammanträdet är beslutfört', 'When the meeting is quorate'),
      500,
    ),
    examiners: z
      .array(personField('Pöytäkirjantarkastaja', 'Protokolljusterare', 'Examiner of the minutes'))
      .max(2)
      .meta({ label: label('Pöytäkirjantarkastajat', 'Protokolljusterare', 'Examiners of the minutes') }),
    decisions: z
      .array(decision)
      .max(60)
      .meta({ label: label('Päätökset', 'Beslut', 'Decisions') }),
    statuses: z
      .array(statusLine)
      .max(60)
      .meta({ label: label('Yhdyspintojen tilanne', 'Läget i kontaktytorna', 'Status of the interfaces') })
      .optional(),
    questions: z
      .array(questionAsked)
      .max(60)
      .meta({ label: label('Kysymykset ja vastaukset', 'Frågor och svar', 'Questions and answers') })
      .optional(),
    whyNone: textField(
      label('Miksi mitään ei päätetty', 'Varför inget beslutades', 'Why nothing was decided'),
      2000,
    ).optional(),
  })
  .refine(({ quorate, examiners }) => !quorate || new Set(examiners).size === 2, {
    path: ['examiners'],
    params: { text: noExaminers },
  })
  .refine(({ quorate, decisions, whyNone }) => !quorate || decisions.length > 0 || whyNone !== undefined, {
    path: ['whyNone'],
    params: { text: noOutcome },
  })
  .refine(({ quorate, decisions }) => quorate || decisions.length === 0, {
    path: ['decisions'],
    params: { text: cannotDecide },
  });
export type MeetingRecord = z.infer<typeof meetingRecord>;

export const minutesForm = z.strictObject({
  document: documentField,
  examinedOn: dateField(label('Tarkastettu', 'Justerat', 'Examined on')),
});
export type Minutes = z.infer<typeof minutesForm>;

export const publicationForm = z.strictObject({
  document: documentField,
  extractsTo: z
    .array(lineField(label('Organisaatio', 'Organisation', 'Organisation')))
    .max(100)
    .meta({ label: label('Otteet lähetetty', 'Utdrag skickade till', 'Extracts sent to') }),
});
export type Publication = z.infer<typeof publicationForm>;
