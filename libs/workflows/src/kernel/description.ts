import { z } from 'zod';
import type { Json } from './command';
import type { AnyDefinition, CommandDefinition } from './definition';

/**
 * All of a definition that is data: its chart, forms, roles, deadlines and whatever a definition may say one day. Two definitions
 * with one description differ at most inside function bodies, which recorded histories guard. Left out is how old events are
 * read: that may be added to a released version.
 */
export function descriptionOf(definition: AnyDefinition): Json {
  const { start, chart, commands, refusals, upcasts: _upcasts, ...rest } = definition;
  return asData({
    ...rest,
    start: { ...start, schema: z.toJSONSchema(start.schema, { io: 'input' }) },
    chart: chart.config,
    commands: Object.fromEntries(Object.entries(commands).map(([name, command]) => [name, commandOf(command)])),
    refusals: Object.fromEntries(
      Object.entries(refusals).map(([guard, refusal]) => [guard, 'why' in refusal ? refusal.codes : refusal.code]),
    ),
  });
}

function commandOf({ schema, event, ...rest }: CommandDefinition<never>): object {
  return {
    ...rest,
    facts: typeof event === 'string' ? event : event.oneOf,
    schema: typeof schema === 'function' ? 'depends on the workflow' : z.toJSONSchema(schema, { io: 'input' }),
  };
}

/** JSON, with the presence of a function kept where JSON would drop it. */
function asData(value: unknown): Json {
  return JSON.parse(
    JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'function' ? '(function)' : inner)),
  ) as Json;
}
