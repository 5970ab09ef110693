import type { Instant } from '@app/domain';
import { helsinkiInstant } from '@app/domain';
import type { Instance, WorkflowEvent } from '@app/workflows';
import { foldStored } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import type { EventRow } from './event-rows';
import { eventOf } from './event-rows';
import { loadWorkflows } from './load-workflows';
import type { ChildOverview, Listed, Page, WorkflowFilter } from './workflow-store';

const readEvents: Statement = { name: 'read-events', text: 'select * from vuosikello.read_events($1, $2, $3, $4)' };

const readChildren: Statement = {
  text: `select id, parent_key as key, definition, definition_version as version, state, status, organisations[1] as organisation, snapshot
         from vuosikello.workflow where county = $1 and parent = $2 order by id`,
};

const listWorkflows: Statement = {
  text: `select snapshot from vuosikello.workflow
         where county = $1 and ($2::integer is null or year = $2) and ($3::text is null or definition = $3)
           and ($4::text is null or status = $4) and ($5::text is null or organisations @> array[$5])
           and ($6::timestamptz is null or next_due_at < $6) and id > $7
         order by id limit $8`,
};

/** Enough for any one workflow: a step leaves a handful of events, and a fan-out one for each child. */
const wholeStream = 1_000_000;

type ChildRow = Omit<ChildOverview, 'definition' | 'instance'> & {
  definition: string;
  version: number;
  snapshot: string;
};

/** Reading workflows and their events. */
export class WorkflowReads {
  constructor(private readonly database: Database) {}

  async read(county: string, id: string): Promise<Instance | undefined> {
    const [loaded] = await loadWorkflows(this.database.query, county, [{ workflow: id, commandId: '' }]);
    return loaded?.instance ?? undefined;
  }

  async readAt(county: string, id: string, version: number): Promise<Instance | undefined> {
    const standing = await this.read(county, id);
    if (!standing || version < 1 || version > standing.version) return undefined;
    if (version === standing.version) return standing;
    const stream = await this.events(county, id, { after: 0, limit: wholeStream });
    const { instance } = foldStored(standing.definition, standing, stream, version);
    return instance.version === version ? instance : undefined;
  }

  async events(
    county: string,
    id: string,
    { after, limit }: { after: number; limit: number },
  ): Promise<WorkflowEvent[]> {
    const rows = await this.database.query<EventRow>(readEvents, [county, id, after, limit]);
    return rows.map(eventOf);
  }

  async children(county: string, id: string): Promise<ChildOverview[]> {
    const rows = await this.database.inCounty(county, (query) => query<ChildRow>(readChildren, [county, id]));
    return rows.map(({ definition, version, snapshot, ...row }) => ({
      ...row,
      definition: { name: definition, version },
      instance: JSON.parse(snapshot) as Instance,
    }));
  }

  async list(county: string, filter: WorkflowFilter, { limit, after = '' }: Page): Promise<Listed<Instance>> {
    const { year, definition, status, organisation, dueBefore } = filter;
    const before: Instant | null = dueBefore === undefined ? null : helsinkiInstant(dueBefore, '00:00');
    const values = [
      county,
      year ?? null,
      definition ?? null,
      status ?? null,
      organisation ?? null,
      before,
      after,
      limit + 1,
    ];
    const rows = await this.database.inCounty(county, (query) => query<{ snapshot: string }>(listWorkflows, values));
    const items = rows.slice(0, limit).map(({ snapshot }) => JSON.parse(snapshot) as Instance);
    return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  }
}
