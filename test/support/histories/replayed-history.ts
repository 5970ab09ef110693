import { type Evidence, type Instant, instant } from '@app/domain';
import { definitions, evidenceIn, findDefinition, type Instance } from '@app/workflows';
import { checkMailData } from '../walks/mail-data';
import { apply, begin, firstTimer } from '../walks/world';
import { checkFamilies, checkFold } from '../walks/world-rules';
import type { World } from '../walks/world-state';
import type { HistoryStep, KnownHistory } from './known-history';

/** A history as its commands have left it: every workflow, by its key; the negotiation itself has none. */
export type Replayed = {
  of: (key?: string) => Instance;
  all: Instance[];
  evidence: Evidence[];
};

/**
 * Gives every command of a history on its day, in a world without a database: the clock's own commands in between, and what the workflows
 * tell each other at once. Every rule of the random walks is checked on the way, and in the end that each log gives its workflow again.
 * @throws Violation where a rule is broken
 * @throws Error where a command is refused
 */
export function replayed({ planned, startsAt, steps, until }: KnownHistory): Replayed {
  const definition = findDefinition(planned.definition);
  if (!definition) throw new Error(planned.definition);
  const world = emptyWorld(instant(startsAt));
  const place = { id: planned.id, county: '09', parent: null };
  begin(world, { definition, place, data: planned.data, role: 'coordinator' });
  for (const step of steps) {
    passTime(world, instant(step.at));
    give(world, planned.id, step);
  }
  passTime(world, instant(until));
  checkFamilies(world);
  const members = [...world.members.values()];
  members.forEach(checkFold);
  return {
    of: (key) => {
      const member = world.members.get(idOf(planned.id, key));
      if (!member) throw new Error(`nobody is called ${key}`);
      return member.instance;
    },
    all: members.map(({ instance }) => instance),
    evidence: members.flatMap(({ events }) => evidenceIn(definitions, '09', events)),
  };
}

/** The id of the negotiation, or of its child with the key. */
export function idOf(negotiation: string, key?: string): string {
  return key === undefined ? negotiation : `${negotiation}.${key}`;
}

function emptyWorld(now: Instant): World {
  return {
    now,
    members: new Map(),
    letters: [],
    told: [],
    timers: [],
    owed: new Set(),
    alone: false,
    seen: new Map(),
    checkMail: checkMailData,
  };
}

function give(world: World, negotiation: string, { workflow: key, name, data }: HistoryStep): void {
  const workflow = idOf(negotiation, key);
  const outcome = apply(world, { do: 'command', workflow, name, data, role: 'coordinator', by: 'key:test' });
  if (!outcome.accepted) throw new Error(`${workflow} ${name}: ${outcome.what}`);
  deliverAll(world);
}

/** The clock goes on, from one due moment to the next. */
function passTime(world: World, to: Instant): void {
  for (let timer = firstTimer(world); timer && timer.at <= to; timer = firstTimer(world)) {
    apply(world, { do: 'timer' });
    deliverAll(world);
  }
  apply(world, { do: 'wait', to });
}

function deliverAll(world: World): void {
  for (let letter = world.letters[0]; letter; letter = world.letters[0])
    apply(world, { do: 'deliver', from: letter.from, to: letter.to, name: letter.name });
}
