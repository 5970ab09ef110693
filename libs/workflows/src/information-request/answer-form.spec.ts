import { z } from 'zod';
import { label } from '../fields';
import { answerForm, receivedAnswerForm } from './answer-form';
import { ask, question } from './question';

const text = label('Kysymys', 'Fråga', 'Question');
const questions = [
  ask.number('share', text, { unit: label('%', '%', '%'), required: true }),
  ask.rows('tasks', text, [ask.line('task', text, { required: true }), ask.date('doneBy', text)], { rows: 3 }),
  ask.choice('status', text, [
    { id: 'good', text: label('Hyvä', 'Bra', 'Good') },
    { id: 'bad', text: label('Huono', 'Dålig', 'Bad') },
  ]),
  ask.line('note', text, { help: label('Apua', 'Hjälp', 'Help') }),
];
const form = answerForm({ questions });
const pathsOf = (answers: object, with_ = form) =>
  with_.safeParse({ answers }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('the form of an answer', () => {
  it('takes each kind of answer', () => {
    const answers = { share: 24.8, tasks: [{ task: 'Kysely', doneBy: '2026-05-01' }], status: 'good', note: 'Huomio' };
    expect(form.parse({ answers })).toEqual({ answers });
  });

  it.each([
    [{ share: '24,8' }, ['answers.share']],
    [{ share: 1, tasks: [{ doneBy: '2026-05-01' }] }, ['answers.tasks.0.task']],
    [{ share: 1, tasks: [{ task: 'a' }, { task: 'b', doneBy: '2026-02-30' }] }, ['answers.tasks.1.doneBy']],
    [{ share: 1, status: 'fine' }, ['answers.status']],
    [{ note: 'x' }, ['answers.share']],
  ])('refuses %j', (answers, paths) => {
    expect(pathsOf(answers)).toEqual(paths);
  });

  it('asks for something', () => {
    const optional = answerForm({ questions: questions.slice(1) });
    expect(pathsOf({ tasks: [] }, optional)).toEqual(['answers']);
    expect(pathsOf({ note: 'x' }, optional)).toEqual([]);
  });

  it('asks nobody to repeat what has been answered', () => {
    expect(pathsOf({ note: 'x' }, answerForm({ questions, answer: { answers: { share: 1 } } }))).toEqual([]);
  });

  it('is a JSON Schema that a form can be made of', () => {
    const { answers } = z.toJSONSchema(form, { io: 'input' }).properties ?? {};
    expect(answers).toHaveProperty('properties');
    expect((answers as { properties: object }).properties).toMatchObject({
      share: { type: 'number', label: { fi: 'Kysymys (%)' } },
      tasks: { type: 'array', rows: 3, items: { properties: { doneBy: { format: 'date' } }, required: ['task'] } },
      status: { enum: ['good', 'bad'], options: { bad: { en: 'Bad' } } },
      note: { help: { sv: 'Hjälp' } },
    });
  });

  it('of an answer that came another way wants the day', () => {
    const answers = { share: 1 };
    expect(receivedAnswerForm({ questions }).safeParse({ answers }).success).toBe(false);
    expect(receivedAnswerForm({ questions }).safeParse({ answers, receivedOn: '2026-05-01' }).success).toBe(true);
  });
});

describe('a question', () => {
  it('has options if it is a choice and columns if it is a list, and only then', () => {
    const plain = { id: 'a', text };
    expect(question.parse(plain)).toEqual({ ...plain, kind: 'text', required: false });
    for (const kind of ['choice', 'rows']) expect(question.safeParse({ ...plain, kind }).success).toBe(false);
    const columns = [{ ...plain, kind: 'choice' }];
    expect(question.safeParse({ ...plain, kind: 'rows', columns }).success).toBe(false);
    expect(question.safeParse({ ...plain, columns: [plain] }).success).toBe(false);
  });
});
