import { z } from 'zod';
import { dateField, label, lineField, linkField, reasonForm, registerId, textField } from '../fields';
import { bodyInOrder, decisionForm, dueDate } from './board-handling.data';

/** What is told of a case in the commands. */

const caseNumber = lineField(label('Asianumero', 'Ärendenummer', 'Case number'), 60);
const proposal = textField(label('Päätösehdotus', 'Beslutsförslag', 'Proposal'), 10_000);
const extractsTo = textField(label('Otteen saajat', 'Vem som får utdrag', 'Who receives extracts'), 2000);

/** Whether and how a decision can be appealed against. */
const appeals = ['prohibited', 'revision', 'appeal'] as const;
const appeal = z.enum(appeals).meta({
  label: label('Muutoksenhaku', 'Ändringssökande', 'Appeal'),
  options: {
    prohibited: label('muutoksenhakukielto', 'förbud mot ändringssökande', 'no appeal'),
    revision: label('oikaisuvaatimus', 'begäran om omprövning', 'request for a revised decision'),
    appeal: label('valitus', 'besvär', 'appeal'),
  } satisfies Record<(typeof appeals)[number], object>,
});
const appealNote = textField(
  label('Muutoksenhaun perusteet tai ohje', 'Grunder eller anvisning för ändringssökande', 'Grounds or instructions'),
  5000,
);

const attachment = z.strictObject({
  title: lineField(label('Liite', 'Bilaga', 'Attachment')),
  link: linkField(label('Linkki liitteeseen', 'Länk till bilagan', 'Link to the attachment')),
});

/** What a municipality may tell of its own preparation: nothing of it is asked for. */
export const municipalPreparation = z.strictObject({
  caseNumber: caseNumber.optional(),
  proposal: proposal.optional(),
});

/** The item of the county's own body. Whatever has been told before need not be told again. */
export const countyPreparation = z.strictObject({
  title: lineField(
    label('Otsikko esityslistalla', 'Rubrik på föredragningslistan', 'Title on the agenda'),
    300,
  ).optional(),
  caseNumber: caseNumber.optional(),
  reasons: textField(
    label('Selostus ja perustelut', 'Redogörelse och motivering', 'Account and reasons'),
    20_000,
  ).optional(),
  proposal: proposal.optional(),
  competence: lineField(
    label(
      'Toimivalta (hallintosäännön pykälä)',
      'Behörighet (paragraf i förvaltningsstadgan)',
      'Competence (section of the administrative regulations)',
    ),
  ).optional(),
  effectsAssessed: z
    .enum(['done', 'not-done'])
    .meta({
      label: label(
        'Vaikutusten ennakkoarviointi',
        'Förhandsbedömning av konsekvenserna',
        'Advance assessment of effects',
      ),
      options: {
        done: label('tehty', 'gjord', 'done'),
        'not-done': label('ei tehty', 'inte gjord', 'not done'),
      },
    })
    .optional(),
  effects: textField(
    label(
      'Vaikutukset, tai miksi niitä ei ole arvioitu ennakkoon',
      'Konsekvenserna, eller varför de inte har bedömts på förhand',
      'The effects, or why they have not been assessed in advance',
    ),
    5000,
  ).optional(),
  attachments: z
    .array(attachment)
    .max(50)
    .meta({ label: label('Liitteet', 'Bilagor', 'Attachments') })
    .optional(),
  appeal: appeal.optional(),
  appealNote: appealNote.optional(),
  extractsTo: extractsTo.optional(),
  preparer: registerId(
    label('Valmistelija (yhteyshenkilön tunnus)', 'Beredare (kontaktpersonens id)', 'Preparer (id of the contact)'),
  ).optional(),
});
/** What has been prepared so far; a case number is kept with the case. */
export type Prepared = Omit<z.infer<typeof countyPreparation>, 'caseNumber'>;

export const agenda = z.strictObject({
  meetingOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')),
});

/** What a municipality tells of its body's decision. */
export const municipalDecision = decisionForm.extend({ extractsTo: extractsTo.optional() });

/** What is recorded of a decision of the county's own body. Names stand in the minutes, counts and ids here. */
export const countyDecision = municipalDecision.extend({
  wording: textField(label('Päätös sanoin', 'Beslutet i ord', 'Wording of the decision'), 10_000).optional(),
  present: z
    .number()
    .int()
    .min(1)
    .max(200)
    .meta({ label: label('Läsnä olleita', 'Antal närvarande', 'Number present') })
    .optional(),
  disqualified: z
    .array(registerId(label('Tunnus', 'Id', 'Id')))
    .max(50)
    .meta({
      label: label(
        'Esteelliset (yhteyshenkilön tai roolin tunnus)',
        'Jäviga (kontaktpersonens eller rollens id)',
        'Disqualified (id of the contact or of the role)',
      ),
    })
    .optional(),
  appeal: appeal.optional(),
  appealNote: appealNote.optional(),
});
export type CountyDecision = z.infer<typeof countyDecision>;

export const extract = z.strictObject({
  recipients: textField(
    label('Ketkä saivat otteen', 'Vilka fick utdraget', 'Who received the extract'),
    2000,
  ).optional(),
  servedOn: dateField(label('Tiedoksianto', 'Delgivning', 'Service of the decision')).optional(),
});
export type SentExtract = z.infer<typeof extract>;

/** A body's meeting, or the date that was asked for, has moved. */
export const rescheduling = reasonForm.extend({
  /** Whose meeting moves, if not that of the body that has the case. */
  body: lineField(label('Toimielimen tunnus', 'Organets id', 'Id of the body')).optional(),
  meetingOn: dateField(label('Uusi kokouspäivä', 'Ny sammanträdesdag', 'New day of the meeting')).optional(),
  due: dueDate.meta({ label: label('Uusi määräpäivä', 'Ny sista dag', 'New due date') }).optional(),
});
export type Rescheduling = z.infer<typeof rescheduling>;

/** Another municipality goes on in the place of the one that was asked, with its own bodies. */
export const takeover = reasonForm.extend({ organisation: z.string(), bodies: z.array(bodyInOrder).min(1).max(5) });
export type Takeover = z.infer<typeof takeover>;
