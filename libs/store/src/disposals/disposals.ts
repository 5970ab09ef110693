import type { CivilDate } from '@app/domain';
import { type Instance, matterRetentionYears } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import { recordLogEvent } from '../log/log-events';
import { yearsAfter } from '../records/records';
import type { Listed, Page } from '../workflows/workflow-store';
import type { Disposable, Disposal, DisposalStore, Disposed, NotDisposed, RecordDisposed } from './disposal-store';

const due: Statement = {
  text: `select w.id as workflow, w.definition, w.year, w.started_on::text as "startedOn", w.ended_on::text as "endedOn",
           m.ended_on::text as "matterEndedOn", r.years as "retentionYears",
           ${yearsAfter('m.ended_on', 'r.years')}::text as "disposableFrom", r.records
         from vuosikello.workflow w
         cross join lateral (
           select greatest($2, max(r.retention_years)) as years, coalesce(bool_or(r.retention_years is null), false) as permanent,
             count(*)::integer as records
           from vuosikello.record r where r.county = $1 and r.workflow = w.id) r
         cross join lateral (select vuosikello.matter_ended_on($1, w.id) as ended_on) m
         where w.county = $1 and w.status <> 'open' and not r.permanent and ${yearsAfter('m.ended_on', 'r.years')} < $3 and w.id > $4
         order by w.id limit $5`,
};
const standing: Statement = {
  text: `select snapshot from vuosikello.workflow where county = $1 and id = $2 for update`,
};
const dispose: Statement = { text: `select vuosikello.dispose_workflow($1, $2, $3) as outcome` };
const columns = `workflow, definition, definition_version as "definitionVersion", parent, year, started_on::text as "startedOn",
  ended_on::text as "endedOn", retention_years as "retentionYears", events, streams, vuosikello.instant(disposed_at) as "disposedAt",
  disposed_by as "disposedBy"`;
const read: Statement = { text: `select ${columns} from vuosikello.disposal where county = $1 and workflow = $2` };

type Row = Omit<Disposed, 'definition'> & { definition: string; definitionVersion: number; streams: string[] };

/** Ends a transaction that was only to say what would come of it. */
class TakenBack extends Error {
  constructor(readonly outcome: 'disposed' | NotDisposed) {
    super(outcome);
  }
}

/** The end of retention: what may be disposed of, and its disposal. */
export class Disposals implements DisposalStore {
  constructor(private readonly database: Database) {}

  async due(county: string, before: CivilDate, { limit, after = '' }: Page): Promise<Listed<Disposable>> {
    const values = [county, matterRetentionYears, before, after, limit + 1];
    const rows = await this.database.inCounty(county, (query) => query<Disposable>(due, values));
    const items = rows.slice(0, limit);
    return { items, next: rows.length > limit ? (items.at(-1)?.workflow ?? null) : null };
  }

  async dispose(disposal: Disposal): Promise<'disposed' | NotDisposed> {
    return this.database.inCounty(disposal.county, (query) => disposeIn(query, disposal));
  }

  async forecast(county: string, workflow: string): Promise<'disposable' | NotDisposed> {
    try {
      return await this.database.inCounty(county, async (query) => {
        const [done] = await query<{ outcome: 'disposed' | NotDisposed }>(dispose, [county, workflow, 'forecast']);
        // So it is decided by what decides it, and taken back.
        throw new TakenBack(done?.outcome ?? 'unknown');
      });
    } catch (error) {
      if (!(error instanceof TakenBack)) throw error;
      return error.outcome === 'disposed' ? 'disposable' : error.outcome;
    }
  }

  async read(county: string, workflow: string): Promise<Disposed | undefined> {
    const [row] = await this.database.inCounty(county, (query) => query<Row>(read, [county, workflow]));
    if (!row) return undefined;
    const { definition: name, definitionVersion: version, streams: _streams, ...left } = row;
    return { ...left, definition: { name, version } };
  }
}

async function disposeIn(
  query: Query,
  { county, workflow, reason, actor }: Disposal,
): Promise<'disposed' | NotDisposed> {
  // What the log is to say of it is read before it is gone.
  const [stood] = await query<{ snapshot: string }>(standing, [county, workflow]);
  if (!stood) return 'unknown';
  const [done] = await query<{ outcome: 'disposed' | NotDisposed }>(dispose, [county, workflow, actor.id]);
  const [left] = await query<Row>(read, [county, workflow]);
  if (done?.outcome !== 'disposed' || !left) return done?.outcome ?? 'unknown';
  const { records = [] } = (JSON.parse(stood.snapshot) as Instance).life;
  const body: RecordDisposed = {
    workflow,
    definition: left.definition,
    startedOn: left.startedOn,
    endedOn: left.endedOn,
    retentionYears: left.retentionYears,
    records: records.map(({ id, kind, registeredAt, caseNumber }) => ({ id, kind, registeredAt, caseNumber })),
    streams: left.streams,
    events: left.events,
    reason,
  };
  await recordLogEvent(query, county, { type: 'RecordDisposed', body, actor, commandId: `dispose:${workflow}` });
  return 'disposed';
}
