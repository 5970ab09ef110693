import { languages } from '@app/domain';
import { answerForm } from '../information-request/answer-form';
import { question, type Cell, type Question } from '../information-request/question';
import { assignmentQuestions } from '../hyte-negotiation/assignment-questions';
import { indicatorCardForm } from './indicator-card-form';
import { interfaceTopicsForm } from './interface-topics-form';
import { municipalityCard } from './municipality-card';
import { ngoCard } from './ngo-card';
import { sectorCard } from './sector-card';
import { termAccountForm } from './term-account-form';

const percent = { fi: '%', sv: '%', en: '%' };
const cards: [string, Question[]][] = [
  ['advance assignment', assignmentQuestions('2027')],
  ['municipality card', municipalityCard('2026')],
  ['sector card', sectorCard('2026')],
  ['NGO card', ngoCard('2026')],
  ['indicator card', indicatorCardForm(percent)],
  ['term account', termAccountForm()],
  ['interface topics', interfaceTopicsForm()],
];
const cellsOf = ({ columns = [], ...asked }: Question): Pick<Cell, 'id' | 'text' | 'options' | 'help'>[] => [
  asked,
  ...columns,
];

describe.each(cards)('the %s', (_name, questions) => {
  it('is made of questions that a request takes', () => {
    for (const one of questions) expect(question.parse(one)).toEqual(one);
  });

  it('asks each thing once, in three languages', () => {
    const ids = (all: { id: string }[]) => all.map(({ id }) => id);
    expect(new Set(ids(questions)).size).toBe(questions.length);
    for (const { columns = [] } of questions) expect(new Set(ids(columns)).size).toBe(columns.length);
    const texts = questions
      .flatMap(cellsOf)
      .flatMap(({ text, help, options = [] }) => [
        text,
        ...(help ? [help] : []),
        ...options.map((option) => option.text),
      ]);
    for (const text of texts) for (const language of languages) expect(text[language].trim()).not.toBe('');
  });

  it('can be answered by filling in what has to be', () => {
    const given: Record<Cell['kind'], string | number> = {
      line: 'Rivi',
      text: 'Teksti',
      number: 24.8,
      date: '2026-02-27',
      link: 'https://kunta.example.invalid/',
      choice: '',
    };
    const cell = ({ kind, options }: Cell) => options?.[0]?.id ?? given[kind];
    const answer = (one: Question) =>
      one.columns ? [Object.fromEntries(one.columns.map((column) => [column.id, cell(column)]))] : cell(one as Cell);
    const required = questions.filter((one) => one.required);
    const asked = required.length > 0 ? required : questions.slice(0, 1);
    const all = Object.fromEntries(asked.map((one) => [one.id, answer(one)]));
    expect(answerForm({ questions }).safeParse({ answers: all }).success).toBe(true);
    for (const { id } of required) {
      const { [id]: _left, ...rest } = all;
      expect(answerForm({ questions }).safeParse({ answers: rest }).success).toBe(false);
      // What was answered before need not be answered again.
      expect(answerForm({ questions, answer: { answers: all } }).safeParse({ answers: all }).success).toBe(true);
    }
  });
});
