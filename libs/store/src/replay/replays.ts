import type { Instance, Json, WorkflowEvent } from '@app/workflows';
import { foldStored } from '@app/workflows';
import canonicalize from 'canonicalize';
import type { Database, Query, Statement } from '../connection/database';
import { nextDueAt } from '../workflows/apply-units';
import { organisationsOf } from '../workflows/organisations-of';
import type { EventRow } from '../workflows/event-rows';
import { eventOf } from '../workflows/event-rows';
import { topicsOf } from '../workflows/following';
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
const readOrphans: Statement = {
  text: `select e.stream from vuosikello.event e
         where e.county = $1 and e.seq = 1 and e.stream <> $1 || '.log'
           and not exists (select from vuosikello.workflow w where w.county = e.county and w.id = e.stream)
           and not exists (select from vuosikello.notification n where n.county = e.county and n.id = e.stream)
           and not exists (select from vuosikello.silence s where s.county = e.county and s.county || '.silence-' || s.id = e.stream)
           and not exists (select from vuosikello.task t where t.county = e.county and t.id = e.stream)
         order by e.stream`,
};

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
    const orphans = await this.database.inCounty(county, (query) => query<{ stream: string }>(readOrphans, [county]));
    report.differences.push(
      ...orphans.map(({ stream }) => ({ workflow: stream, detail: 'has events and no stored row' })),
    );
  }
}

async function readPage(
  query: Query,
  county: string,
  after: string,
): Promise<{ rows: Row[]; streams: Map<string, WorkflowEvent[]> }> {
  const stored = await query<Omit<Row, 'follows' | 'published'>>(readRows, [county, after, streamsAtOnce]);
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
  const rows = stored.map((row): Row => ({
    ...row,
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
    const { instance, differences } = foldStored(definition, { id: row.id, county, parent }, events);
    return [
      ...differences.map(({ seq, recorded, recomputed }) =>
        told(`event ${seq} is ${recorded ?? 'missing'}, and should be ${recomputed ?? 'none'}`),
      ),
      ...columnsThatDiffer(row, instance, events).map((column) =>
        told(`the stored ${column} is not what the log gives`),
      ),
    ];
  } catch (error) {
    return [told(`cannot be replayed: ${error instanceof Error ? error.message : String(error)}`)];
  }
}

function columnsThatDiffer(row: Row, instance: Instance, events: readonly WorkflowEvent[]): string[] {
  const due: Omit<Row, 'id' | 'definition' | 'snapshot' | 'parent' | 'parentKey'> = {
    definitionVersion: instance.definition.version,
    version: instance.version,
    state: instance.state,
    status: instance.status,
    organisations: organisationsOf(instance),
    nextDueAt: nextDueAt(instance),
    startedOn: instance.startedOn,
    endedOn: instance.endedOn,
    follows: topicsOf(instance),
    published: publishedIn(events),
  };
  const columns = Object.entries(due).filter(([column, value]) => !same(row[column as keyof Row], value));
  const snapshot = same(JSON.parse(row.snapshot), JSON.parse(JSON.stringify(instance))) ? [] : ['snapshot'];
  return [...columns.map(([column]) => column), ...snapshot];
}

/** What the stream says it published last on each topic. */
function publishedIn(events: readonly WorkflowEvent[]): Row['published'] {
  const published = events.filter(({ type }) => type === 'Published');
  return Object.fromEntries(
    published.map(({ seq, data }) => {
      const told = data as { topic: string; data: Json };
      return [told.topic, { seq, data: told.data }];
    }),
  );
}

function same(a: unknown, b: unknown): boolean {
  return canonicalize(a) === canonicalize(b);
}
