import { definitionOf, type Instance } from '@app/workflows';

/** The organisations concerned by a workflow as it stands. */
export function organisationsOf(instance: Instance): string[] {
  return definitionOf(instance.definition).concerns(instance.context as never);
}
