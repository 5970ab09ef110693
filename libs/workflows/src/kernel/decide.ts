import { helsinkiDate, reachRung } from '@app/domain';
import type { ZodType } from 'zod';
import type { Step } from './chart';
import { enter, nextFacts, passes, take } from './chart';
import type { Command, Json, Refused, Role } from './command';
import type { Consequence, Effects } from './consequences';
import { consequencesOf } from './consequences';
import type { AnyDefinition, CommandDefinition, Fact } from './definition';
import { factsOf } from './definition';
import { type DeadlinePassed, escalationFellDue, type ReminderFellDue } from './clock-commands';
import type { Deadline, Instance, WorkflowEvent } from './instance';
import { isAwaited } from './instance';
import type { Intent, KernelIntent } from './intents';
import type { KernelCommand } from './kernel-command';
import { commandsOf, kernelCommandOf, kernelCommands } from './kernel-commands';
import { laddersApart, withLadders } from './ladder-commands';
import { parse } from './parse';
import { withRecords } from './record-commands';
import { standing } from './standing';
import { illegalStep, invalidData, notPermitted, refusedByGuard, unknownCommand, whilePaused } from './refusals';

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
  if (!definition.start.roles.includes(command.actor.role)) return notPermitted(definition.start, []);
  const parsed = parse(definition.start.schema, command.data);
  if (!parsed.ok) return invalidData(parsed.issues, []);
  const issues = definition.start.check?.(parsed.data as never, helsinkiDate(command.now)) ?? [];
  if (issues.length > 0) return invalidData(issues, []);
  const data = withLadders(parsed.data, command.ladders);
  return begin(definition, place, factEvent(place.id, 1, definition.start.event, data, command));
}

/**
 * Decides a command on a workflow. Pure: either `accepted`, with everything that follows, or `refused` and nothing has happened.
 * Time comes with the command (`now`; the Helsinki date follows from it).
 */
export function advance(definition: AnyDefinition, instance: Instance, command: Command): Decision {
  const { name, actor } = command;
  const allowed = () => allowedCommands(definition, instance, actor.role).map((offer) => offer.name);
  const commands = commandsOf(definition);
  const known = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!known) return unknownCommand(definition, name, allowed());
  if (!known.roles.includes(actor.role)) return notPermitted(known, allowed());
  const { paused } = instance.life;
  if (instance.status === 'open' && paused && !actsWhilePaused(known, actor.role))
    return whilePaused(known.title, paused, allowed());
  const decision = kernelCommands[name]
    ? pastChart(kernelCommands[name], definition, instance, command)
    : byChart(known, definition, instance, command);
  return decision.accepted ? decision : { ...decision, allowed: allowed() };
}

/** A command of the kernel: the chart has no say in it. */
function pastChart(own: KernelCommand, definition: AnyDefinition, instance: Instance, command: Command): Decision {
  if (!own.isPossible(instance, command.actor.role))
    return illegalStep(own.title, standing(definition, instance).title, []);
  const parsed = parse(command.file ? fileSchemaOf(own) : own.schema, command.data);
  if (!parsed.ok) return invalidData(parsed.issues, []);
  const issues = own.check?.(parsed.data as never, instance) ?? [];
  if (issues.length > 0) return invalidData(issues, []);
  const data = (own.recordOf?.(parsed.data as never, instance, command.file) ?? parsed.data) as Json;
  return follow(definition, instance, factEvent(instance.id, instance.version + 1, own.event, data, command));
}

function fileSchemaOf({ event, fileSchema }: KernelCommand): ZodType {
  if (!fileSchema) throw new Error(`A file came with what becomes ${event}`);
  return fileSchema;
}

function byChart(
  known: CommandDefinition<never>,
  definition: AnyDefinition,
  instance: Instance,
  command: Command,
): Decision {
  const illegal = () => illegalStep(known.title, standing(definition, instance).title, []);
  const next = nextFacts(definition.chart, instance.value, instance.context);
  if (!factsOf(known).some((fact) => next.has(fact)) || !isOffered(known, instance)) return illegal();
  const parsed = parse(schemaOf(known, instance), command.data);
  if (!parsed.ok) return invalidData(parsed.issues, []);

  const { type, data } = factFor(known, instance, parsed.data, command);
  if (!next.has(type)) return illegal();
  const event = factEvent(instance.id, instance.version + 1, type, data, command);
  const guard = next.get(type);
  if (guard && !passes(definition.chart, guard, instance.context, chartFact(event)))
    return refusedByGuard(definition, guard, instance, chartFact(event), []);
  return follow(definition, instance, event);
}

/** What comes in is taken whether or not time runs: an answer must not be lost. Staff keep still, but for what says otherwise. */
function actsWhilePaused(command: CommandDefinition<never>, role: Role): boolean {
  return role === 'respondent' || role === 'workflow' || command.whilePaused === true;
}

function isOffered({ offeredWhen }: CommandDefinition<never>, { context }: Instance): boolean {
  return offeredWhen?.(context as never) ?? true;
}

export type AllowedCommand = { name: string; command: CommandDefinition<never>; schema: ZodType };

