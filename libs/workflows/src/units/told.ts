import type { Instant } from '@app/domain';
import type { Refused } from '../kernel/command';
import { advance, type Decision, start } from '../kernel/decide';
import type { Instance } from '../kernel/instance';
import { definitionOf, findDefinition } from '../registry';
import type { TellPayload, WorkRow } from './rows';
import type { Unit } from './unit';
import { addStep, emptyUnit, unitOfStart } from './unit';

/** What workflows tell one another in the engine's hands, decided without it. */

/** A command that the engine gives for a workflow; `key` is what it is known by. */
export type Tell = { payload: TellPayload; key: string };
export type Follower = { topic: string; workflow: string; command: string };

/** The refusal that the engine takes for well: the matter has moved on meanwhile. */
const movedOn = 'illegal-step';

/** What the workflows of the unit say to one another: children, parents and successors. */
export function tellsIn({ work }: Pick<Unit, 'work'>): Tell[] {
  return work.filter(isTold).map(({ payload, dedupeKey }) => ({ payload, key: dedupeKey }));
}

function isTold(row: WorkRow): row is WorkRow & { payload: TellPayload } {
  return row.kind === 'command';
}

/** What followers are told of what the unit publishes, as `vuosikello.publish` tells it. */
export function publishedTo({ publications }: Pick<Unit, 'publications'>, followers: readonly Follower[]): Tell[] {
  return publications.flatMap(({ topic, workflow: from, seq, data }) =>
    followers
      .filter((follower) => follower.topic === topic && follower.workflow !== from)
      .map(({ workflow, command }) => ({
        payload: { workflow, command, from, data: { topic, from, data } },
        key: `published:${from}@${seq}/${workflow}`,
      })),
  );
}

/** How things stand when somebody is told something; `told` is null where it does not run. */
export type Hearer = { county: string; told: Instance | null; from: Instance | undefined; now: Instant };

/**
 * Decides what the engine would give: the rows to store, or a refusal that a person would have to look at. Undefined where whoever is
 * told does not exist or has moved on meanwhile: the engine passes over that.
 */
export function decideTold(tell: Tell, hearer: Hearer): { unit: Unit } | { refused: Refused } | undefined {
  const { told: before, now } = hearer;
  const { payload, key } = tell;
  const decision = before ? given(before, tell, now) : begun(tell, hearer);
  if (!decision) return undefined;
  if (!decision.accepted) return decision.code !== movedOn || payload.start ? { refused: decision } : undefined;
  const by = { commandId: key, requestHash: key };
  if (!before) {
    const origin = { year: payload.start?.year ?? null, entry: payload.start?.entry ?? null };
    return { unit: unitOfStart(decision, by, origin, now) };
  }
  const unit = emptyUnit(before, before.version, null, now);
  addStep(unit, decision, by);
  return { unit };
}

function given(before: Instance, { payload: { command: name, data, from }, key }: Tell, now: Instant): Decision {
  const actor = { id: from, role: 'workflow' as const };
  return advance(definitionOf(before.definition), before, { name, data, actor, commandId: key, now });
}

function begun({ payload, key }: Tell, { county, from, now }: Hearer): Decision | undefined {
  const { workflow: id, start: begin } = payload;
  const definition = begin && findDefinition(begin.workflow);
  if (!definition) return undefined;
  const actor = { id: payload.from, role: 'workflow' as const };
  const command = { data: begin.data, actor, commandId: key, now, ladders: from?.life.ladders };
  return start(definition, { id, county, parent: null }, { name: definition.start.event, ...command });
}
