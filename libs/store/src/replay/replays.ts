import {
  type Instance,
  type Json,
  organisationsOf,
  type OwnPublication,
  topicsOf,
  type WorkflowEvent,
  type WorkflowRecord,
} from '@app/workflows';
import { foldStored } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Query, Statement } from '../connection/database';
import { nextDueAt } from '../workflows/apply-units';
import type { EventRow } from '../workflows/event-rows';
import { eventOf } from '../workflows/event-rows';
import type { ReplayReport, ReplayStore } from './replay-store';

/** So many streams are held in memory at once. */
const streamsAtOnce = 100;

const counties: Statement = {
  text: 'select county from vuosikello.counties_with_workflows()',
};
const readRows: Statement = {
  text: `select id, definition, definition_version as "definitionVersion", version, state, status, snapshot, parent,
           parent_key as "parentKey", organisations, vuosikello.instant(next_due_at) as "nextDueAt",
           started_on::text as "startedOn", ended_on::text as "endedOn"
         from vuosikello.workflow where county = $1 and id > $2 order by id limit $3`,
};
const readStreams: Statement = {
  text: `select stream, seq, kind, type, vuosikello.instant(at) as at, actor, role, command_id, note, body
         from vuosikello.event where county = $1 and stream = any ($2) order by stream, seq`,
};
const readFollows: Statement = {
  text: `select workflow, json_object_agg(topic, command) as follows from vuosikello.follow
         where county = $1 and workflow = any ($2) group by workflow`,
};
const readPublished: Statement = {
  text: `select workflow, json_object_agg(topic, json_build_object('seq', seq, 'data', data::json)) as published
         from vuosikello.publication where county = $1 and workflow = any ($2) group by workflow`,
};
// As the workflow itself says it, so that the two can be compared.
const readRecords: Statement = {
  text: `select workflow, json_agg(json_strip_nulls(json_build_object('document', document))::jsonb || jsonb_build_object(
             'id', id, 'kind', kind, 'fact', fact, 'seq', seq, 'registeredAt', vuosikello.instant(registered_at),
             'caseNumber', case_number, 'publicity', publicity, 'ground', ground, 'retention',
             case when retention_years is null then '"permanent"' else jsonb_build_object('years', retention_years) end)
           order by place) as records
         from vuosikello.record where county = $1 and workflow = any ($2) group by workflow`,
};
const readOrphans: Statement = {
  text: `select e.stream from vuosikello.event e
         where e.county = $1 and e.seq = 1 and e.stream <> e.county || '.log'
           and e.stream not in (select unnest(d.streams) from vuosikello.disposal d where d.county = $1)
           and not exists (select from vuosikello.workflow w where w.county = e.county and w.id = e.stream)
           and not exists (select from vuosikello.notification n where n.county = e.county and n.id = e.stream)
           and not exists (select from vuosikello.silence s where s.county = e.county and s.county || '.silence-' || s.id = e.stream)
           and not exists (select from vuosikello.standing_link l where l.county = e.county and l.county || '.standing-link-' || l.id = e.stream)
           and not exists (select from vuosikello.proposal p where p.county = e.county and p.county || '.proposal-' || p.id = e.stream)
           and not exists (select from vuosikello.task t where t.county = e.county and t.id = e.stream)
         order by e.stream`,
};

/** Disposed of, one and all, is what the log says was; and nothing else has lost what it said. */
const readDisposed: Statement = {
  text: `select d.workflow, count(e.body)::integer as left_over, count(e.seq)::integer as events, d.events as were,
           exists (select from vuosikello.event l where l.county = d.county and l.stream = d.county || '.log'
             and l.type = 'RecordDisposed' and l.body::json ->> 'workflow' = d.workflow) as recorded
         from vuosikello.disposal d
         left join vuosikello.event e on e.county = d.county and e.stream = any (d.streams)
         where d.county = $1 group by d.county, d.workflow, d.events order by d.workflow`,
};
const readEmptied: Statement = {
  text: `select distinct e.stream from vuosikello.event e
         where e.county = $1 and e.body is null
           and e.stream not in (select unnest(d.streams) from vuosikello.disposal d where d.county = $1)
         order by e.stream`,
};

type DisposedRow = { workflow: string; left_over: number; events: number; were: number; recorded: boolean };

type Row = {
  id: string;
  definition: string;
  definitionVersion: number;
  version: number;
  state: string;
  status: string;
  snapshot: string;
  parent: string | null;
  parentKey: string | null;
  organisations: string[];
  nextDueAt: string | null;
  startedOn: string;
  endedOn: string | null;
  records: WorkflowRecord[];
  /** By topic: the command, and what was said on it last and where the log says so. */
  follows: Record<string, string>;
  published: Record<string, { seq: number; data: Json }>;
};

type Difference = ReplayReport['differences'][number];

/** State = fold(log): proves it for every workflow, or says where it is not so. */
export class Replays implements ReplayStore {
  constructor(private readonly database: Database) {}

