import { addStep, type AnyDefinition, emptyUnit, type Refused } from '@app/workflows';
import { findDefinition, forecastMigration, migrate } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import type { Bell } from '../work/bell';
import { applyUnits } from './apply-units';
import { hearPublications } from './hear-publications';
import { loadWorkflows } from './load-workflows';
import { publishUnits } from './publications';
import type { WorkflowReads } from './workflow-reads';
import type { MigrationAnswer, MigrationRequest, MigrationResult } from './workflow-store';

/** Read in one go. */
const batch = 100;

const setVersion: Statement = {
  text: 'update vuosikello.workflow set definition_version = $3 where county = $1 and id = $2',
};

/** Moves running workflows from one version of their definition to another. */
export class VersionMoves {
  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly reads: WorkflowReads,
  ) {}

  async migrate(request: MigrationRequest): Promise<MigrationAnswer> {
    const to = findDefinition(request.definition, request.to);
    if (!to) return { outcome: 'unknown-definition' };
    if (to.migrates?.from !== request.from) return { outcome: 'no-mapping' };
    const results: MigrationResult[] = [];
    for (const workflow of request.workflows ?? (await this.running(request)))
      results.push(await this.moveOne(to, workflow, request));
    return { outcome: 'done', results };
  }

  /** The ids first and whole: what is moved meanwhile changes no page. */
  private async running({ county, definition, from }: MigrationRequest): Promise<string[]> {
    const ids: string[] = [];
    for (let after: string | undefined; ;) {
      const { items, next } = await this.reads.list(county, { definition, status: 'open' }, { limit: batch, after });
      ids.push(...items.filter((instance) => instance.definition.version === from).map(({ id }) => id));
      if (next === null) return ids;
      after = next;
    }
  }

  private async moveOne(to: AnyDefinition, workflow: string, request: MigrationRequest): Promise<MigrationResult> {
    if (request.dryRun) return this.forecast(to, workflow, request);
    const first = await this.attempt(to, workflow, request);
    // Somebody was faster: it is decided once more on what stands now.
    return first.outcome === 'stale' ? this.attempt(to, workflow, request) : first;
  }

  private async forecast(to: AnyDefinition, workflow: string, { county }: MigrationRequest): Promise<MigrationResult> {
    const instance = await this.reads.read(county, workflow);
    if (!instance) return { workflow, outcome: 'not-found' };
    const forecast = forecastMigration(to, instance);
    return forecast.moves
      ? { workflow, outcome: 'moves', state: forecast.state }
      : staysFor(workflow, forecast.refused);
  }

  private async attempt(to: AnyDefinition, workflow: string, request: MigrationRequest): Promise<MigrationResult> {
    const { rings, result } = await this.database.transaction((query) => moveIn(query, to, workflow, request));
    if (rings) this.bell.ring();
    return result;
  }
}

async function moveIn(
  query: Query,
  to: AnyDefinition,
  workflow: string,
  { county, from, reason, actor }: MigrationRequest,
): Promise<{ result: MigrationResult; rings: boolean }> {
  const commandId = `migrate:${workflow}:${to.version}`;
  const [loaded] = await loadWorkflows(query, county, [{ workflow, commandId }]);
  if (!loaded?.instance) return still({ workflow, outcome: 'not-found' });
  const { instance, done, now, year } = loaded;
  if (done) return still({ workflow, outcome: 'moved', state: instance.state });
  const decision = migrate(to, instance, { data: { reason }, actor, commandId, now });
  if (!decision.accepted) return still(staysFor(workflow, decision));
  const unit = emptyUnit(instance, instance.version, year, now);
  addStep(unit, decision, { commandId, requestHash: `migrate ${from} ${to.version}` });
  await hearPublications(query, county, [unit]);
  const [applied] = await applyUnits(query, county, [unit]);
  if (applied?.outcome !== 'applied') return still({ workflow, outcome: 'stale' });
  await publishUnits(query, county, [unit]);
  await query(setVersion, [county, workflow, to.version]);
  return { result: { workflow, outcome: 'moved', state: unit.instance.state }, rings: unit.work.length > 0 };
}

function staysFor(workflow: string, { code, detail }: Refused): MigrationResult {
  return { workflow, outcome: 'stays', code, why: detail };
}

function still(result: MigrationResult): { result: MigrationResult; rings: boolean } {
  return { result, rings: false };
}
