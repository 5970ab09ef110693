import type { Instant, Plan } from '@app/domain';
import type { Actor, Refused } from '@app/workflows';
import { findDefinition, start } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import { applyUnits } from '../workflows/apply-units';
import { loadWorkflows } from '../workflows/load-workflows';
import type { Unit } from '../workflows/unit';
import { unitOfStart } from '../workflows/unit';
import type { PlannedStart, PlanStore } from './plan-store';

const savePlan: Statement = {
  text: `insert into vuosikello.year_plan (county, year, plan, activated_at, activated_by)
         values ($1, $2, $3, vuosikello.business_now(), $4)
         on conflict (county, year) do update set plan = excluded.plan`,
};
const readPlan: Statement = {
  text: 'select plan, vuosikello.instant(activated_at) as "activatedAt" from vuosikello.year_plan where county = $1 and year = $2',
};

/** A plan's entry could not be started; nothing of the plan has been. */
export class StartRefusedError extends Error {
  constructor(
    readonly entry: string,
    readonly refused: Refused,
  ) {
    super(`The plan entry ${entry} cannot be started: ${refused.detail.en}`);
    this.name = 'StartRefusedError';
  }
}

/** The plans in force. */
export class Plans implements PlanStore {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
  ) {}

  async activate(plan: Plan, starts: PlannedStart[], actor: Actor): Promise<{ started: string[]; already: string[] }> {
    const { county } = plan;
    const started = await this.database.inCounty(county, async (query) => {
      // Two activations at once would start the same workflows: the second waits here and finds them.
      await query(savePlan, [county, plan.year, JSON.stringify(plan), actor.id]);
      const units = await unitsOf(query, plan, starts, actor);
      if (units.length > 0) await applyUnits(query, county, units);
      return new Set(units.map(({ instance }) => instance.id));
    });
    if (started.size > 0) this.bell.ring();
    const ids = starts.map(({ id }) => id);
    return { started: ids.filter((id) => started.has(id)), already: ids.filter((id) => !started.has(id)) };
  }

  async read(county: string, year: number): Promise<{ plan: Plan; activatedAt: Instant } | undefined> {
    const [row] = await this.database.inCounty(county, (query) =>
      query<{ plan: Plan; activatedAt: Instant }>(readPlan, [county, year]),
    );
    return row;
  }
}

/** What is still to be started, decided. @throws StartRefusedError */
async function unitsOf(
  query: Query,
  { county, year }: Plan,
  starts: readonly PlannedStart[],
  actor: Actor,
): Promise<Unit[]> {
  const wanted = starts.map(({ id, entry }) => ({ workflow: id, commandId: commandIdOf(year, entry) }));
  const loaded = await loadWorkflows(query, county, wanted);
  return starts.flatMap(({ entry, id, definition: name, data }, index) => {
    const found = loaded[index];
    if (!found || found.instance) return [];
    const definition = findDefinition(name);
    if (!definition) throw new Error(`The plan entry ${entry} starts a ${name}, which no definition is called`);
    const commandId = commandIdOf(year, entry);
    const command = { name: definition.start.event, data, actor, commandId, now: found.now };
    const decision = start(definition, { id, county, parent: null }, command);
    if (!decision.accepted) throw new StartRefusedError(entry, decision);
    return [unitOfStart(decision, { commandId, requestHash: `start ${id}` }, { year, entry }, found.now)];
  });
}

function commandIdOf(year: number, entry: string): string {
  return `activate:${year}:${entry}`;
}
