import type { CivilDate, Instant, Plan, Register } from '@app/domain';
import { addDays, civilDate, completePlan, helsinkiInstant, instant } from '@app/domain';
import type { AnyDefinition, Json, Role } from '@app/workflows';
import { definitionOf, findDefinition, plannedStarts, readHistoryFile, start } from '@app/workflows';
import type { Beginning, Corpus } from './corpus';
import type { Draw } from './draw';
import { knownIn } from './known';

/** Where the example data of the walks comes from. */
export type Example = { plan: Plan; register: Register; history: unknown };
/** A beginning that is settled: what starts when, and in which role. */
export type Begun = Beginning & { at: Instant; role: Role };

/** What the plan, with the dates that follow from those it gives, and the file of history start. */
export function rootsOf({ plan, register, history }: Example): Beginning[] {
  const { file } = readHistoryFile(history, instant('2199-12-31T12:00:00Z'));
  const entered = (file?.entries ?? []).map(({ id, data }) => ({ id, definition: 'history-entry', data }));
  return [...plannedStarts(completePlan(plan, register).plan, register).starts, ...entered].map(
    ({ id, definition, data }) => ({
      definition: findDefinition(definition)!,
      data,
      place: { id, county: plan.county, parent: null },
    }),
  );
}

/** Starts of the definition: planned, or as other workflows start it. Throws, in words, where there are none. */
export function beginningsOf(
  definition: AnyDefinition,
  roots: readonly Beginning[],
  corpus: Corpus,
): readonly Beginning[] {
  const { name, version } = definition;
  const own = roots.filter((root) => root.definition.name === name);
  const all = own.length > 0 ? own : corpus.startsOf(name);
  if (all.length === 0)
    throw new Error(
      `No start data for ${name}: no entry of the example plan starts it, nor any workflow that was walked.`,
    );
  return all.map((beginning) => ({ ...beginning, definition: definitionOf({ name, version }) }));
}

/** One of the beginnings, on some day, and mostly with fewer of everything there are many of. */
export function settled(beginning: Beginning, draw: Draw): Begun {
  const { definition, place, data, at } = beginning;
  const role = place.parent ? 'workflow' : definition.start.roles[0]!;
  const days = knownIn(data).dates.toSorted();
  const mornings = at
    ? [at]
    : [someMorning(days, draw), helsinkiInstant(addDays(days.at(-1) ?? civilDate('2026-01-02'), 1), '09:00')];
  const few = draw.chance(0.9) ? (thinned(data, draw) as Json) : data;
  for (const given of [few, data])
    for (const morning of mornings) {
      const begun = { ...beginning, data: given, at: morning, role };
      if (isAccepted(begun)) return begun;
    }
  throw new Error(`${place.id}: the start data of ${definition.name} is refused`);
}

/** Before everything that is dated; now and then in the midst of it. */
function someMorning(days: readonly CivilDate[], draw: Draw): Instant {
  const dated = days.length > 0 ? days : [civilDate('2026-01-02')];
  const day = draw.chance(0.85) ? addDays(dated[0]!, -draw.below(60)) : draw.pick(dated);
  return helsinkiInstant(day, '09:00');
}

function isAccepted({ definition, place, data, at, role }: Begun): boolean {
  const command = { name: 'start', data, actor: { id: 'trial', role }, commandId: 'trial', now: at };
  return start(definition, place, command).accepted;
}

function thinned(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value)) {
    const kept = value.length > 3 ? value.filter(() => draw.chance(3 / value.length)) : value;
    return (kept.length > 0 ? kept : value.slice(0, 1)).map((one) => thinned(one, draw));
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, thinned(inner, draw)]));
}
