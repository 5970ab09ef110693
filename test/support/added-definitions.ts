import type { AnyDefinition } from '@app/workflows';
import { definitions } from '@app/workflows';

/** The registry as a program has it that knows these definitions too, for one test file. Answers how they become unknown again. */
export function addDefinitions(...added: readonly AnyDefinition[]): () => void {
  const known = definitions as AnyDefinition[];
  known.push(...added);
  return () => {
    for (const definition of added) known.splice(known.indexOf(definition), 1);
  };
}
