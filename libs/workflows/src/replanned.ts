import type { CivilDate, PlanEntry } from '@app/domain';
import type { AnyDefinition, Replanned } from './kernel/definition';
import type { Instance } from './kernel/instance';

/**
 * What an entry of a changed plan asks of the workflow that it started, on the day: the command to give (without its `reason`,
 * which the shell adds), null when the workflow is as the plan says; and findings on dates that have happened and stay.
 * A workflow whose definition knows no plan is asked nothing. Pure.
 */
export function replannedCommand(
  definition: AnyDefinition,
  instance: Pick<Instance, 'context'>,
  entry: PlanEntry,
  today: CivilDate,
): Replanned {
  return definition.replanned?.(entry, instance.context as never, today) ?? { command: null, findings: [] };
}
