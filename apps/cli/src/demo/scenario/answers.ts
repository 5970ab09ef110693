import type { CivilDate } from '@app/domain';
import { z } from 'zod';
import type { FormField } from '../pages/html-form';
import { answerNumbers, answerTexts, sentences } from './answer-texts';

const prefix = 'answers.';
const laterRow = /\.[1-9]\d*\./;
const counts = ['120', '85', '240', '60'];

/** Who answers, to tell the answers of the parties apart, when, and when its council had met last. */
export type Answerer = { no: number; on: CivilDate; councilMetOn: CivilDate };

/** What a clerk writes into the form of a request, by field. */
export type FormAnswers = (fields: readonly FormField[], by: Answerer) => Record<string, string>;

/** Answers every question that the form asks. */
export const answersOn: FormAnswers = (fields, by) =>
  Object.fromEntries(questionsIn(fields).map((field) => [field.name, answerTo(field, by)]));

/** Answers the first question and leaves the others open. */
export const shortAnswersOn: FormAnswers = (fields, by) =>
  Object.fromEntries(
    questionsIn(fields)
      .filter(({ required }, index) => required || index === 0)
      .map((field) => [field.name, answerTo(field, by)]),
  );

/** What somebody tells on the telephone: a sentence to each question of the request, whose data is given. */
export function toldAnswersTo({ questions }: { questions?: unknown }): Record<string, string> {
  const asked = z.array(z.object({ id: z.string() })).parse(questions);
  return Object.fromEntries(asked.map(({ id }) => [id, pick(answerTexts[id] ?? sentences, 1)]));
}

/** The questions of the form; of the rows of a list the first alone. */
function questionsIn(fields: readonly FormField[]): FormField[] {
  return fields.filter(({ name }) => name.startsWith(prefix) && !laterRow.test(name));
}

/** The id of the question; in a list with that of the column. */
function questionOf(field: string): string {
  return field.slice(prefix.length).replace('.0.', '.');
}

function answerTo({ name, type, options }: FormField, { no, on, councilMetOn }: Answerer): string {
  const question = questionOf(name);
  const choices = options?.filter((option) => option !== '') ?? [];
  if (choices.length > 0) return pick(choices, no);
  switch (type) {
    case 'date':
      return question === 'councilOn' ? councilMetOn : on;
    case 'url':
      return 'https://hyvinvointi.example.invalid/raportti';
    case 'number':
      return pick(answerNumbers[question] ?? counts, no);
    default:
      return pick(answerTexts[question] ?? sentences, no);
  }
}

function pick(texts: readonly string[], no: number): string {
  return texts[no % texts.length] ?? '';
}
