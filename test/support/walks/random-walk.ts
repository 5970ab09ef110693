import { addMs, helsinkiDate, type Instant } from '@app/domain';
import type { Begun } from './beginnings';
import { settled } from './beginnings';
import type { Offer } from './choices';
import { given, nonsense, offersToOne, trial } from './choices';
import type { Beginning, Corpus } from './corpus';
import type { Draw } from './draw';
import { drawFrom } from './draw';
import { Violation } from './violation';
import { checkFamilies, checkFold, checkUpcoming } from './world-rules';
import type { Action } from './world';
import type { Member, World } from './world-state';
import { apply, begin, firstTimer } from './world';
import type { SeenBy } from './seen';

export type Surveyed = { seen: SeenBy; checkMail: World['checkMail'] };
export type Taken = { at: Instant; action: Action; what: string };
export type Walk = { begun: Begun; world: World; steps: Taken[]; violation: Violation | null };

/** One random walk: everything in it follows from the seed. */
export function walkFrom(beginning: Beginning, seed: number, corpus: Corpus, surveyed: Surveyed): Walk {
  const draw = drawFrom(seed);
  const begun = settled(beginning, draw);
  const walk: Walk = { begun, world: worldOf(begun, surveyed), steps: [], violation: null };
  return guarded(walk, () => {
    const root = begin(walk.world, begun);
    let left = 15 + draw.below(55);
    const zeal = draw.pick([0.2, 0.6, 0.9, 0.97]);
    while (left > 0) {
      left = root.instance.status === 'open' ? left - 1 : Math.min(left - 1, 4);
      step(walk, chosen(walk.world, root, corpus, draw, { left, zeal }));
      somethingElseHolds(walk.world, draw);
    }
    while (walk.world.letters.length > 0) step(walk, nextLetter(walk.world, draw));
    atRest(walk.world, (member) => member === root || draw.chance(0.3));
  });
}

/** The same steps again, or some of them. */
export function replayed(begun: Begun, actions: readonly Action[], surveyed: Surveyed): Walk {
  const walk: Walk = { begun, world: worldOf(begun, surveyed), steps: [], violation: null };
  return guarded(walk, () => {
    begin(walk.world, begun);
    for (const action of actions) step(walk, action);
    while (walk.world.letters.length > 0) step(walk, nextLetter(walk.world, drawFrom(1)));
    atRest(walk.world);
  });
}

function worldOf({ at, place }: Begun, { seen, checkMail }: Surveyed): World {
  // A child without its parent hears from it what parents have said in other walks.
  const alone = place.parent !== null;
  return { now: at, members: new Map(), letters: [], told: [], timers: [], owed: new Set(), alone, seen, checkMail };
}

function guarded(walk: Walk, steps: () => void): Walk {
  try {
    steps();
  } catch (error) {
    walk.violation =
      error instanceof Violation
        ? error
        : new Violation('the walk itself stands', (error as Error).stack ?? String(error));
  }
  return walk;
}

function step({ world, steps }: Walk, action: Action): void {
  const taken: Taken = { at: world.now, action, what: 'breaks a rule' };
  steps.push(taken);
  taken.what = apply(world, action).what;
  taken.at = world.now;
}

/** What holds between steps, looked at now and then: the log, and that nothing is changed in place. */
function somethingElseHolds(world: World, draw: Draw): void {
  if (!draw.chance(0.1)) return;
  const member = draw.pick([...world.members.values()]);
  if (draw.chance(0.3)) checkFold(member);
  if (draw.chance(0.3)) checkUpcoming(world, member);
  // The store keeps a workflow as JSON, and reads it anew for every step.
  member.instance = JSON.parse(JSON.stringify(member.instance)) as Member['instance'];
}

function atRest(world: World, isFolded: (member: Member) => boolean = () => true): void {
  if (!world.alone) checkFamilies(world);
  for (const member of world.members.values()) if (isFolded(member)) checkFold(member);
}

/** `left`: how many steps are still to come; `zeal`: how often a command is looked for that leads on. */
type Mood = { left: number; zeal: number };

function chosen(world: World, root: Member, corpus: Corpus, draw: Draw, mood: Mood): Action {
  const timer = firstTimer(world);
  const { letters } = world;
  if (timer && timer.at <= world.now && draw.chance(0.85)) return { do: 'timer' };
  const way = draw.below(100);
  if (way < 60) return commandIn(world, root, corpus, draw, mood);
  if (letters.length > 0 && (way < 80 || draw.chance(0.9))) return nextLetter(world, draw);
  return someTime(world, draw);
}

