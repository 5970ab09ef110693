import type { Finding, Instant } from '@app/domain';
import type { Actor, Command } from '../kernel/command';
import type { Accepted } from '../kernel/decide';
import { advance, start } from '../kernel/decide';
import type { LaddersInForce } from '../kernel/ladders-in-force';
import { definitionOf, findDefinition } from '../registry';
import { refusal } from './entry-findings';
import type { Instances, PlanChanges } from './plan-changes';

/** One workflow's step that a plan asks for: a start (`before` is null then), or a command. */
export type PlanStep = { entry: string; commandId: string; before: Accepted['instance'] | null; decision: Accepted };

export type Giving = {
  county: string;
  actor: Actor;
  now: Instant;
  /** Why the plan changes: goes into the commands and, as a note, into the log. */
  reason: string | undefined;
  /** The county's own ladders, which what is started remembers. */
  ladders?: LaddersInForce | undefined;
  /** The id of the command of an entry: one command, one effect. */
  commandIdOf: (entry: string) => string;
};

/** What a preview without a reason gives the commands in its place. */
const noReasonYet = '–';

/** Decides everything a plan asks for, with the functions that decide any other command. Refusals become findings. */
export function planSteps(
  { starts, moves }: PlanChanges,
  instances: Instances,
  { county, actor, now, reason, commandIdOf, ladders }: Giving,
): { steps: PlanStep[]; findings: Finding[] } {
  const steps: PlanStep[] = [];
  const findings: Finding[] = [];
  const given = (entry: string, name: string, data: unknown): Command => ({
    name,
    data,
    actor,
    commandId: commandIdOf(entry),
    now,
    ...(reason !== undefined && { note: reason }),
  });
  for (const { entry, id, definition: name, data } of starts) {
    const definition = findDefinition(name);
    if (!definition) throw new Error(`The plan entry ${entry} starts a ${name}, which no definition is called`);
    const command = { ...given(entry, definition.start.event, data), ladders };
    const decision = start(definition, { id, county, parent: null }, command);
    if (decision.accepted) steps.push({ entry, commandId: command.commandId, before: null, decision });
    else findings.push(refusal(entry, decision));
  }
  for (const { entry, workflow, command: name, data } of moves) {
    const before = instances.get(workflow);
    if (!before) throw new Error(`${workflow} was not loaded`);
    const command = given(entry, name, { ...data, reason: reason ?? noReasonYet });
    const decision = advance(definitionOf(before.definition), before, command);
    if (decision.accepted) steps.push({ entry, commandId: command.commandId, before, decision });
    else findings.push(refusal(entry, decision));
  }
  return { steps, findings };
}
