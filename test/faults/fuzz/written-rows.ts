import { Client } from 'pg';

/** Who asked for what, and when a key was last used, is noted whatever the answer. */
const noted = ['access_log', 'api_key'];

/** A number for each table that changes with every row written, changed or taken away. */
export class WrittenRows {
  private constructor(
    private readonly client: Client,
    private readonly statement: string,
  ) {}

  static async watch(superuserUrl: string): Promise<WrittenRows> {
    const client = new Client({ connectionString: superuserUrl });
    await client.connect();
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'vuosikello'::regnamespace and relkind = 'r' order by 1`,
    );
    const tables = rows.map(({ name }) => name).filter((name) => !noted.includes(name));
    const each = tables.map(
      (name) =>
        `select '${name}' as name, coalesce(sum(hashtext(xmin::text || ctid::text)::bigint), 0)::text || '/' || count(*) as rows from vuosikello."${name}"`,
    );
    return new WrittenRows(client, each.join(' union all '));
  }

  async now(): Promise<Map<string, string>> {
    const { rows } = await this.client.query<{ name: string; rows: string }>(this.statement);
    return new Map(rows.map(({ name, rows: found }) => [name, found]));
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
