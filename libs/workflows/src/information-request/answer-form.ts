import type { Text } from '@app/domain';
import { z } from 'zod';
import { dateField, label, lineField, linkField, textField } from '../fields';
import type { AnswerValue, Cell, Question } from './question';

const mostRows = 100;
const mostDocuments = 30;
const blankRows = 5;

/** How an organisation's body has handled the answer, where one has. */
const handling = {
  body: lineField(
    label('Toimielin, jos toimielin vastasi', 'Organ, om ett organ svarade', 'Body, if a body answered'),
  ).optional(),
  handledOn: dateField(label('Kokouspäivä', 'Sammanträdesdag', 'Day of the meeting')).optional(),
  section: lineField(label('Pykälä', 'Paragraf', 'Section number'), 20).optional(),
  minutes: linkField(label('Linkki pöytäkirjaan', 'Länk till protokollet', 'Link to the minutes')).optional(),
};

/** Documents of this workflow that belong to the answer, by their ids. The page fills this in; no form asks for it. */
const documents = z
  .array(z.string().regex(/^d[1-9]\d{0,5}$/))
  .max(mostDocuments)
  .meta({ label: label('Asiakirjat (tunnukset)', 'Handlingar (id)', 'Documents (ids)') })
  .optional();

type Asked = { questions: readonly Question[]; answer?: { answers: Record<string, AnswerValue> } | null };

/** So many forms are remembered; a round of requests asks everybody the same. */
const mostForms = 500;

/** A form depends on nothing but what was asked and which of it has been answered: made once, it is the same for everybody. */
function madeOnce<Form extends z.ZodType>(make: (asked: Asked) => Form): (asked: Asked) => Form {
  const forms = new Map<string, Form>();
  return ({ questions, answer }) => {
    const key = JSON.stringify([questions, Object.keys(answer?.answers ?? {})]);
    const known = forms.get(key);
    if (known) return known;
    const form = make({ questions, answer: answer ?? null });
    if (forms.size >= mostForms) forms.clear();
    forms.set(key, form);
    return form;
  };
}

/**
 * The form of an answer: one field for each question that was asked. What has to be answered has to be so once: a completion
 * gives only what is missing.
 */
export const answerForm = madeOnce(({ questions, answer }) => {
  const fields = Object.fromEntries(
    questions.map((asked) => [asked.id, inForm(asked, asked.required && answer?.answers[asked.id] === undefined)]),
  );
  return z.strictObject({
    answers: z.strictObject(fields).refine((answers) => Object.values(answers).some(isSaid), {
      params: {
        text: label('Vastaa ainakin yhteen kysymykseen.', 'Besvara minst en fråga.', 'Answer at least one question.'),
      },
    }),
    ...handling,
    documents,
  });
});

/** How an answer comes that is not given on its page. */
export const answerWays = ['email', 'letter', 'telephone', 'registry', 'meeting', 'other'] as const;
export type AnswerWay = (typeof answerWays)[number];

const way = z.enum(answerWays).meta({
  label: label('Miten vastaus tuli', 'Hur svaret kom', 'How the answer came'),
  options: {
    email: label('Sähköposti', 'E-post', 'E-mail'),
    letter: label('Kirje', 'Brev', 'Letter'),
    telephone: label('Puhelin', 'Telefon', 'Telephone'),
    registry: label('Kirjaamo', 'Registratorskontoret', 'The registry'),
    meeting: label('Kokous tai tapaaminen', 'Möte', 'Meeting'),
    other: label('Muu tapa', 'På annat sätt', 'Another way'),
  } satisfies Record<AnswerWay, object>,
});
/** The form of a corrected answer: it takes the place of the whole answer, so that everything is asked for again. */
export function correctionForm({ questions }: Asked) {
  return answerForm({ questions });
}

/** The form of an answer that came by mail, telephone or the registry, on the day on which it came. */
export const receivedAnswerForm = madeOnce((asked) =>
  answerForm(asked).extend({
    way: way.optional(),
    receivedOn: dateField(label('Vastaus saatiin', 'Svaret kom in', 'The answer came on')),
  }),
);

function isSaid(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

function inForm(asked: Question, required: boolean): z.ZodType {
  const field = asked.columns ? rowsField(asked, asked.columns, required) : cellField(asked as Cell);
  const helped = asked.help ? field.meta({ ...field.meta(), help: asked.help }) : field;
  return required ? helped : helped.optional();
}

function rowsField({ text, rows = blankRows }: Question, columns: readonly Cell[], required: boolean): z.ZodType {
  const row = Object.fromEntries(columns.map((column) => [column.id, inForm(column, column.required)]));
  return z
    .array(z.strictObject(row))
    .min(required ? 1 : 0)
    .max(mostRows)
    .meta({ label: text, rows });
}

function cellField({ kind, text, unit, options = [] }: Cell): z.ZodType {
  switch (kind) {
    case 'line':
      return lineField(text);
    case 'text':
      return textField(text);
    case 'number':
      return z.number().meta({ label: unit ? withUnit(text, unit) : text });
    case 'date':
      return dateField(text);
    case 'link':
      return linkField(text);
    case 'choice':
      return z.enum(options.map(({ id }) => id)).meta({
        label: text,
        options: Object.fromEntries(options.map(({ id, text: option }) => [id, option])),
      });
  }
}

function withUnit(text: Text, unit: Text): Text {
  return label(`${text.fi} (${unit.fi})`, `${text.sv} (${unit.sv})`, `${text.en} (${unit.en})`);
}
