import { findDefinition, type Instance, partTitle } from '@app/workflows';
import { organisationName } from '../../pages/names';
import type { WorkflowSummary } from '../../workflows/workflow.schema';
import type { AtDesk } from '../desk-room';

/** Whom a matter waits for, by part and name; undefined where it waits for nobody. */
export function waitingWords(
  { register, language }: Pick<AtDesk, 'register' | 'language'>,
  { definition: { name, version } }: Pick<Instance, 'definition'>,
  { waitingFor }: Pick<WorkflowSummary, 'waitingFor'>,
): string | undefined {
  if (waitingFor.length === 0) return undefined;
  const definition = findDefinition(name, version);
  const nameOf = (id: string) => (register ? organisationName(register, id, language) : id);
  return waitingFor
    .map(({ part, organisations }) => {
      const title = definition ? partTitle(definition, part, language) : part;
      return `${title} (${organisations.map(nameOf).join(', ')})`;
    })
    .join('; ');
}