  async run(county?: string): Promise<ReplayReport> {
    const codes = county === undefined ? await this.database.query<{ county: string }>(counties, []) : [{ county }];
    const report: ReplayReport = { streams: 0, differences: [] };
    for (const { county: code } of codes) await this.runCounty(code, report);
    return report;
  }

  private async runCounty(county: string, report: ReplayReport): Promise<void> {
    for (let after = ''; ;) {
      const { rows, streams } = await this.database.inCounty(county, (query) => readPage(query, county, after));
      for (const row of rows) report.differences.push(...differencesOf(county, row, streams.get(row.id) ?? []));
      report.streams += rows.length;
      after = rows.at(-1)?.id ?? '';
      if (rows.length < streamsAtOnce) break;
    }
    const { orphans, disposed, emptied } = await this.database.inCounty(county, async (query) => ({
      orphans: await query<{ stream: string }>(readOrphans, [county]),
      disposed: await query<DisposedRow>(readDisposed, [county]),
      emptied: await query<{ stream: string }>(readEmptied, [county]),
    }));
    if (disposed.length > 0) report.disposed = (report.disposed ?? 0) + disposed.length;
    report.differences.push(
      ...orphans.map(({ stream }) => ({ workflow: stream, detail: 'has events and no stored row' })),
      ...disposed.filter(isWrong).map(({ workflow }) => ({
        workflow,
        detail: 'is not disposed of as the log says',
      })),
      ...emptied.map(({ stream }) => ({ workflow: stream, detail: 'has lost what it said and was not disposed of' })),
    );
  }
}

function isWrong({ left_over, events, were, recorded }: DisposedRow): boolean {
  return left_over > 0 || events !== were || !recorded;
}

async function readPage(
  query: Query,
  county: string,
  after: string,
): Promise<{ rows: Row[]; streams: Map<string, WorkflowEvent[]> }> {
  const stored = await query<Omit<Row, 'follows' | 'published' | 'records'>>(readRows, [county, after, streamsAtOnce]);
  const of = [county, stored.map(({ id }) => id)];
  const follows = new Map(
    (await query<Pick<Row, 'follows'> & { workflow: string }>(readFollows, of)).map((row) => [
      row.workflow,
      row.follows,
    ]),
  );
  const published = new Map(
    (await query<Pick<Row, 'published'> & { workflow: string }>(readPublished, of)).map((row) => [
      row.workflow,
      row.published,
    ]),
  );
  const records = new Map(
    (await query<Pick<Row, 'records'> & { workflow: string }>(readRecords, of)).map((row) => [
      row.workflow,
      row.records,
    ]),
  );
  const rows = stored.map((row): Row => ({
    ...row,
    records: records.get(row.id) ?? [],
    follows: follows.get(row.id) ?? {},
    published: published.get(row.id) ?? {},
  }));
  const streams = new Map(rows.map(({ id }): [string, WorkflowEvent[]] => [id, []]));
  for (const event of await query<EventRow>(readStreams, [county, [...streams.keys()]]))
    streams.get(event.stream)?.push(eventOf(event));
  return { rows, streams };
}

function differencesOf(county: string, row: Row, events: WorkflowEvent[]): Difference[] {
  const told = (detail: string): Difference => ({ workflow: row.id, detail });
  const gap = events.findIndex(({ seq }, index) => seq !== index + 1);
  if (gap >= 0) return [told(`event ${gap + 1} is missing`)];
  try {
    const parent = row.parent === null ? null : { id: row.parent, key: row.parentKey ?? '' };
    const definition = { name: row.definition, version: row.definitionVersion };
    const { instance, differences, publications } = foldStored(definition, { id: row.id, county, parent }, events);
    return [
      ...differences.map(({ seq, recorded, recomputed }) =>
        told(`event ${seq} is ${recorded ?? 'missing'}, and should be ${recomputed ?? 'none'}`),
      ),
      ...columnsThatDiffer(row, instance, publications).map((column) =>
        told(`the stored ${column} is not what the log gives`),
      ),
    ];
  } catch (error) {
    return [told(`cannot be replayed: ${error instanceof Error ? error.message : String(error)}`)];
  }
}

function columnsThatDiffer(row: Row, instance: Instance, publications: readonly OwnPublication[]): string[] {
  const due: Omit<Row, 'id' | 'definition' | 'snapshot' | 'parent' | 'parentKey'> = {
    definitionVersion: instance.definition.version,
    version: instance.version,
    state: instance.state,
    status: instance.status,
    organisations: organisationsOf(instance),
    nextDueAt: nextDueAt(instance),
    startedOn: instance.startedOn,
    endedOn: instance.endedOn,
    records: instance.life.records ?? [],
    follows: topicsOf(instance),
    published: Object.fromEntries(publications.map(({ topic, seq, data }) => [topic, { seq, data }])),
  };
  const columns = Object.entries(due).filter(([column, value]) => !same(row[column as keyof Row], value));
  const snapshot = same(JSON.parse(row.snapshot), JSON.parse(JSON.stringify(instance))) ? [] : ['snapshot'];
  return [...columns.map(([column]) => column), ...snapshot];
}

function same(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b);
}
