import { helsinkiDate, type Instant } from '@app/domain';
import type { Json, Refused, Role } from '../kernel/command';
import { type Accepted, advance, type AllowedCommand, allowedCommands } from '../kernel/decide';
import type { Deadline, Instance } from '../kernel/instance';
import { isAwaited } from '../kernel/instance';
import { kernelCommands } from '../kernel/kernel-commands';
import { definitionOf } from '../registry';
import { asksWhy, examplesFor } from './example-data';

/** A step that somebody takes, and what comes of it. */
export type Doing = { name: string; data: Json; role: Role; decision: Accepted };

/** More steps in a row than any date asks for. */
const mostSteps = 3;

/** A command that was tried, and why it was refused. */
export type Hindrance = { command: string; refused: Refused };

/** What would be done: the steps, or why none does it (null where nothing was offered that was refused). */
export type Way = { steps: Doing[] } | { hindrance: Hindrance | null };

/**
 * What a person would do now so that the date is met: of the commands that are offered in the role the first that meets it, or the
 * shortest row of steps that leads there. Nothing happens. What calls the matter off, or moves the date, does not meet it.
 */
export function wayToMeet(instance: Instance, deadline: Deadline, role: Role, now: Instant): Way {
  let hindrance: Hindrance | null = null;
  let rows: { at: Instance; steps: Doing[] }[] = [{ at: instance, steps: [] }];
  for (let length = 0; length < mostSteps; length += 1) {
    const next: typeof rows = [];
    for (const { at, steps } of rows) {
      const tried = triedIn(at, deadline, role, now);
      hindrance ??= tried.hindrance;
      for (const doing of tried.accepted) {
        const { decision } = doing;
        if (isMet(decision.instance, deadline)) return { steps: [...steps, doing] };
        if (leadsOn(at, decision.instance, deadline))
          next.push({ at: decision.instance, steps: [...steps, doing] });
      }
    }
    rows = next;
  }
  return { hindrance };
}

/**
 * The next step of the coordinator where no date says when: the first, of those that only staff can take, that leads to a state in which the
 * workflow has not been yet. Nothing happens.
 */
export function nextStep(instance: Instance, now: Instant, been: ReadonlySet<string>): Doing | undefined {
  for (const offer of offersTo(instance, 'coordinator')) {
    if (offer.command.roles.includes('respondent')) continue;
    const { first } = tryOut(offer, instance, undefined, 'coordinator', now);
    const after = first?.decision.instance;
    if (after?.status === 'open' && !been.has(after.state)) return first;
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
  role: Role,
  now: Instant,
): { accepted: Doing[]; hindrance: Hindrance | null } {
  const accepted: Doing[] = [];
  let hindrance: Hindrance | null = null;
  for (const offer of offersTo(instance, role)) {
    const { meets, first, refused } = tryOut(offer, instance, deadline, role, now);
    if (meets) return { accepted: [meets], hindrance };
    if (first) accepted.push(first);
    else if (refused) hindrance ??= { command: offer.name, refused };
  }
  return { accepted, hindrance };
}

type Outcome = { meets?: Doing; first?: Doing; refused?: Refused };

/** Tries the command with one example after another until the date is met, or, without a date, until one is accepted. */
function tryOut(
  { name, schema }: AllowedCommand,
  instance: Instance,
  deadline: Deadline | undefined,
  role: Role,
  now: Instant,
): Outcome {
  const today = helsinkiDate(now);
  const around = { today, context: instance.context, dueOn: deadline?.dueOn ?? today };
  const actor = { id: `simulated:${role}`, role };
  const outcome: Outcome = {};
  for (const data of examplesFor(schema, around)) {
    const command = { name, data, actor, commandId: `simulated:${instance.id}@${instance.version}`, now };
    const decision = advance(definitionOf(instance.definition), instance, command);
    if (!decision.accepted) {
      outcome.refused = decision;
      continue;
    }
    const doing = { name, data, role, decision };
    outcome.first ??= doing;
    if (deadline && isMet(decision.instance, deadline)) return { ...outcome, meets: doing };
    if (!deadline) return outcome;
  }
  return outcome;
}

function isMet({ deadlines, status }: Instance, { name, setNo }: Deadline): boolean {
  const after = deadlines[name];
  return status !== 'cancelled' && after?.setNo === setNo && (after.status === 'met' || after.status === 'met-late');
}

/** A step on the way: the matter goes on, and the date is still waited for as it was. */
function leadsOn(before: Instance, { state, status, deadlines }: Instance, { name, setNo }: Deadline): boolean {
  const after = deadlines[name];
  return status === 'open' && state !== before.state && after?.setNo === setNo && isAwaited(after);
}
