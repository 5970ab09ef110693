import { helsinkiDate, type Instant } from '@app/domain';
import type { Json, Refused, Role } from '../kernel/command';
import { type Accepted, advance, type AllowedCommand, allowedCommands } from '../kernel/decide';
import type { Deadline, Instance } from '../kernel/instance';
import { isAwaited } from '../kernel/instance';
import { kernelCommands } from '../kernel/kernel-commands';
import { definitionOf } from '../registry';
import { asksWhy, examplesFor } from './example-data';

/** A step that somebody takes, and what comes of it. */
export type Doing = { name: string; data: Json; role: Role; decision: Accepted; example: number };

/** More steps in a row than any date asks for. */
const mostSteps = 3;

/** What has met a date before, by the kind of workflow, its state, the date and the role: tried first. It only saves trying. */
export type Habits = Map<string, { name: string; example: number }>;

/** A command that was tried, and why it was refused. */
export type Hindrance = { command: string; refused: Refused };

/**
 * What would be done: the steps, or why none does it (null where nothing was offered that was refused). `waits`: the step that meets the
 * date has a later date of its own, on which it will be taken.
 */
export type Way = { steps: Doing[] } | { waits: true } | { hindrance: Hindrance | null };

/**
 * What a person would do now so that the date is met: of the commands that are offered in the role the first that meets it, or the
 * shortest row of steps that leads there. Nothing happens. What calls the matter off, or moves the date, does not meet it.
 */
export function wayToMeet(
  instance: Instance,
  deadline: Deadline,
  { role, now, habits }: { role: Role; now: Instant; habits: Habits },
): Way {
  const { name, version } = instance.definition;
  const key = `${name}/${version} ${instance.state} ${deadline.name} ${role}`;
  const usual = habitual(instance, deadline, { role, now }, habits.get(key));
  if (usual) return { steps: [usual] };
  let hindrance: Hindrance | null = null;
  let rows: { at: Instance; steps: Doing[] }[] = [{ at: instance, steps: [] }];
  for (let length = 0; length < mostSteps; length += 1) {
    const next: typeof rows = [];
    for (const { at, steps } of rows) {
      const tried = triedIn(at, deadline, { role, now });
      hindrance ??= tried.hindrance;
      for (const doing of tried.accepted) {
        const { decision } = doing;
        if (isMet(decision, deadline)) {
          if (isEarly(at, decision, deadline)) return { waits: true };
          if (length === 0) habits.set(key, doing);
          return { steps: [...steps, doing] };
        }
        if (leadsOn(at, decision.instance, deadline)) next.push({ at: decision.instance, steps: [...steps, doing] });
      }
    }
    rows = next;
  }
  return { hindrance };
}

function habitual(
  instance: Instance,
  deadline: Deadline,
  giver: Giver,
  habit: { name: string; example: number } | undefined,
): Doing | undefined {
  const offer = habit && offersTo(instance, giver.role).find(({ name }) => name === habit.name);
  return offer && tryOut(offer, instance, deadline, { ...giver, from: habit.example }).meets;
}

/**
 * The next step of the coordinator where no date says when: the first, of those that only staff can take, that leads to a state in which the
 * workflow has not been yet. Nothing happens.
 */
export function nextStep(instance: Instance, now: Instant, been: ReadonlySet<string>): Doing | undefined {
  for (const offer of offersTo(instance, 'coordinator')) {
    if (offer.command.roles.includes('respondent')) continue;
    const { first } = tryOut(offer, instance, undefined, { role: 'coordinator', now });
    if (!first) continue;
    const { decision } = first;
    const { status, state } = decision.instance;
    // What meets a date is done when that comes.
    if (Object.values(instance.deadlines).some((deadline) => isMet(decision, deadline))) continue;
    if (status === 'open' && !been.has(state)) return first;
  }
  return undefined;
}

/** What is offered, but for what the kernel offers of every workflow, and what departs from what was planned. */
function offersTo(instance: Instance, role: Role): AllowedCommand[] {
  return allowedCommands(definitionOf(instance.definition), instance, role).filter(
    ({ name, schema }) => !kernelCommands[name] && !asksWhy(schema),
  );
}

/** Every command that can be given, with the first data that is accepted; where one meets the date, that alone. */
function triedIn(
  instance: Instance,
  deadline: Deadline,
  giver: Giver,
): { accepted: Doing[]; hindrance: Hindrance | null } {
  const accepted: Doing[] = [];
  let hindrance: Hindrance | null = null;
  for (const offer of offersTo(instance, giver.role)) {
    const { meets, first, refused } = tryOut(offer, instance, deadline, giver);
    if (meets) return { accepted: [meets], hindrance };
    if (first) accepted.push(first);
    else if (refused) hindrance ??= { command: offer.name, refused };
  }
  return { accepted, hindrance };
}

/** In which role and when somebody gives a command. */
type Giver = { role: Role; now: Instant };

type Outcome = { meets?: Doing; first?: Doing; refused?: Refused };

/** Tries the command with one example after another until the date is met, or, without a date, until one is accepted. */
function tryOut(
  { name, schema }: AllowedCommand,
  instance: Instance,
  deadline: Deadline | undefined,
  { role, now, from = 0 }: Giver & { from?: number },
): Outcome {
  const today = helsinkiDate(now);
  const around = { today, context: instance.context, dueOn: deadline?.dueOn ?? today };
  const actor = { id: `simulated:${role}`, role };
  const outcome: Outcome = {};
  let example = -1;
  for (const data of examplesFor(schema, around)) {
    example += 1;
    if (example < from) continue;
    const command = { name, data, actor, commandId: `simulated:${instance.id}@${instance.version}`, now };
    const decision = advance(definitionOf(instance.definition), instance, command);
    if (!decision.accepted) {
      outcome.refused = decision;
      continue;
    }
    const doing = { name, data, role, decision, example };
    outcome.first ??= doing;
    if (deadline && isMet(decision, deadline)) return { ...outcome, meets: doing };
    if (!deadline) return outcome;
  }
  return outcome;
}

/** Whether the step meets the date; the next of its kind may begin in the same step. */
function isMet({ instance, events }: Accepted, { name }: Deadline): boolean {
  if (instance.status === 'cancelled') return false;
  return events.some(({ type, data }) => {
    const { name: ended, status } = data as { name?: string; status?: string };
    return type === 'DeadlineEnded' && ended === name && (status === 'met' || status === 'met-late');
  });
}

/** Whether a step that meets a date which others keep (nobody is reminded of it) is the county's own, with a later date. */
function isEarly(before: Instance, step: Accepted, { name, dueOn, ladder }: Deadline): boolean {
  if (ladder !== undefined) return false;
  return Object.values(before.deadlines).some(
    (other) => other.name !== name && other.dueOn > dueOn && isAwaited(other) && isMet(step, other),
  );
}

/** A step on the way: the matter goes on, and the date is still waited for as it was. */
function leadsOn(before: Instance, { state, status, deadlines }: Instance, { name, setNo }: Deadline): boolean {
  const after = deadlines[name];
  return status === 'open' && state !== before.state && after?.setNo === setNo && isAwaited(after);
}
