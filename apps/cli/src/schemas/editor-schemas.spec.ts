import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { parse } from 'yaml';
import { editorSchemas } from './editor-schemas';

const dataFile = (name: string): unknown => parse(readFileSync(join(__dirname, '../../../../data', name), 'utf8'));
const schemas = editorSchemas();
const validator = (name: string) =>
  new Ajv({ strict: true, strictRequired: false, allErrors: true }).compile(schemas[name] ?? {});

it.each([
  ['plan.schema.json', 'paijat-hame-2025.yaml'],
  ['plan.schema.json', 'paijat-hame-2026.yaml'],
  ['organisations.schema.json', 'paijat-hame-organisations.yaml'],
])('%s accepts %s', (schema, file) => {
  const validate = validator(schema);
  validate(dataFile(file));
  expect(validate.errors).toBeNull();
});

it('says what it is for, and refuses what nobody knows', () => {
  expect(Object.keys(schemas['plan.schema.json'] ?? {}).slice(0, 3)).toEqual(['$schema', 'title', 'description']);
  const validate = validator('plan.schema.json');
  expect(validate({ county: '09', year: 2026, title: 'x', entries: [], entrys: [] })).toBe(false);
  expect(validate({ county: 9, year: '2026', title: '', entries: [{ id: 'Ä' }] })).toBe(false);
});
