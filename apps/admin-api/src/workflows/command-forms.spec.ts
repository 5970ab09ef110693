import { commandsOf, definitions, type Role } from '@app/workflows';
import { commandSchema } from './command-schema';

type Node = {
  title?: string;
  properties?: Record<string, Node>;
  items?: Node;
  enum?: unknown[];
  oneOf?: Node[];
  anyOf?: Node[];
  const?: unknown;
};

/** Roles that people and their programs have: what only the engine gives needs no form. */
const people: readonly Role[] = ['admin', 'coordinator', 'service', 'respondent'];

/** What nobody types: a whole history is corrected with a file, and the bodies of who joins are taken from the register. */
const filledIn = [
  /^history-entry correct/,
  /^hyte-negotiation change-parties\.joined\[\]\.body/,
  /^council-term-negotiation change-municipalities\.councils/,
];

const forms = definitions.flatMap((definition) =>
  Object.entries(commandsOf(definition))
    .filter(([, { roles }]) => roles.some((role) => people.includes(role)))
    .flatMap(([name, { schema }]) =>
      typeof schema === 'function' ? [] : [{ name: `${definition.name} ${name}`, schema }],
    ),
);

/** What a form could not be built from: fields without a title, choices without labels. */
function lacksIn(node: Node, path: string): string[] {
  const inner = [
    ...Object.entries(node.properties ?? {}).flatMap(([name, field]) => [
      ...(field.title === undefined && field.const === undefined ? [`${path}.${name}: no title`] : []),
      ...lacksIn(field, `${path}.${name}`),
    ]),
    ...(node.items ? lacksIn(node.items, `${path}[]`) : []),
    ...[...(node.anyOf ?? []), ...(node.oneOf ?? [])].flatMap((one) => lacksIn(one, path)),
  ];
  return node.enum ? [...inner, `${path}: choices without labels`] : inner;
}

it('every command can be asked for with a form: each field has a title and each choice a label', () => {
  expect(forms.length).toBeGreaterThan(100);
  const lacks = forms.flatMap(({ name, schema }) => lacksIn(commandSchema(schema, 'fi'), name));
  expect(lacks.filter((lack) => !filledIn.some((known) => known.test(lack)))).toEqual([]);
});

it('the dates of a plan are called as the plan calls them, in the language asked for', () => {
  const reschedule = forms.find(({ name }) => name === 'hyte-negotiation reschedule');
  const dates = (language: 'fi' | 'en') =>
    (commandSchema(reschedule!.schema, language) as Node).properties?.dates?.properties;
  expect(dates('fi')?.planning?.title).toBe('Suunnittelu');
  expect(dates('en')?.planning?.properties?.basis?.oneOf).toContainEqual({ const: 'agreed', title: 'Agreed' });
});
