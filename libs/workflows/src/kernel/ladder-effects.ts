import type { CivilDate, Instant } from '@app/domain';
import { advance } from './decide';
import type { AnyDefinition } from './definition';
import type { Deadline, Instance } from './instance';
import type { LaddersInForce } from './ladders-in-force';
import { useLadders } from './ladder-commands';

/** What other ladders would change for one running deadline: the rungs still to come, before and after. */
export type LadderEffect = {
  deadline: string;
  dueOn: CivilDate;
  before: Deadline['rungs'];
  after: Deadline['rungs'];
};

/** What a workflow's deadlines would have ahead of them if it were told of these ladders now. Pure; deadlines that stay as they are are left out. */
export function ladderEffects(
  definition: AnyDefinition,
  instance: Instance,
  ladders: LaddersInForce,
  now: Instant,
): LadderEffect[] {
  const decision = advance(definition, instance, {
    name: useLadders,
    data: ladders,
    actor: { id: 'ladders', role: 'workflow' },
    commandId: useLadders,
    now,
  });
  if (!decision.accepted) return [];
  return Object.values(instance.deadlines).flatMap(({ name, dueOn, rungs: before }) => {
    const after = decision.instance.deadlines[name]?.rungs ?? [];
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ deadline: name, dueOn, before, after }];
  });
}
