import { civilDate } from '@app/domain';
import type { FormField } from '../pages/html-form';
import { answersOn, shortAnswersOn, toldAnswersTo } from './answers';

const by = { no: 1, on: civilDate('2026-06-01'), councilMetOn: civilDate('2026-05-25') };
const field = (name: string, type = 'text', more: Partial<FormField> = {}): FormField => ({
  ...{ name, type, value: '', required: false },
  ...more,
});
const form = [
  field('command', 'hidden'),
  field('answers.efforts', 'textarea'),
  field('answers.status', 'radio', { options: ['on-track', 'at-risk'] }),
  field('answers.baseline', 'number'),
  field('answers.tasks.0.task'),
  field('answers.tasks.0.doneBy', 'date'),
  field('answers.tasks.1.task'),
  field('answers.source', 'url'),
  field('answers.councilOn', 'date'),
  field('body'),
];

describe('what the clerks answer', () => {
  it('fits every question of the form, the first row of a list, and nothing else', () => {
    expect(answersOn(form, by)).toEqual({
      'answers.efforts': 'Lisäsimme etsivää nuorisotyötä ja vahvistimme koulujen kerhotoimintaa.',
      'answers.status': 'at-risk',
      'answers.baseline': '24,8',
      'answers.tasks.0.task': 'Kaatumisten ehkäisyn tarkistuslista',
      'answers.tasks.0.doneBy': '2026-06-01',
      'answers.source': expect.stringMatching(/^https:/),
      'answers.councilOn': '2026-05-25',
    });
  });

  it('leaves all but the first question open where the answer is to be completed', () => {
    expect(Object.keys(shortAnswersOn(form, by))).toEqual(['answers.efforts']);
  });

  it('is told on the telephone question by question', () => {
    expect(Object.keys(toldAnswersTo({ questions: [{ id: 'efforts' }, { id: 'topics' }] }))).toEqual([
      'efforts',
      'topics',
    ]);
  });
});
