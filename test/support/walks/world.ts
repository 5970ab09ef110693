import type { Instant } from '@app/domain';
import type { Accepted, Command, Decision, Effects, Instance, Json, Place, Role } from '@app/workflows';
import { advance, type AnyDefinition, findDefinition, isRunningSet, start } from '@app/workflows';
import { checkAccepted, checkRefused } from './step-rules';
import { seenOf } from './seen';
import { keep, Violation } from './violation';
import type { Letter, Member, PendingTimer, World } from './world-state';

/** One thing that happens. Everything in it is data, so that it can happen again. */
export type Action =
  | { do: 'command'; workflow: string; name: string; data: unknown; role: Role; by: string; madeUp?: true }
  /** Time passes, and the engine does not look: what falls due meanwhile is late. */
  | { do: 'wait'; to: Instant }
  | { do: 'timer' }
  | { do: 'deliver'; from: string; to: string; name: string };

export type Outcome = { accepted: boolean; what: string };

/** Does it. @throws Violation where a rule is not kept */
export function apply(world: World, action: Action): Outcome {
  switch (action.do) {
    case 'wait':
      if (action.to > world.now) world.now = action.to;
      return { accepted: true, what: '' };
    case 'timer':
      return nextTimer(world);
    case 'deliver':
      return deliver(world, action);
    case 'command': {
      const member = world.members.get(action.workflow);
      if (!member) return { accepted: false, what: 'not found' };
      const { name, data, role, by } = action;
      // What nobody would tell says nothing of the mails that follow from it.
      if (action.madeUp) world.checkMail = () => {};
      return outcomeOf(give(world, member, { name, data, actor: { id: by, role } }));
    }
  }
}

export type Start = { definition: AnyDefinition; place: Place; data: Json; role: Role };

/** Starts a workflow. @throws Violation where it is refused */
export function begin(world: World, { definition, place, data, role }: Start): Member {
  const actor = { id: place.parent?.id ?? 'starter', role };
  const command: Command = { name: 'start', data, actor, commandId: `start ${place.id}`, now: world.now };
  const decision = safely(place.id, 'start', () => start(definition, place, command));
  if (!decision.accepted) throw new Violation('what starts is accepted', `${place.id}: ${decision.detail.en}`);
  const member: Member = { definition, place, instance: decision.instance, events: [] };
  world.members.set(place.id, member);
  settle(world, member, null, decision, command);
  return member;
}

/** The timer that fires next: the first due, as the engine does. */
export function firstTimer({ timers }: World): PendingTimer | undefined {
  return timers.reduce<PendingTimer | undefined>(
    (first, timer) => (!first || timer.at < first.at ? timer : first),
    undefined,
  );
}

function nextTimer(world: World): Outcome {
  const timer = firstTimer(world);
  if (!timer) return { accepted: false, what: 'no timer' };
  world.timers = world.timers.filter((other) => other !== timer);
  if (timer.at > world.now) world.now = timer.at;
  const member = world.members.get(timer.workflow)!;
  const { command: name, data } = timer;
  const decision = give(world, member, { name, data, actor: { id: 'clock', role: 'clock' } });
  const what = `${timer.workflow}: ${timer.deadline} ${timer.rung ?? 'passes'}`;
  if (!decision.accepted)
    throw new Violation('a running deadline and its reminders are taken', `${what}: ${decision.code}`);
  return { accepted: true, what };
}

function deliver(world: World, { from, to, name }: { from: string; to: string; name: string }): Outcome {
  const letter = world.letters.find((one) => one.from === from && one.to === to && one.name === name);
  if (!letter) return { accepted: false, what: 'no such letter' };
  world.letters = world.letters.filter((one) => one !== letter);
  const member = world.members.get(to);
  if (!member && letter.start) return beginSuccessor(world, letter, letter.start);
  if (!member) return { accepted: false, what: 'nobody there' };
  const decision = give(world, member, { name, data: letter.data, actor: { id: from, role: 'workflow' } });
  // Who has gone on meanwhile takes it no more; anything else would be lost for good.
  keep(decision.accepted || decision.code === 'illegal-step', 'what workflows tell each other is understood', () =>
    decision.accepted ? '' : `${from} tells ${to} ${name}: ${decision.code}: ${decision.detail.en}`,
  );
  return outcomeOf(decision);
}

