import { citationText, type Language } from '@app/domain';
import { type AnyDefinition, type CommandDefinition, factsOf, roles, type StateMeta } from '@app/workflows';
import { z } from 'zod';
import { named } from '../openapi/named-schemas';
import { commandSchema } from '../workflows/command-schema';

const jsonSchema = z.record(z.string(), z.unknown());
const summaryFields = {
  name: z.string(),
  version: z.int(),
  title: z.string(),
  basis: z.string().nullable().describe('Act and section on which the workflow rests; null where no act requires it.'),
};

export const definitionList = named(
  'DefinitionList',
  z.object({ items: z.array(z.object(summaryFields)), next: z.null() }),
);

export const definition = named(
  'Definition',
  z.object({
    ...summaryFields,
    start: z.object({ title: z.string(), roles: z.array(z.enum(roles)), schema: jsonSchema }),
    states: z.array(
      z.object({
        path: z.string(),
        title: z.string(),
        waitsFor: z.string().nullable().describe('The part that is waited for.'),
        final: z.boolean(),
      }),
    ),
    commands: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        roles: z.array(z.enum(roles)),
        events: z.array(z.string()).describe('The event it becomes; one of them where the data chooses.'),
        schema: jsonSchema
          .nullable()
          .describe('JSON Schema of `data`; null where it depends on the workflow: read it from `availableCommands`.'),
      }),
    ),
    deadlines: z.array(z.object({ name: z.string(), title: z.string() })),
  }),
);

type StateView = z.infer<typeof definition>['states'][number];

export function definitionSummary({ name, version, title, basis }: AnyDefinition, language: Language) {
  return { name, version, title: title[language], basis: basis && citationText(basis, language) };
}

export function definitionView(known: AnyDefinition, language: Language): z.infer<typeof definition> {
  const { start, commands, deadlines, chart } = known;
  return {
    ...definitionSummary(known, language),
    start: { title: start.title[language], roles: [...start.roles], schema: commandSchema(start.schema, language) },
    states: Object.values(chart.root.states).flatMap((state) => statesFrom(state, '', language)),
    commands: Object.entries(commands).map(([name, command]) => commandView(name, command, language)),
    deadlines: Object.entries(deadlines).map(([name, { title }]) => ({ name, title: title[language] })),
  };
}

function commandView(name: string, command: CommandDefinition<never>, language: Language) {
  const { title, schema } = command;
  return {
    name,
    title: title[language],
    roles: [...command.roles],
    events: [...factsOf(command)],
    schema: typeof schema === 'function' ? null : commandSchema(schema, language),
  };
}

/** What the document says of a state of a chart. */
type State = { key: string; type: string; meta?: unknown; states: Record<string, State> };

function statesFrom(state: State, above: string, language: Language): StateView[] {
  const path = above ? `${above}.${state.key}` : state.key;
  const { title, waitsFor } = state.meta as StateMeta;
  const own: StateView = { path, title: title[language], waitsFor, final: state.type === 'final' };
  return [own, ...Object.values(state.states).flatMap((inner) => statesFrom(inner, path, language))];
}