/** The clock goes on: to what falls due next, or by some days. */
function someTime(world: World, draw: Draw): Action {
  const timer = firstTimer(world);
  const { now } = world;
  if (timer && draw.chance(0.7)) return { do: 'timer' };
  const later = addMs(now, (1 + draw.below(draw.chance(0.2) ? 90 : 10)) * 86_400_000 + draw.below(36_000_000));
  // Mostly the engine looks in time.
  return {
    do: 'wait',
    to: timer && timer.at > now && later > timer.at && draw.chance(0.85) ? addMs(timer.at, -1) : later,
  };
}

function nextLetter({ letters }: World, draw: Draw): Action {
  const { from, to, name } = draw.pick(letters);
  return { do: 'deliver', from, to, name };
}

/** A command of somebody: one that leads on, or any at all; seldom one that ends it all, now and then nonsense. */
function commandIn(world: World, root: Member, corpus: Corpus, draw: Draw, { left, zeal }: Mood): Action {
  const open = [...world.members.values()].filter(({ instance }) => instance.status === 'open');
  const member = open.length === 0 || draw.chance(0.5) ? root : draw.pick(open);
  const offers = offersToOne(world, member, corpus, draw);
  if (offers.length === 0 || draw.chance(0.06)) return nonsense(world, member, offers, draw);
  const mayEnd = left < 6 || draw.chance(0.1);
  if (draw.chance(zeal)) return leadingOn(world, member, offers, draw, mayEnd) ?? someTime(world, draw);
  return anything(world, member, offers, draw, mayEnd);
}

/** A command that brings the workflow into another state, if one is found. */
function leadingOn(
  world: World,
  member: Member,
  offers: readonly Offer[],
  draw: Draw,
  mayEnd: boolean,
): Action | undefined {
  const left = [...offers];
  while (left.length > 0) {
    const [offer] = left.splice(draw.below(left.length), 1) as [Offer];
    const command = given(member, offer, draw);
    const decision = trial(world, member, command);
    if (!decision) return command;
    if (!decision.accepted || decision.instance.state === member.instance.state) continue;
    if (mayEnd || decision.instance.status === 'open') return command;
  }
  return undefined;
}

/** Any command, most often one that is accepted. */
function anything(world: World, member: Member, offers: readonly Offer[], draw: Draw, mayEnd: boolean): Action {
  let command = given(member, draw.pick(offers), draw);
  for (let count = 0; count < 3; count += 1) {
    const decision = trial(world, member, command);
    if (!decision) return command;
    if (decision.accepted ? mayEnd || decision.instance.status === 'open' : draw.chance(0.1)) return command;
    command = given(member, draw.pick(offers), draw);
  }
  return command;
}

/** The steps of a failing walk without those that it does not need. */
export function shortened({ begun, steps, violation }: Walk, surveyed: Surveyed): Walk {
  const fails = (actions: Action[]) => replayed(begun, actions, surveyed).violation?.rule === violation?.rule;
  let actions = steps.map(({ action }) => action);
  if (!fails(actions)) return { begun, steps, violation, world: worldOf(begun, surveyed) };
  for (let index = actions.length - 1; index >= 0; index -= 1) {
    const without = actions.filter((_, place) => place !== index);
    if (fails(without)) actions = without;
  }
  return replayed(begun, actions, surveyed);
}

/** A walk as somebody reads it who wants to mend what failed. */
export function told({ begun, steps, violation }: Walk): string {
  const lines = steps.map(({ at, action, what }) => {
    const when = `${helsinkiDate(at)} ${at.slice(11, 16)}Z`;
    switch (action.do) {
      case 'wait':
        return `${when} time passes`;
      case 'timer':
        return `${when} the clock: ${what}`;
      case 'deliver':
        return `${when} ${action.from} tells ${action.to} ${action.name} → ${what}`;
      case 'command':
        return `${when} ${action.workflow}: ${action.name} (${action.role}) ${JSON.stringify(action.data)} → ${what}`;
    }
  });
  return [
    `${begun.definition.name} v${begun.definition.version} begins ${helsinkiDate(begun.at)}`,
    ...lines,
    violation?.message ?? 'every rule is kept',
  ].join('\n');
}
