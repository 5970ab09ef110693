import { isDeepStrictEqual } from 'node:util';
import { advance, fold, isRunningSet, type Timer, upcomingMails, type WorkflowEvent } from '@app/workflows';
import { agreements } from './agreements';
import { keep } from './violation';
import type { Member, World } from './world-state';

/** What holds of the whole world. */

/** The log alone gives the workflow as it stands, and everything recorded beside the facts. */
export function checkFold({ definition, place, instance, events }: Member): void {
  const stored = JSON.parse(JSON.stringify(events)) as WorkflowEvent[];
  const { instance: folded, differences } = fold(definition, place, stored);
  keep(
    differences.length === 0,
    'the log gives what was recorded',
    () => `${place.id}: ${JSON.stringify(differences[0])}`,
  );
  const [was, is] = [instance, folded].map((one) => JSON.parse(JSON.stringify(one)) as unknown);
  keep(
    isDeepStrictEqual(was, is),
    'the log gives the workflow as it stands',
    () => `${place.id}: ${different(was, is)}`,
  );
}

function different(was: unknown, is: unknown, path = ''): string {
  if (typeof was !== 'object' || typeof is !== 'object' || was === null || is === null)
    return `${path}: ${JSON.stringify(was)} stands, ${JSON.stringify(is)} follows`;
  const keys = new Set([...Object.keys(was), ...Object.keys(is)]);
  for (const key of keys) {
    const [one, other] = [was, is].map((side) => (side as Record<string, unknown>)[key]);
    if (!isDeepStrictEqual(one, other)) return different(one, other, `${path}.${key}`);
  }
  return path;
}

/** What is said to be sent if nobody does anything is what is then sent: the clock alone, with the timers that it has. */
export function checkUpcoming(world: World, { definition, instance: standing }: Member): void {
  const told = upcomingMails(definition, standing, { now: world.now, limit: Infinity });
  const owed: unknown[] = [];
  let instance = standing;
  let timers: Timer[] = world.timers.filter(({ workflow }) => workflow === standing.id);
  for (let next = earliest(timers); next; next = earliest(timers)) {
    const fired = next;
    timers = timers.filter((timer) => timer !== fired);
    const at = fired.at < world.now ? world.now : fired.at;
    const actor = { id: 'clock', role: 'clock' as const };
    const decision = advance(definition, instance, {
      name: fired.command,
      data: fired.data,
      actor,
      commandId: 'clock',
      now: at,
    });
    if (!decision.accepted) continue;
    const { ended, paused, relaid, notifications, timers: set } = decision.effects;
    instance = decision.instance;
    owed.push(...notifications.map(({ id: _id, ...notification }) => [at, notification]));
    const dropped = [...ended, ...paused, ...relaid];
    timers = [...timers.filter(({ deadline }) => !dropped.includes(deadline)), ...set].filter(({ deadline, setNo }) =>
      isRunningSet(instance, deadline, setNo),
    );
  }
  keep(
    isDeepStrictEqual(
      told.map(({ at, notification }) => [at, notification]),
      owed,
    ),
    'what is to come is what then comes',
    () => `${standing.id}: ${JSON.stringify(told)} is told, ${JSON.stringify(owed)} comes`,
  );
}

function earliest(timers: readonly Timer[]): Timer | undefined {
  return timers.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))[0];
}

/** Once every letter has arrived, parents and children say the same, and nobody is reminded for a parent that has ended. */
export function checkFamilies(world: World): void {
  for (const parent of world.members.values()) {
    const children = [...world.members.values()].filter(({ place }) => place.parent?.id === parent.place.id);
    if (children.length === 0) continue;
    const reminding = children.find(({ place }) => world.timers.some(({ workflow }) => workflow === place.id));
    keep(
      parent.instance.status === 'open' || !reminding,
      'a workflow that has ended has no child that reminds anybody',
      () => `${parent.place.id} is ${parent.instance.status}, ${reminding?.place.id} is ${reminding?.instance.state}`,
    );
    // What ended with a workflow that is reopened is reopened one by one, by people.
    if (parent.events.some(({ type }) => type === 'WorkflowReopened')) continue;
    for (const disagreement of agreements[parent.definition.name]?.(parent.instance, children) ?? [])
      keep(false, 'parent and children agree', () => `${parent.place.id}: ${disagreement}`);
  }
}