function beginSuccessor(world: World, { to }: Letter, { workflow, data }: NonNullable<Letter['start']>): Outcome {
  const place = { id: to, county: to.split('.')[0] ?? '', parent: null };
  begin(world, { definition: named(workflow), place, data, role: 'workflow' });
  return { accepted: true, what: 'started' };
}

function give(world: World, member: Member, given: Pick<Command, 'name' | 'data' | 'actor'>): Decision {
  const before = member.instance;
  const command: Command = { ...given, commandId: `${before.id}#${before.version}`, now: world.now };
  const decision = safely(before.id, given.name, () => advance(member.definition, before, command));
  const seen = seenOf(world.seen, member.definition);
  seen.steps += 1;
  if (!decision.accepted) {
    seen.refusals.add(decision.code);
    checkRefused(member, decision);
    return decision;
  }
  seen.accepted.add(`${before.state} > ${given.name}`);
  settle(world, member, before, decision, command);
  return decision;
}

/** A definition refuses; it does not throw. */
function safely(workflow: string, name: string, decide: () => Decision): Decision {
  try {
    return decide();
  } catch (error) {
    throw new Violation('nothing is thrown', `${workflow} ${name}: ${(error as Error).stack ?? String(error)}`);
  }
}

function outcomeOf(decision: Decision): Outcome {
  if (decision.accepted) return { accepted: true, what: decision.events.map(({ type }) => type).join(', ') };
  return { accepted: false, what: `${decision.code}: ${decision.detail.en}` };
}

/** Makes durable what a step did, in the world's memory, and checks it. */
function settle(world: World, member: Member, before: Instance | null, step: Accepted, command: Command): void {
  const { instance, events, effects } = step;
  checkAccepted(world, member, before, step, command);
  member.instance = instance;
  member.events = [...member.events, ...events];
  dropAndSetTimers(world, instance, effects);
  if (!world.alone) startAndTell(world, member, effects);
}

function dropAndSetTimers(world: World, instance: Instance, { ended, paused, relaid, timers }: Effects): void {
  const isOf = (timer: PendingTimer, name: string) => timer.workflow === instance.id && timer.deadline === name;
  for (const name of [...ended, ...paused, ...relaid])
    world.timers = world.timers.filter((timer) => !isOf(timer, name));
  for (const timer of timers) {
    if (!isRunningSet(instance, timer.deadline, timer.setNo)) continue;
    world.timers.push({ ...timer, workflow: instance.id });
  }
  const stale = world.timers.find(
    ({ workflow, deadline, setNo }) => workflow === instance.id && !isRunningSet(instance, deadline, setNo),
  );
  keep(!stale, 'no timer outlives its deadline', () => `${instance.id}: ${stale?.deadline} ${stale?.rung ?? ''}`);
}

function startAndTell(world: World, { instance, place }: Member, effects: Effects): void {
  for (const { id, key, workflow, data } of effects.children)
    begin(world, {
      definition: named(workflow),
      place: { id, county: place.county, parent: { id: place.id, key } },
      data,
      role: 'workflow',
    });
  const tell = (to: string, name: string, data: Json, begun?: { workflow: string; data: Json }) =>
    world.letters.push({ from: instance.id, to, name, data, ...(begun && { start: begun }) });
  const family = [
    ...effects.tellParent.flatMap((told) => (place.parent ? [{ to: place.parent.id, ...told }] : [])),
    ...effects.tellChildren.map(({ id: to, ...told }) => ({ to, ...told })),
  ];
  for (const { to, command: name, data } of family) {
    world.told.push({ to, name, data });
    tell(to, name, data);
  }
  for (const { id, command, data, start: begun } of effects.successors) tell(id, command, data, begun);
}

function named(workflow: string): AnyDefinition {
  const definition = findDefinition(workflow);
  if (!definition) throw new Violation('only what is defined is started', workflow);
  return definition;
}
