import type { Instance } from '../kernel/instance';
import { definitionOf } from '../registry';

/** The organisations concerned by a workflow as it stands. */
export function organisationsOf(instance: Instance): string[] {
  return definitionOf(instance.definition).concerns(instance.context as never);
}
