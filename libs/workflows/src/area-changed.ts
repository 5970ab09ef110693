import type { CivilDate, Register, RegisterChange } from '@app/domain';
import type { AnyDefinition, AreaChanged } from './kernel/definition';
import type { Instance } from './kernel/instance';

/**
 * What a change of the county's area, in force today, asks of the workflow: the command to give, or null when it does not concern the
 * workflow, has been carried out in it, or its definition knows no such changes. Pure.
 */
export function areaChangedCommand(
  definition: AnyDefinition,
  instance: Pick<Instance, 'context'>,
  change: RegisterChange,
  register: Register,
  today: CivilDate,
): AreaChanged {
  return definition.areaChanged?.(change, register, instance.context as never, today) ?? null;
}
