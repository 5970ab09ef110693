import type { AnyDefinition, CommandDefinition } from '@app/workflows';
import { clockCommands, definitions } from '@app/workflows';
import { createMachine } from 'xstate';

type States = Record<string, object>;

/** A definition that exists only to be drawn: these states, and a command for each fact, called as the fact itself. */
export function drawnDefinition(initial: string, states: States, facts: readonly string[]): AnyDefinition {
  const [example] = definitions as [AnyDefinition];
  const command = (event: string): CommandDefinition<never> => ({
    title: { fi: event, sv: event, en: event },
    roles: ['admin', 'coordinator'],
    schema: example.start.schema,
    event,
  });
  return {
    ...example,
    name: 'drawn',
    chart: createMachine({ id: 'drawn', initial, states } as never),
    commands: { ...clockCommands, ...Object.fromEntries(facts.map((fact) => [fact.toLowerCase(), command(fact)])) },
    deadlines: {
      reply: { title: { fi: 'Vastauspäivä', sv: 'Svarsdag', en: 'Reply date' }, askedOf: () => [] },
      Done: { title: { fi: 'Done', sv: 'Done', en: 'Done' }, askedOf: () => [] },
    },
  };
}
