import type { Unit } from '@app/workflows';
import type { Query } from '../connection/database';
import { closeTask, openTask } from './task-steps';

/** Whether a unit opens or closes a task. */
export function hasTasks({ tasks }: Unit): boolean {
  return tasks.length > 0;
}

/** Opens and closes what the units' workflows ask for, in the transaction that has applied them. */
export async function applyTasks(query: Query, county: string, units: readonly Unit[]): Promise<void> {
  for (const { at, tasks } of units) {
    for (const { workflow, actor, commandId, ...step } of tasks) {
      const key = `${workflow}/${step.key}`;
      if (step.open) {
        const { kind, organisation } = step;
        await openTask(query, { county, key, kind, workflow, organisation }, { at, actor, commandId });
      } else await closeTask(query, { county, key, actor, commandId, at });
    }
  }
}
