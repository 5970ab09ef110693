import { languages } from '@app/domain';
import { definitions } from '@app/workflows';
import Ajv from 'ajv/dist/2020';
import { childrenOf, countyHandling, negotiation, request } from '../../../../test/support/example-paths';
import { councilTerm } from '../../../../test/support/term-paths';
import { commandSchema } from './command-schema';

/** A workflow of each definition as it really stands: some forms depend on it. */
const year = negotiation();
const children = childrenOf(year);
const dataOf = (key: string) => children.find((child) => child.key.startsWith(key))?.data ?? null;
const contexts = new Map(
  [...councilTerm(), ...year, ...request(dataOf('answer-016')), ...countyHandling(dataOf('hyte-board'))].map(
    ({ instance }) => [instance.definition.name, instance.context],
  ),
);

const commands = definitions.flatMap(({ name: workflow, commands: all }) =>
  Object.entries(all).map(([name, { schema }]) => ({
    name: `${workflow} ${name}`,
    schema: typeof schema === 'function' ? schema(contexts.get(workflow) as never) : schema,
  })),
);

describe('the schema of a command', () => {
  it.each(commands)('$name is JSON Schema without anything of ours in it, in every language', ({ schema }) => {
    for (const language of languages) {
      const published = commandSchema(schema, language);
      expect(new Ajv({ strict: false, validateFormats: false }).validateSchema(published)).toBe(true);
      expect(JSON.stringify(published)).not.toMatch(/"(label|help|options|multiline)":/);
    }
  });

  it('has titles in the language asked for, for fields and for choices', () => {
    const decision = commands.find(({ name }) => name === 'board-handling record-decision');
    const titles = (language: 'fi' | 'sv') =>
      (commandSchema(decision!.schema, language).properties as Record<string, { title: string; oneOf?: object[] }>)
        .decision;
    expect(titles('fi')?.title).toBe('Päätös');
    expect(titles('sv')).toMatchObject({ title: 'Beslut' });
    expect(titles('sv')?.oneOf).toContainEqual({ const: 'reject', title: 'förkastades' });
    expect(titles('sv')).not.toHaveProperty('enum');
  });
});
