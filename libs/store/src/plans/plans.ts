import {
  addStep,
  emptyUnit,
  type Instance,
  plannedId,
  type PlanPreview,
  type PlanStep,
  type Unit,
  unitOfStart,
} from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Query } from '../connection/database';
import type { Bell } from '../work/bell';
import { applyUnits } from '../workflows/apply-units';
import { hearPublications } from '../workflows/hear-publications';
import { loadWorkflows, lockWorkflows } from '../workflows/load-workflows';
import { publishUnits } from '../workflows/publications';
import { type DecidedPlan, decidePlan } from './decided-plan';
import * as rows from './plan-rows';
import type {
  ActivationAnswer,
  DraftAnswer,
  NewDraft,
  PlanActivation,
  PlanRevision,
  PlanStore,
  YearClock,
} from './plan-store';

/** The plans of the years: what is in force, what was, and what is being written. */
export class Plans implements PlanStore {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {}

  async preview(activation: PlanActivation): Promise<PlanPreview> {
    const { county } = activation.plan;
    return this.database.inCounty(county, async (query) => {
      return (await decidePlan(query, activation, (ids) => readWorkflows(query, county, ids))).preview;
    });
  }

  async activate(activation: PlanActivation): Promise<ActivationAnswer> {
    const { county } = activation.plan;
    const { answer, rings } = await this.database.inCounty(county, (query) => activateIn(query, activation));
    if (rings) this.bell.ring();
    return answer;
  }

  async read(county: string, year: number): Promise<YearClock | undefined> {
    return this.database.inCounty(county, async (query) => {
      const row = await rows.yearRow(query, { county, year });
      if (!row) return undefined;
      const active = (await rows.activeRevision(query, { county, year })) ?? null;
      const ids = active?.plan.entries.map(({ id }) => plannedId(county, id)) ?? [];
      return {
        version: row.version,
        active,
        draft: rows.draftOf(row),
        workflows: await readWorkflows(query, county, ids),
      };
    });
  }

  revisions(county: string, year: number): Promise<PlanRevision[]> {
    return this.database.inCounty(county, (query) => rows.revisionsOf(query, { county, year }));
  }

  async saveDraft(of: { county: string; year: number }, { plan, actor, ifVersion }: NewDraft): Promise<DraftAnswer> {
    return this.database.inCounty(of.county, async (query) => {
      const row = await rows.lockedYear(query, of);
      const { version } = row;
      if (row.savedBy === actor.id && canonicalize(row.draft) === canonicalize(plan))
        return { outcome: 'saved', version };
      if (ifVersion !== undefined && ifVersion !== version) return { outcome: 'stale', version };
      return { outcome: 'saved', version: await rows.keepDraft(query, of, { plan, savedBy: actor.id }) };
    });
  }
}

type Activated = { answer: ActivationAnswer; rings: boolean };

async function activateIn(query: Query, activation: PlanActivation): Promise<Activated> {
  const { plan, actor, reason, expectRevision, draftVersion } = activation;
  const { county } = plan;
  await rows.lockedYear(query, plan);
  const years = new Map<string, number | null>();
  const lock = async (ids: string[]): Promise<Instance[]> => {
    const locked = await lockWorkflows(query, county, wanted(ids));
    return locked.flatMap(({ instance, year }) => {
      if (instance) years.set(instance.id, year);
      return instance ?? [];
    });
  };
  const decided = await decidePlan(query, activation, lock);
  const refused = refusalOf(decided, { reason, expectRevision });
  if (refused) return { answer: refused, rings: false };

  const { steps, preview, isSamePlan, revision, now } = decided;
  const units = steps.map((step) => unitOf(step, plan.year, years, now));
  if (units.length > 0) await apply(query, county, units);
  if (!isSamePlan) {
    const added = { revision, plan, activatedAt: now, activatedBy: actor.id, reason: reason ?? null };
    await rows.addRevision(query, plan, added);
  }
  if (!isSamePlan || draftVersion !== undefined) await rows.passYear(query, plan, draftVersion);
  const outcome = preview.unchanged ? 'unchanged' : 'activated';
  return { answer: { outcome, revision, preview }, rings: units.length > 0 };
}

/**
 * Why nothing is done. That the plan is in force already is looked at first: whoever repeats an activation gets its answer,
 * whatever revision was expected.
 */
function refusalOf(
  { active, isSamePlan, steps, preview }: DecidedPlan,
  { reason, expectRevision }: Pick<PlanActivation, 'reason' | 'expectRevision'>,
): ActivationAnswer | undefined {
  const standing = active?.revision ?? 0;
  if (!isSamePlan && expectRevision !== undefined && expectRevision !== standing)
    return { outcome: 'stale', revision: standing };
  if (preview.findings.some(({ severity }) => severity === 'error')) return { outcome: 'refused', preview };
  const changes = (active !== undefined && !isSamePlan) || steps.some(({ before }) => before !== null);
  return changes && reason === undefined ? { outcome: 'reason-required', preview } : undefined;
}

function unitOf(step: PlanStep, year: number, years: ReadonlyMap<string, number | null>, now: Unit['at']): Unit {
  const { entry, commandId, before, decision } = step;
  const given = { commandId, requestHash: commandId };
  if (!before) return unitOfStart(decision, given, { year, entry }, now);
  const unit = emptyUnit(before, before.version, years.get(before.id) ?? null, now);
  addStep(unit, decision, given);
  return unit;
}

async function apply(query: Query, county: string, units: readonly Unit[]): Promise<void> {
  await hearPublications(query, county, units);
  const outcomes = await applyUnits(query, county, units);
  const late = outcomes.find(({ outcome }) => outcome !== 'applied');
  if (late) throw new Error(`A locked step was not applied but ${late.outcome}`);
  await publishUnits(query, county, units);
}

async function readWorkflows(query: Query, county: string, ids: readonly string[]): Promise<Instance[]> {
  const loaded = await loadWorkflows(query, county, wanted(ids));
  return loaded.flatMap(({ instance }) => instance ?? []);
}

function wanted(ids: readonly string[]): { workflow: string; commandId: string }[] {
  return ids.map((workflow) => ({ workflow, commandId: '' }));
}
