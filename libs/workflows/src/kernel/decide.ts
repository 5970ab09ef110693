import { helsinkiDate } from '@app/domain';
import type { ZodType } from 'zod';
import type { Step } from './chart';
import { enter, nextFacts, passes, take } from './chart';
import type { Command, Json, Refused } from './command';
import type { Consequence, Effects } from './consequences';
import { consequencesOf } from './consequences';
import type { AnyDefinition, CommandDefinition, Fact } from './definition';
import { factsOf } from './definition';
import type { DeadlinePassed } from './clock-commands';
import type { Instance, WorkflowEvent } from './instance';
import { parse } from './parse';
import { standing } from './standing';
import { illegalStep, invalidData, notPermitted, refusedByGuard, unknownCommand } from './refusals';

/** The answer to a command that was done: what became true, how the workflow then stands, what the shell has to do. */
export type Accepted = { accepted: true; events: WorkflowEvent[]; instance: Instance; effects: Effects };
export type Decision = Accepted | Refused;

/** Where a new workflow belongs. `id` is stable: a plan entry's `<county>.<entry id>`, a child's `<parent id>.<key>`. */
export type Place = { id: string; county: string; parent: { id: string; key: string } | null };

/**
 * Starts a workflow. Pure: nothing is stored.
 * Refuses with `invalid-data` (the field and what would be right) or `not-permitted`.
 */
export function start(definition: AnyDefinition, place: Place, command: Command): Decision {
  if (!definition.start.roles.includes(command.actor.role)) return notPermitted(definition.start.title, []);
  const parsed = parse(definition.start.schema, command.data);
  if (!parsed.ok) return invalidData(parsed.issues, []);
  const issues = definition.start.check?.(parsed.data as never, helsinkiDate(command.now)) ?? [];
  if (issues.length > 0) return invalidData(issues, []);
  return begin(definition, place, factEvent(place.id, 1, definition.start.event, parsed.data, command));
}

/**
 * Decides a command on a workflow. Pure: either `accepted`, with everything that follows, or `refused` and nothing has happened.
 * Time comes with the command (`now`; the Helsinki date follows from it).
 */
export function advance(definition: AnyDefinition, instance: Instance, command: Command): Decision {
  const allowed = () => allowedCommands(definition, instance, command.actor.role).map(({ name }) => name);
  const known = definition.commands[command.name];
  if (!known) return unknownCommand(definition, command.name, allowed());
  if (!known.roles.includes(command.actor.role)) return notPermitted(known.title, allowed());
  const next = nextFacts(definition.chart, instance.value, instance.context);
  if (!factsOf(known).some((fact) => next.has(fact)))
    return illegalStep(known.title, standing(definition, instance).title, allowed());
  const parsed = parse(schemaOf(known, instance), command.data);
  if (!parsed.ok) return invalidData(parsed.issues, allowed());

  const { type, data } = factFor(known, instance, parsed.data, command);
  if (!next.has(type)) return illegalStep(known.title, standing(definition, instance).title, allowed());
  const event = factEvent(instance.id, instance.version + 1, type, data, command);
  const guard = next.get(type);
  if (guard && !passes(definition.chart, guard, instance.context, chartFact(event))) {
    return refusedByGuard(definition, guard, instance, chartFact(event), allowed());
  }
  return follow(definition, instance, event);
}

export type AllowedCommand = { name: string; command: CommandDefinition<never>; schema: ZodType };

/** The commands the chart has a way for now, in this role; a guard may still refuse one because of its date or its data. */
export function allowedCommands(
  definition: AnyDefinition,
  instance: Instance,
  role: Command['actor']['role'],
): AllowedCommand[] {
  if (instance.status !== 'open') return [];
  const next = nextFacts(definition.chart, instance.value, instance.context);
  return Object.entries(definition.commands)
    .filter(([, command]) => command.roles.includes(role) && factsOf(command).some((fact) => next.has(fact)))
    .map(([name, command]) => ({ name, command, schema: schemaOf(command, instance) }));
}

/** The first event of a stream and what follows from it. */
export function begin(definition: AnyDefinition, place: Place, event: WorkflowEvent): Accepted {
  const on = helsinkiDate(event.at);
  const unborn: Instance = {
    ...place,
    definition: { name: definition.name, version: definition.version },
    version: 0,
    state: '',
    value: '',
    context: null,
    status: 'open',
    startedOn: on,
    endedOn: null,
    deadlines: {},
  };
  return settle(
    unborn,
    event,
    enter(definition.chart, { id: place.id, county: place.county, data: event.data, at: event.at, on }),
  );
}

/** Takes a fact that stands (just decided, or from the log) into the workflow; no guard is asked. */
export function follow(definition: AnyDefinition, instance: Instance, event: WorkflowEvent): Accepted {
  return settle(
    withPassed(instance, event),
    event,
    take(definition.chart, instance.value, instance.context, chartFact(event)),
  );
}

/** The workflow after a fact that has led it to this step of its chart, with everything that follows from that. */
export function settle(before: Instance, event: WorkflowEvent, step: Step): Accepted {
  const on = helsinkiDate(event.at);
  const { intents, ...standing } = step;
  const moved: Instance = { ...before, ...standing, endedOn: step.status === 'open' ? null : on };
  const { events, effects, deadlines } = consequencesOf(moved, intents, event.seq + 1, event.at);
  const recorded = events.map((consequence, index) => consequenceEvent(event, consequence, event.seq + 1 + index));
  return {
    accepted: true,
    events: [event, ...recorded],
    instance: { ...moved, deadlines, version: event.seq + recorded.length },
    effects,
  };
}

function schemaOf(command: CommandDefinition<never>, instance: Instance): ZodType {
  return typeof command.schema === 'function' ? command.schema(instance.context as never) : command.schema;
}

function factFor(
  command: CommandDefinition<never>,
  instance: Instance,
  data: Json,
  { now, actor }: Command,
): { type: string; data: Json } {
  const context = instance.context as never;
  const type = typeof command.event === 'string' ? command.event : command.event.choose(data as never, context);
  const recorded = command.record?.(data as never, { context, now, today: helsinkiDate(now), actor });
  return { type, data: (recorded ?? data) as Json };
}

/** The event that records what a command made true. */
export function factEvent(
  stream: string,
  seq: number,
  type: string,
  data: Json,
  command: Omit<Command, 'name' | 'data'>,
): WorkflowEvent {
  const { now: at, actor, commandId, note } = command;
  return { stream, seq, kind: 'fact', type, data, at, actor, commandId, ...(note !== undefined && { note }) };
}

function consequenceEvent(fact: WorkflowEvent, { type, data }: Consequence, seq: number): WorkflowEvent {
  const { stream, at, actor, commandId } = fact;
  return { stream, seq, kind: 'consequence', type, data, at, actor, commandId };
}

function chartFact({ type, data, at, actor }: WorkflowEvent): Fact {
  return { type, data, at, on: helsinkiDate(at), by: actor };
}

/** A deadline that has passed is marked before the chart is asked, so that what ends it now ends it late. */
function withPassed(instance: Instance, event: WorkflowEvent): Instance {
  if (event.type !== 'DeadlinePassed') return instance;
  const deadline = instance.deadlines[(event.data as DeadlinePassed).deadline];
  if (deadline?.status !== 'open') return instance;
  return { ...instance, deadlines: { ...instance.deadlines, [deadline.name]: { ...deadline, status: 'passed' } } };
}
