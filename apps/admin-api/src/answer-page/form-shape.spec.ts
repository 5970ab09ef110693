import { languages } from '@app/domain';
import { definitions } from '@app/workflows';
import { requestData } from '../../test/request-data';
import { formShape } from './form-shape';
import { dataIn } from './form-values';
import { schemaIn } from './taken-steps.view';
import { recordNames } from './words';
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
    const questions = ['__proto__', 'constructor'].map((id) => ({ id, text: { fi: 'a', sv: 'a', en: 'a' } }));
    const command = respondentCommands.find(({ name }) => name === 'record-answer')?.command;
    if (!command) throw new Error('record-answer');
    const strange = formShape(schemaIn(command, { ...context, questions }), 'fi');
    const data = dataIn(strange, new Map([['answers.constructor', 'x']]));
    expect(data).toEqual({ answers: { constructor: 'x' } });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('leaves out an optional list or number, and cannot be made where one is needed', () => {
    const asks = (field: z.ZodType) => z.strictObject({ section: z.string(), present: field });
    const names = formShape(asks(z.number().optional()), 'fi').fields.map(({ name }) => name);
    expect(names).toEqual(['section']);
    expect(() => formShape(asks(z.number()), 'fi')).toThrow('present');
  });
});
