import type { Instance } from '@app/workflows';
import { findDefinition } from '@app/workflows';
import type { Given } from './given';
import { given } from './given';

/** A workflow and the children that its last command started, as they stand right after it. */
export function withChildren(parent: Given, at: string): { instances: Map<string, Instance>; children: Given[] } {
  const children = parent.effects.children.map(({ id, workflow, data }) => {
    const definition = findDefinition(workflow);
    if (!definition) throw new Error(workflow);
    return given(definition, data, { at, id });
  });
  return {
    instances: new Map([parent, ...children].map(({ instance }) => [instance.id, instance])),
    children,
  };
}
