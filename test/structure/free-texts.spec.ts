import { freeTextFields } from '@app/ledger';
import { commandsOf, definitions } from '@app/workflows';
import { z } from 'zod';

type Schema = {
  type?: string;
  minLength?: number;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  additionalProperties?: Schema | boolean;
} & Record<string, unknown>;

/** Lines that are ids, numbers of official documents and names of bodies. */
const ids = [
  ...['body', 'caseNumber', 'contact', 'examiners', 'from', 'interface', 'kind', 'organisation', 'presenter', 'record'],
  ...['section', 'supersedes', 'template', 'year'],
];

/** Fields that take whatever somebody writes, under the names by which they are found in an event. */
function freeIn(schema: Schema, names: readonly string[]): (readonly string[])[] {
  const inside = [...(schema.anyOf ?? []), ...(schema.items ? [schema.items] : [])].flatMap((one) =>
    freeIn(one, names),
  );
  const named = Object.entries(schema.properties ?? {}).flatMap(([name, one]) => freeIn(one, [...names, name]));
  const more = typeof schema.additionalProperties === 'object' ? freeIn(schema.additionalProperties, names) : [];
  const isFree = schema.type === 'string' && schema.minLength === 1 && !('pattern' in schema || 'format' in schema);
  return [...inside, ...named, ...more, ...(isFree ? [names] : [])];
}

it('whatever people can write into a form is a text in the log', () => {
  const forms = definitions.flatMap((definition) => [
    definition.start.schema,
    ...Object.values(commandsOf(definition)).flatMap(({ schema }) => (typeof schema === 'function' ? [] : [schema])),
  ]);
  const fields = forms.flatMap((form) =>
    freeIn(z.toJSONSchema(form, { io: 'input', unrepresentable: 'any' }) as Schema, []),
  );
  const unknown = fields.filter((names) => !names.some((name) => freeTextFields.has(name) || ids.includes(name)));
  expect([...new Set(unknown.map((names) => names.join('.')))]).toEqual([]);
  expect(fields.length).toBeGreaterThan(100);
});
