import { Client } from 'pg';

/** Every row of every table but the server's own, as text in one order: equal before and after means that nothing was written. */
export async function everyRow(superuserUrl: string): Promise<Record<string, string[]>> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname not like 'pg_%' and n.nspname <> 'information_schema' order by 1`,
    );
    const found: Record<string, string[]> = {};
    for (const { name } of tables.rows) {
      const rows = await client.query<{ row: string }>(
        `select concat(t.ctid, ' ', t.xmin, ' ', t) as row from ${name} t`,
      );
      found[name] = rows.rows.map(({ row }) => row).sort();
    }
    return found;
  } finally {
    await client.end();
  }
}
