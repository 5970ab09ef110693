import { helsinkiDate, type Instant } from '@app/domain';
import type { Json, Refused, Role } from '../kernel/command';
import { type Accepted, advance, allowedCommands } from '../kernel/decide';
import type { Deadline, Instance } from '../kernel/instance';
import { isAwaited } from '../kernel/instance';
import { kernelCommands } from '../kernel/kernel-commands';
import { definitionOf } from '../registry';
import { asksWhy, examplesFor } from './example-data';

/** A step that somebody takes. */
export type Doing = { name: string; data: Json; role: Role };

/** More steps in a row than any date asks for. */
const mostSteps = 3;

/** A command that was tried, and why it was refused. */
export type Hindrance = { command: string; refused: Refused };

/** What would be done: the steps, or why none does it (null where nothing was offered that was refused). */
export type Way = { steps: Doing[] } | { hindrance: Hindrance | null };

type Tried = Doing & { decision: Accepted };

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
      for (const { decision, ...doing } of tried.accepted) {
        if (isMet(decision.instance, deadline)) return { steps: [...steps, doing] };
        if (leadsOn(at, decision.instance, deadline))
          next.push({ at: decision.instance, steps: [...steps, doing] });
      }
    }
    rows = next;
  }
  return { hindrance };
}

/** The next step where no date says when: the first that leads to a state in which the workflow has not been yet. Nothing happens. */
export function nextStep(
  instance: Instance,
  { role, now, been }: { role: Role; now: Instant; been: ReadonlySet<string> },
): Doing | undefined {
  const { accepted } = triedIn(instance, undefined, role, now);
  const found = accepted.find(
    ({ decision: { instance: after } }) => after.status === 'open' && !been.has(after.state),
  );
  return found && { name: found.name, data: found.data, role };
}

/** Every command that can be given, with the first data that is accepted; those that meet the date with the data that does. */
function triedIn(
  instance: Instance,
  deadline: Deadline | undefined,
  role: Role,
  now: Instant,
): { accepted: Tried[]; hindrance: Hindrance | null } {
  const definition = definitionOf(instance.definition);
  const today = helsinkiDate(now);
  const around = { today, context: instance.context, dueOn: deadline?.dueOn ?? today };
  const accepted: Tried[] = [];
  let hindrance: Hindrance | null = null;
  for (const { name, schema } of allowedCommands(definition, instance, role)) {
    if (kernelCommands[name] || asksWhy(schema)) continue;
    let first: Tried | undefined;
    let refused: Refused | undefined;
    for (const data of examplesFor(schema, around)) {
      const actor = { id: `simulated:${role}`, role };
      const decision = advance(definition, instance, { name, data, actor, commandId: 'simulated', now });
      if (!decision.accepted) refused = decision;
      else if (deadline && isMet(decision.instance, deadline)) return { accepted: [{ name, data, role, decision }], hindrance };
      else first ??= { name, data, role, decision };
      if (first && !deadline) break;
    }
    if (first) accepted.push(first);
    else if (refused) hindrance ??= { command: name, refused };
  }
  return { accepted, hindrance };
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
