import type { Instance } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import type { OverviewFilter, OverviewStore, Owing } from './overview-store';

const fitting = `county = $1 and ($2::boolean is null or (status = 'open') = $2) and ($3::text is null or definition = $3)
  and ($4::text is null or organisations @> array[$4]) and ($5::integer is null or year = $5)
  and ($6::timestamptz is null or next_due_at >= $6) and ($7::timestamptz is null or next_due_at < $7)`;
const list: Statement = {
  text: `select snapshot from vuosikello.workflow where ${fitting}
         order by case when status = 'open' then next_due_at end, status <> 'open', ended_on desc, id limit $8 offset $9`,
};
const count: Statement = { text: `select count(*)::integer as total from vuosikello.workflow where ${fitting}` };
const owing: Statement = {
  text: `select organisations[1] as organisation, count(*)::integer as open,
           (count(*) filter (where next_due_at <= $3::timestamptz))::integer as overdue,
           (count(*) filter (where next_due_at > $3::timestamptz and next_due_at < $4::timestamptz))::integer as soon,
           vuosikello.instant(min(next_due_at)) as "nextDueAt"
         from vuosikello.workflow
         where county = $1 and definition = any($2) and status = 'open' and next_due_at is not null and cardinality(organisations) > 0
         group by organisations[1]`,
};
const asked: Statement = {
  text: `select snapshot from vuosikello.workflow
         where county = $1 and definition = any($2) and organisations && $3::text[] and (status = 'open' or ended_on >= $4::date)
         order by id`,
};

type Row = { snapshot: string };

/** How a county stands. */
export class Overviews implements OverviewStore {
  constructor(private readonly database: Database) {}

  async list(
    county: string,
    { isOpen, definition, organisation, year, due }: OverviewFilter,
    { limit, skip = 0 }: { limit: number; skip?: number },
  ): Promise<{ total: number; items: Instance[] }> {
    const wanted = [isOpen, definition, organisation, year, due?.from, due?.to].map((one) => one ?? null);
    return this.database.inCounty(county, async (query) => {
      const [counted] = await query<{ total: number }>(count, [county, ...wanted]);
      const rows = await query<Row>(list, [county, ...wanted, limit, skip]);
      return { total: counted?.total ?? 0, items: rows.map(instanceOf) };
    });
  }

  async owing(
    county: string,
    definitions: readonly string[],
    { now, until }: Parameters<OverviewStore['owing']>[2],
  ): Promise<Owing[]> {
    return this.database.inCounty(county, (query) => query<Owing>(owing, [county, definitions, now, until]));
  }

  async asked(
    county: string,
    definitions: readonly string[],
    { organisations, since }: Parameters<OverviewStore['asked']>[2],
  ): Promise<Instance[]> {
    const values = [county, definitions, organisations, since];
    const rows = await this.database.inCounty(county, (query) => query<Row>(asked, values));
    return rows.map(instanceOf);
  }
}

function instanceOf({ snapshot }: Row): Instance {
  return JSON.parse(snapshot) as Instance;
}
