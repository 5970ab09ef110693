import { z } from 'zod';
import type { Json } from './command';
import type { AnyDefinition } from './definition';
import { factsOf } from './definition';

/**
 * All of a definition that is data: its chart, forms, roles and deadlines. Two definitions with one description differ at
 * most inside function bodies, which recorded histories guard.
 */
export function descriptionOf(definition: AnyDefinition): Json {
  const { name, version, title, basis, start, chart, commands, deadlines, mails, refusals, follows } = definition;
  return asData({
    name,
    version,
    title,
    basis,
    start: { ...start, schema: z.toJSONSchema(start.schema, { io: 'input' }) },
    chart: chart.config,
    commands: Object.fromEntries(
      Object.entries(commands).map(([command, { title: commandTitle, roles, schema, ...rest }]) => [
        command,
        {
          title: commandTitle,
          roles,
          facts: factsOf({ title: commandTitle, roles, schema, ...rest }),
          ...(rest.whilePaused && { whilePaused: true }),
          schema: typeof schema === 'function' ? 'depends on the workflow' : z.toJSONSchema(schema, { io: 'input' }),
        },
      ]),
    ),
    deadlines,
    mails,
    ...(follows && { follows: Object.keys(follows) }),
    refusals: Object.fromEntries(
      Object.entries(refusals).map(([guard, refusal]) => [guard, 'why' in refusal ? refusal.codes : refusal.code]),
    ),
  });
}

/** JSON, with the presence of a function kept where JSON would drop it. */
function asData(value: unknown): Json {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'function' ? '(function)' : inner)),
  ) as Json;
}
