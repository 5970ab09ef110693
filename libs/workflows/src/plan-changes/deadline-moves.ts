import type { CivilDate, Text } from '@app/domain';
import type { Instance } from '../kernel/instance';
import { isAwaited } from '../kernel/instance';
import { definitionOf } from '../registry';

/** A deadline before and after: null where it does not run. */
export type DeadlineMove = {
  workflow: string;
  name: string;
  title: Text;
  from: CivilDate | null;
  to: CivilDate | null;
};

/** A workflow before and after a step; `before` is null where it is started. */
export type Moved = { before: Instance | null; instance: Instance };

/** The deadlines that differ between before the first and after the last step of each workflow. Pure. */
export function deadlineMoves(steps: readonly Moved[]): DeadlineMove[] {
  const ends = new Map<string, { first: Instance | null; last: Instance }>();
  for (const { before, instance } of steps) {
    const { id } = instance;
    ends.set(id, { first: ends.has(id) ? (ends.get(id)?.first ?? null) : before, last: instance });
  }
  return [...ends].flatMap(([workflow, { first, last }]) => {
    const names = new Set([...Object.keys(first?.deadlines ?? {}), ...Object.keys(last.deadlines)]);
    return [...names]
      .map((name) => ({
        workflow,
        name,
        title: titleOf(last, name),
        from: runningOn(first, name),
        to: runningOn(last, name),
      }))
      .filter(({ from, to }) => from !== to);
  });
}

function titleOf({ definition }: Instance, name: string): Text {
  return definitionOf(definition).deadlines[name]?.title ?? { fi: name, sv: name, en: name };
}

function runningOn(instance: Instance | null, name: string): CivilDate | null {
  const deadline = instance?.deadlines[name];
  return deadline && isAwaited(deadline) ? deadline.dueOn : null;
}
