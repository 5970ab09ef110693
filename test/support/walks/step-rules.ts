import { languages, type Text } from '@app/domain';
import type { Accepted, Command, Instance, Refused } from '@app/workflows';
import { commandsOf, findDefinition, standing } from '@app/workflows';
import type { Seen } from './seen';
import { seenOf } from './seen';
import { keep } from './violation';
import type { Member, World } from './world-state';

/** What every step keeps, whatever the definition. Each rule has its name; a breach is thrown. */

/** Checks an accepted step before it is stored. */
export function checkAccepted(
  world: World,
  { definition, place }: Member,
  before: Instance | null,
  { events, instance, effects }: Accepted,
  command: Command,
): void {
  const seen = seenOf(world.seen, definition);
  checkEvents(before?.version ?? 0, events, instance, command);
  checkStanding(seen, instance);
  checkDeadlines(seen, instance, events);
  checkOwedOnce(world, instance, effects);
  for (const { template, data, deadline } of effects.notifications) {
    keep(definition.mails.includes(template), 'only declared mails are owed', () => `${place.id}: ${template}`);
    const about = deadline === undefined ? undefined : instance.deadlines[deadline];
    keep(
      // What is paused is still waited for; its mail waits with it.
      !about || isRunning(about.status) || about.status === 'paused',
      'nobody is written to about a deadline that has ended',
      () => `${place.id} ${command.name}: ${template} about ${deadline}, ${about?.status}`,
    );
    seen.mails.add(template);
    world.checkMail(template, data);
  }
  for (const { workflow } of effects.children)
    keep(findDefinition(workflow) !== undefined, 'only what is defined is started', () => `${place.id}: ${workflow}`);
}

/** Checks what a refusal says; that nothing has happened is in its type. */
export function checkRefused({ definition, instance }: Member, { code, detail, allowed, issues = [] }: Refused): void {
  keep(/^[a-z-]+(\/[a-z-]+)?$/.test(code), 'a refusal has a code', () => `${instance.id}: ${code}`);
  for (const text of [detail, ...issues.map(({ message }) => message)])
    keep(
      isSaid(text),
      'a refusal says in three languages what would be right',
      () => `${instance.id}: ${code}: ${JSON.stringify(text)}`,
    );
  const unknown = allowed.filter((name) => !Object.hasOwn(commandsOf(definition), name));
  keep(unknown.length === 0 || instance.status !== 'open', 'what is offered exists', () => unknown.join(', '));
}

/** No value of ours shows through the words; what the giver wrote may stand in them. */
function isSaid(text: Text): boolean {
  return languages.every(
    (language) => text[language].trim() !== '' && !/\[object|\bundefined\b|NaN/.test(text[language]),
  );
}

const address = /[^\s@"]@[^\s@"]{1,100}\.[^\s@"]/;

function checkEvents(
  before: number,
  events: Accepted['events'],
  instance: Instance,
  { now, commandId }: Command,
): void {
  events.forEach((event, index) => {
    const where = () => `${instance.id} ${event.type}`;
    keep(event.seq === before + 1 + index, 'events have no gap', () => `${where()}: ${event.seq} after ${before}`);
    keep((event.kind === 'fact') === (index === 0), 'a step is one fact and what follows from it', where);
    keep(
      event.stream === instance.id && event.at === now && event.commandId === commandId,
      'an event says whose and when',
      where,
    );
    const odd = oddIn(event.data, 'data');
    keep(odd === null, 'events are plain JSON', () => `${where()}: ${odd}`);
    keep(
      !address.test(JSON.stringify(event)),
      'the log holds no address',
      () => `${where()}: ${JSON.stringify(event.data)}`,
    );
  });
  keep(instance.version === before + events.length, 'the version counts the events', () => instance.id);
}

/** Where a value is not what JSON would give back. */
export function oddIn(value: unknown, path: string): string | null {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `${path} is ${value}`;
  if (typeof value !== 'object') return `${path} is ${typeof value}`;
  for (const [key, inner] of Object.entries(value)) {
    const odd = oddIn(inner, `${path}.${key}`);
    if (odd !== null) return odd;
  }
  return null;
}

/** An open workflow waits for somebody, or for a date; one that has ended waits for nothing. */
function checkStanding(seen: Seen, instance: Instance): void {
  const { id, state, status, endedOn, deadlines } = instance;
  seen.states.add(state);
  const { title, waitingFor } = standing(seen.definition, instance);
  keep(
    languages.every((language) => title[language].trim() !== ''),
    'every state has a title',
    () => `${id}: ${state}`,
  );
  const running = Object.values(deadlines).filter((deadline) => isRunning(deadline.status));
  keep((endedOn === null) === (status === 'open'), 'what has ended has its day', () => `${id}: ${status} ${endedOn}`);
  if (status !== 'open') {
    keep(
      running.length === 0,
      'no deadline outlives its workflow',
      () => `${id}: ${running.map(({ name }) => name).join()}`,
    );
    return;
  }
  const awaited = waitingFor.some(({ organisations }) => organisations.length > 0);
  const rests = waitingFor.length === 0 && Object.keys(seen.definition.deadlines).length === 0;
  keep(
    awaited || running.length > 0 || rests,
    'what is open waits for somebody or for a date',
    () => `${id}: ${state}`,
  );
}

function checkDeadlines(seen: Seen, { id, deadlines }: Instance, events: Accepted['events']): void {
  for (const { type, data } of events) {
    const { name, status } = data as { name: string; status?: string };
    if (type === 'DeadlineSet') {
      keep(name in seen.definition.deadlines, 'only declared deadlines are set', () => `${id}: ${name}`);
      keep(deadlines[name] !== undefined, 'a deadline that is set stands', () => `${id}: ${name}`);
      seen.set.add(name);
    }
    if (type === 'DeadlineEnded' && status !== undefined && ['met', 'met-late', 'over'].includes(status))
      seen.kept.add(name);
  }
}

/** Ids, child keys and timers are owed once ever; the same ask once in a step. */
function checkOwedOnce(
  { owed }: World,
  { id }: Instance,
  { notifications, children, timers }: Accepted['effects'],
): void {
  const once = (kind: string, key: string) => {
    keep(!owed.has(`${kind} ${key}`), 'nothing is owed twice', () => `${id}: ${kind} ${key}`);
    owed.add(`${kind} ${key}`);
  };
  for (const notification of notifications) once('mail', notification.id);
  for (const child of children) once('child', child.id);
  for (const { deadline, setNo, rung } of timers) once('timer', `${id}/${deadline}/${setNo}/${rung ?? 'due'}`);
  const asks = new Set<string>();
  for (const { template, to, deadline, data } of notifications) {
    const ask = JSON.stringify([template, to, deadline ?? data]);
    keep(!asks.has(ask), 'nobody is asked the same twice in one step', () => `${id}: ${ask}`);
    asks.add(ask);
  }
}

export function isRunning(status: string): boolean {
  return status === 'open' || status === 'passed';
}
