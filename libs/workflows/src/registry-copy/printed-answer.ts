import { isCivilDate, type Language, numericDate, type Text } from '@app/domain';
import type { Instance } from '../kernel/instance';
import type { AnswerValue, Cell, Question, Row } from '../information-request/question';

/** Words that differ by language, or a text as it was given. */
type Said = Text | string;

/** A question and its answer as words, line by line. */
export type PrintedAnswer = { question: Text; answer: Said[] };

/** What has been answered, in the order of the questions and in each language; a question without an answer is left out. */
export function printedAnswers(
  questions: readonly Question[],
  answers: Readonly<Record<string, AnswerValue>>,
): PrintedAnswer[] {
  return questions.flatMap(({ text, ...asked }) => {
    const value = answers[asked.id];
    const answer = value === undefined ? [] : linesOf({ text, ...asked }, value);
    return answer.length === 0 ? [] : [{ question: text, answer }];
  });
}

/** What a fact of a request says in answer to its questions; nothing of any other workflow. */
export function printedAnswersOf(
  { definition, context }: Pick<Instance, 'definition' | 'context'>,
  said: object,
): PrintedAnswer[] {
  if (definition.name !== 'information-request') return [];
  const { questions } = context as unknown as { questions: Question[] };
  return printedAnswers(questions, (said as { answers?: Record<string, AnswerValue> }).answers ?? {});
}

function linesOf(asked: Question, value: AnswerValue): Said[] {
  if (Array.isArray(value)) return value.map((row) => rowOf(asked.columns ?? [], row));
  return [cellOf(asked as Cell, value)];
}

function rowOf(columns: readonly Cell[], row: Row): Text {
  const said = columns.flatMap((column) => {
    const value = row[column.id];
    return value === undefined ? [] : [{ column: column.text, value: cellOf(column, value) }];
  });
  if (said.length === 0) return { fi: '', sv: '', en: '' };
  // A sentence keeps its own end.
  const inLanguage = (language: Language) =>
    said
      .map(({ column, value }) => `${column[language]}: ${typeof value === 'string' ? value : value[language]}`)
      .reduce((line, next) => `${line}${/[.?!;]$/.test(line) ? '' : ';'} ${next}`);
  return { fi: inLanguage('fi'), sv: inLanguage('sv'), en: inLanguage('en') };
}

function cellOf({ kind, options = [], unit }: Cell, value: string | number): Said {
  if (kind === 'choice') return options.find(({ id }) => id === value)?.text ?? String(value);
  if (typeof value === 'string') return kind === 'date' && isCivilDate(value) ? numericDate(value) : value;
  const comma = String(value).replace('.', ',');
  const of = (number: string, language: Language) => (unit ? `${number} ${unit[language]}` : number);
  return { fi: of(comma, 'fi'), sv: of(comma, 'sv'), en: of(String(value), 'en') };
}
