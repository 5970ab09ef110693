import { languages } from '@app/domain';
import { definitions } from '@app/workflows';
import { requestData } from '../../test/request-data';
import { fieldErrors } from './field-errors';
import { formShape } from './form-shape';
import { dataIn } from './form-values';
import { schemaIn } from '../answer-page/taken-steps.view';
import { recordNames } from '../answer-page/words';
import { z } from 'zod';

const respondentCommands = definitions.flatMap((definition) =>
  Object.entries(definition.commands)
    .filter(([, { roles }]) => roles.includes('respondent'))
    .map(([name, command]) => ({ workflow: definition.name, name, command })),
);
const context = requestData();

function shapeOf(command: string) {
  const found = respondentCommands.find(({ name }) => name === command);
  if (!found) throw new Error(command);
  return formShape(schemaIn(found.command, context), 'fi');
}

describe('the forms of an answer page', () => {
  it('can be made for everything that whoever answers may do, with a label for each field in each language', () => {
    expect(respondentCommands.length).toBeGreaterThan(5);
    for (const { name, command } of respondentCommands) {
      for (const language of languages) {
        const { fields } = formShape(schemaIn(command, context), language);
        expect(fields.filter(({ label, name: field }) => label === field)).toEqual([]);
      }
      expect(recordNames).toHaveProperty(name);
    }
  });

  it('ask for text in groups', () => {
    const { fields, groups } = shapeOf('record-answer');
    expect(groups).toEqual([['answers']]);
    expect(fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
      ['answers.efforts', 'text', false],
      ['answers.topics', 'text', false],
      ['body', 'line', false],
      ['handledOn', 'date', false],
      ['section', 'line', false],
      ['minutes', 'link', false],
    ]);
  });

  it('offer choices with their words', () => {
    const decision = shapeOf('record-decision').fields[0];
    expect(decision).toMatchObject({ name: 'decision', kind: 'choice', required: true, label: 'Päätös' });
    expect(decision?.options).toContainEqual({ value: 'note', label: 'merkittiin tiedoksi' });
  });
});

describe('what was written in a form', () => {
  const shape = shapeOf('record-answer');
  const written = (values: Record<string, string>) => dataIn(shape, new Map(Object.entries(values)));

  it('is the command’s data, without what was left empty', () => {
    expect(written({ 'answers.efforts': ' Liikuntaa. ', 'answers.topics': '  ', body: '' })).toEqual({
      answers: { efforts: 'Liikuntaa.' },
    });
    expect(written({})).toEqual({ answers: {} });
  });

  it.each([
    ['17.8.2026', '2026-08-17'],
    ['1.1.2027', '2027-01-01'],
    ['2026-08-17', '2026-08-17'],
    ['17.8.', '17.8.'],
    ['31.2.2026', '2026-02-31'],
  ])('has the day %s as %s', (day, handledOn) => {
    expect(written({ handledOn: day })).toMatchObject({ handledOn });
  });

  it('stays data where a question is named like a part of every object', () => {
    const questions = ['__proto__', 'constructor'].map((id) => ({
      id,
      text: { fi: 'a', sv: 'a', en: 'a' },
      kind: 'text',
      required: false,
    }));
    const command = respondentCommands.find(({ name }) => name === 'record-answer')?.command;
    if (!command) throw new Error('record-answer');
    const strange = formShape(schemaIn(command, { ...context, questions }), 'fi');
    const data = dataIn(strange, new Map([['answers.constructor', 'x']]));
    expect(data).toEqual({ answers: { constructor: 'x' } });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('leaves out an optional list of words, and cannot be made where one is needed', () => {
    const asks = (field: z.ZodType) => z.strictObject({ section: z.string(), present: field });
    const names = formShape(asks(z.array(z.string()).optional()), 'fi').fields.map(({ name }) => name);
    expect(names).toEqual(['section']);
    expect(() => formShape(asks(z.array(z.string())), 'fi')).toThrow('present');
  });
});

describe('a form with rows', () => {
  const text = (fi: string) => ({ fi, sv: fi, en: fi });
  const questions = [
    { id: 'share', text: text('Osuus'), kind: 'number', required: true, help: text('Viimeisin') },
    {
      id: 'tasks',
      text: text('Tehtävät'),
      kind: 'rows',
      required: true,
      rows: 3,
      columns: [
        { id: 'task', text: text('Tehtävä'), kind: 'line', required: true },
        { id: 'doneBy', text: text('Valmis'), kind: 'date', required: false },
      ],
    },
  ];
  const command = respondentCommands.find(({ name }) => name === 'record-answer')!.command;
  const schema = schemaIn(command, { ...context, questions });
  const shape = formShape(schema, 'fi');
  const values = new Map([
    ['answers.share', ' 24,8 '],
    ['answers.tasks.1.task', 'Kysely'],
    ['answers.tasks.2.doneBy', '1.5.2026'],
  ]);

  it('has a field for each column of each blank row', () => {
    expect(shape.fields.slice(0, 7).map(({ name, kind }) => [name, kind])).toEqual([
      ['answers.share', 'number'],
      ...[0, 1, 2].flatMap((row) => [
        [`answers.tasks.${row}.task`, 'line'],
        [`answers.tasks.${row}.doneBy`, 'date'],
      ]),
    ]);
    expect(shape.fields[0]).toMatchObject({ help: 'Viimeisin', required: true });
  });

  it('has room for all the rows that were given', () => {
    const given = { answers: { tasks: Array.from({ length: 8 }, () => ({ task: 'x' })) } };
    expect(formShape(schema, 'fi', given).lists[0]?.rows).toBe(8);
  });

  it('is data without blank rows, with numbers as numbers', () => {
    expect(dataIn(shape, values)).toEqual({
      answers: { share: 24.8, tasks: [{ task: 'Kysely' }, { doneBy: '2026-05-01' }] },
    });
    expect(dataIn(shape, new Map([['answers.share', 'noin 25']]))).toEqual({ answers: { share: 'noin 25' } });
  });

  it.each([
    ['1 200', 1200],
    ['−3,5', -3.5],
    ['24.8', 24.8],
    ['1,2,3', '1,2,3'],
  ])('reads the number %s as %s', (written, share) => {
    expect(dataIn(shape, new Map([['answers.share', written]]))).toEqual({ answers: { share } });
  });

  it('says what is wrong at the row where it was written', () => {
    const issue = (path: string) => ({ path, code: 'invalid_type', message: text('Väärin') });
    const errors = (path: string, written = values) => fieldErrors(shape, written, [issue(path)], 'fi');
    expect(errors('answers.tasks.1.task')).toEqual([{ field: 'answers.tasks.2.task', message: 'Täytä tämä kohta.' }]);
    expect(errors('answers.tasks', new Map())).toEqual([
      { field: 'answers.tasks.0.task', message: 'Täytä ainakin yksi rivi.' },
    ]);
    expect(errors('answers.share', new Map([['answers.share', 'noin 25']]))).toEqual([
      { field: 'answers.share', message: 'Anna luku, esimerkiksi 24,8.' },
    ]);
  });
});
