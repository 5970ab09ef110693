import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languages } from '@app/domain';
import { definitions } from '@app/workflows';
import Ajv from 'ajv/dist/2020';
import { commandSchema } from './command-schema';

/** A workflow of each definition as its recorded histories left it: some forms depend on it. */
function contextOf({ name, version }: { name: string; version: number }): never {
  const file = join(__dirname, `../../../../test/golden/${name}.v${version}.json`);
  const { histories } = JSON.parse(readFileSync(file, 'utf8')) as { histories: { instance: { context: never } }[] };
  const [first] = histories;
  if (!first) throw new Error(name);
  return first.instance.context;
}

const commands = definitions.flatMap(({ name: workflow, version, commands: all }) =>
  Object.entries(all).map(([name, { schema }]) => ({
    name: `${workflow} ${name}`,
    schema: typeof schema === 'function' ? schema(contextOf({ name: workflow, version })) : schema,
  })),
);

/** What every field on the form is called, those within others too. */
function titlesIn(node: object): [name: string, title: string][] {
  const { properties = {}, ...rest } = node as { properties?: Record<string, { title?: string }> };
  const own = Object.entries(properties).flatMap(([name, field]): [string, string][] =>
    field.title === undefined ? [] : [[name, field.title]],
  );
  const inner = [...Object.values(properties), ...Object.values(rest).flat()];
  return [...own, ...inner.flatMap((one) => (typeof one === 'object' && one !== null ? titlesIn(one) : []))];
}

describe('the schema of a command', () => {
  it.each(commands)('$name is JSON Schema without anything of ours in it, in every language', ({ schema }) => {
    for (const language of languages) {
      const published = commandSchema(schema, language);
      expect(new Ajv({ strict: false, validateFormats: false }).validateSchema(published)).toBe(true);
      expect(JSON.stringify(published)).not.toMatch(/"(label|help|options|multiline)":/);
    }
  });

  it.each(commands)('$name calls no field by its identifier', ({ schema }) => {
    for (const language of languages)
      for (const [name, title] of titlesIn(commandSchema(schema, language)))
        expect([name, title]).not.toEqual([name, expect.stringMatching(new RegExp(`[”“]${name}[”“]|^${name}$`))]);
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
