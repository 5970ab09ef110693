import { helsinkiDate } from '@app/domain';
import type { Decision, Json, Role } from '@app/workflows';
import { advance, allowedCommands, roles } from '@app/workflows';
import type { Corpus } from './corpus';
import type { Draw } from './draw';
import { dataFor, spoilt, type Surroundings } from './form-data';
import { knownIn } from './known';
import { seenOf } from './seen';
import type { Action } from './world';
import type { Member, World } from './world-state';

/** Which commands somebody could give a workflow now, with data for them. */

export type CommandAction = Extract<Action, { do: 'command' }>;
/** A command as it could be given: its name, the role, and data drawn for it; `madeUp` where no workflow was heard to tell it. */
export type Offer = { name: string; role: Role; madeUp: boolean; data: (draw: Draw) => unknown };

/** The clock gives its own; what workflows say to each other comes as letters, unless the workflow is alone. */
function givers({ alone }: World): Role[] {
  return roles.filter((role) => role !== 'clock' && (alone || role !== 'workflow'));
}

/** Everything that is offered to somebody, by role. */
export function offersTo(world: World, member: Member, corpus: Corpus): Offer[] {
  return givers(world).flatMap((role) => offersIn(role, world, member, corpus));
}

/** What is offered to somebody, in one role of those that have anything to do; empty where nobody has. */
export function offersToOne(world: World, member: Member, corpus: Corpus, draw: Draw): Offer[] {
  const left = givers(world);
  while (left.length > 0) {
    const [role] = left.splice(draw.below(left.length), 1) as [Role];
    const offers = offersIn(role, world, member, corpus);
    if (offers.length > 0) return offers;
  }
  return [];
}

function offersIn(role: Role, world: World, member: Member, corpus: Corpus): Offer[] {
  const { definition, instance, place } = member;
  const { offered } = seenOf(world.seen, definition);
  return allowedCommands(definition, instance, role).flatMap(({ name, schema }) => {
    const told = role === 'workflow' ? corpus.told(definition.name, name, place) : undefined;
    // What this one would never be told is not made up.
    if (told?.length === 0) return [];
    offered.add(`${instance.state} > ${name}`);
    const data = (draw: Draw) => (told ? draw.pick(told) : dataFor(schema, { ...surroundings(world, member), draw }));
    return [{ name, role, data, madeUp: role === 'workflow' && !told }];
  });
}

function surroundings(world: World, { definition, instance }: Member): Omit<Surroundings, 'draw'> {
  const parts = Object.values(definition.parties(instance.context as never)).flat();
  return {
    today: helsinkiDate(world.now),
    known: knownIn(instance.context),
    organisations: [...new Set(parts)],
  };
}

export function given({ place, events }: Member, { name, role, data, madeUp }: Offer, draw: Draw): CommandAction {
  const by = giver(place, events, role, draw);
  return {
    do: 'command',
    workflow: place.id,
    name,
    role,
    by,
    data: data(draw),
    ...(madeUp && { madeUp: true as const }),
  };
}

/** Who speaks as a workflow: the parent, or one of the children. */
function giver(place: Member['place'], events: Member['events'], role: Role, draw: Draw): string {
  if (role !== 'workflow') return `${role}-${draw.below(3)}`;
  const children = events
    .filter(({ type }) => type === 'ChildStarted')
    .map(({ data }) => `${place.id}.${(data as { key: string }).key}`);
  return draw.pick([place.parent?.id ?? 'somebody', ...children]);
}

/** What would come of it; nothing happens. Undefined where it throws: the step itself will say so. */
export function trial({ now }: World, member: Member, { name, role, by, data }: CommandAction): Decision | undefined {
  try {
    return advance(member.definition, member.instance, {
      name,
      data,
      actor: { id: by, role },
      commandId: 'trial',
      now,
    });
  } catch {
    return undefined;
  }
}

/** Something that may well be refused: the wrong command, the wrong role, or data that does not fit. */
export function nonsense(world: World, member: Member, offers: readonly Offer[], draw: Draw): CommandAction {
  const workflow = member.place.id;
  if (offers.length > 0 && draw.chance(0.6)) {
    const command = given(member, draw.pick(offers), draw);
    return { ...command, data: spoilt(command.data, draw) };
  }
  const name = draw.pick([...Object.keys(member.definition.commands), 'fly', '__proto__', 'constructor']);
  const data: Json = draw.pick([{}, { reason: 'Kokeilu.' }]);
  return { do: 'command', workflow, name, role: draw.pick(givers({ ...world, alone: false })), by: 'somebody', data };
}
