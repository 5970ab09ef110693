import type { Instance } from '@app/workflows';
import type { Database, Statement } from '../connection/database';
import type { OverviewStore, Owing, Span } from './overview-store';

const inSpan = `county = $1 and status = 'open' and next_due_at is not null
  and ($2::timestamptz is null or next_due_at >= $2) and ($3::timestamptz is null or next_due_at < $3)`;
const due: Statement = {
  text: `select snapshot from vuosikello.workflow where ${inSpan} order by next_due_at, id limit $4`,
};
const countDue: Statement = { text: `select count(*)::integer as total from vuosikello.workflow where ${inSpan}` };
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

  async due(county: string, { from, to }: Span, limit: number): Promise<{ total: number; items: Instance[] }> {
    const span = [county, from ?? null, to ?? null];
    return this.database.inCounty(county, async (query) => {
      const [counted] = await query<{ total: number }>(countDue, span);
      const rows = await query<Row>(due, [...span, limit]);
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