/**
 * The commands that can be given now, in this role: those the chart has a way for, of which a guard may still refuse one because
 * of its date or its data, and those of the kernel.
 */
export function allowedCommands(definition: AnyDefinition, instance: Instance, role: Role): AllowedCommand[] {
  const isOpen = instance.status === 'open';
  const next = isOpen ? nextFacts(definition.chart, instance.value, instance.context) : new Map<string, unknown>();
  const isPaused = isOpen && instance.life.paused !== null;
  return Object.entries(commandsOf(definition))
    .filter(([, command]) => command.roles.includes(role) && (!isPaused || actsWhilePaused(command, role)))
    .filter(([name, command]) => {
      const own = kernelCommands[name];
      if (own) return own.isPossible(instance, role);
      return factsOf(command).some((fact) => next.has(fact)) && isOffered(command, instance);
    })
    .map(([name, command]) => ({ name, command, schema: schemaOf(command, instance) }));
}

/** The first event of a stream and what follows from it. */
export function begin(definition: AnyDefinition, place: Place, event: WorkflowEvent): Accepted {
  const on = helsinkiDate(event.at);
  const { data, ladders } = laddersApart(event.data);
  const started = { id: place.id, county: place.county, data, at: event.at, on };
  const { intents, ...stood } = enter(definition.chart, started);
  const born: Instance = {
    ...place,
    definition: { name: definition.name, version: definition.version },
    version: 0,
    ...stood,
    startedOn: on,
    endedOn: stood.status === 'open' ? null : on,
    deadlines: {},
    life: { paused: null, children: [], ended: null, documents: [], tasks: [], ...(ladders && { ladders }) },
  };
  return settle(withRecords(definition.records, born, event), intents, event);
}

/** Takes a fact that stands (just decided, or from the log) into the workflow; no guard is asked. */
export function follow(definition: AnyDefinition, instance: Instance, event: WorkflowEvent): Accepted {
  const own = kernelCommandOf(event.type);
  if (own) {
    const { instance: turned, intents } = own.turn(instance, event);
    return settle(withRecords(definition.records, turned, event), intents, event);
  }
  const before = asTheClockSays(instance, event);
  const { intents, ...stood } = take(definition.chart, before.value, before.context, chartFact(event));
  return settle(withRecords(definition.records, moved(before, stood, event), event), intents, event);
}

/** The workflow where the chart has gone to. Where that is its end, it remembers how it stood before. */
export function moved(before: Instance, stood: Omit<Step, 'intents'>, { seq, at }: WorkflowEvent): Instance {
  if (stood.status === 'open') return { ...before, ...stood };
  const { value, context, life } = before;
  const deadlines = Object.fromEntries(Object.entries(before.deadlines).filter(([, one]) => isAwaited(one)));
  const ended = { seq, at, value, context, deadlines, paused: life.paused };
  return { ...before, ...stood, endedOn: helsinkiDate(at), life: { ...life, paused: null, ended } };
}

/** The workflow after a fact, with everything that follows from it. */
export function settle(
  instance: Instance,
  intents: readonly (Intent | KernelIntent)[],
  event: WorkflowEvent,
): Accepted {
  const { events, effects, deadlines, tasks } = consequencesOf(instance, intents, event.seq + 1, event.at);
  const recorded = events.map((consequence, index) => consequenceEvent(event, consequence, event.seq + 1 + index));
  const children = [...instance.life.children, ...effects.children.map(({ key }) => key)];
  return {
    accepted: true,
    events: [event, ...recorded],
    instance: {
      ...instance,
      deadlines,
      life: { ...instance.life, children, tasks },
      version: event.seq + recorded.length,
    },
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

/**
 * What the clock reports is marked before the chart is asked: what ends a deadline that has passed ends it late. A rung that has
 * fallen due is not still to come.
 */
function asTheClockSays(instance: Instance, { type, data }: WorkflowEvent): Instance {
  if (type !== 'DeadlinePassed' && type !== 'ReminderFellDue' && type !== escalationFellDue) return instance;
  const deadline = instance.deadlines[(data as DeadlinePassed).deadline];
  if (!deadline) return instance;
  const told = type === 'DeadlinePassed' ? passed(deadline) : without(deadline, (data as ReminderFellDue).rung);
  return { ...instance, deadlines: { ...instance.deadlines, [deadline.name]: told } };
}

function passed(deadline: Deadline): Deadline {
  return deadline.status === 'open' ? { ...deadline, status: 'passed' } : deadline;
}

/** Of rungs that are due together the last one stands for all; but nothing stands for the question who has been reached. */
function without(deadline: Deadline, rung: string): Deadline {
  const told = deadline.rungs.find(({ key }) => key === rung);
  if (!told) return deadline;
  const isTold = ({ key, on }: Deadline['rungs'][number]) =>
    rung === reachRung ? key === rung : key !== reachRung && on <= told.on;
  const fired = deadline.rungs.filter(isTold).map(({ key }) => key);
  const rungs = deadline.rungs.filter((one) => !isTold(one));
  return { ...deadline, rungs, fired: [...(deadline.fired ?? []), ...fired] };
}
