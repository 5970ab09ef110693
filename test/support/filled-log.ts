import type { TestDatabase } from './database';
import { sql } from './requests';

/**
 * Gives every event of the county that has none its position, in the order of commits, as the engine's sequencer does; without the
 * hashes. Gives how many the log has then.
 */
export async function fillLog({ superuserUrl }: Pick<TestDatabase, 'superuserUrl'>, county: string): Promise<number> {
  await sql(
    superuserUrl,
    `with head as (select coalesce(max(position) + 1, 0) as size from vuosikello.log_leaf where county = $1)
     insert into vuosikello.log_leaf (county, position, stream, seq, content_hash, leaf_hash)
       select e.county, head.size + row_number() over (order by e.xid, e.ord) - 1, e.stream, e.seq, '\\x00', '\\x00'
       from vuosikello.event e cross join head
       where e.county = $1
         and not exists (select from vuosikello.log_leaf l where l.county = e.county and l.stream = e.stream and l.seq = e.seq)`,
    [county],
  );
  const [log] = await sql<{ size: number }>(
    superuserUrl,
    'select count(*)::integer as size from vuosikello.log_leaf where county = $1',
    [county],
  );
  return log?.size ?? 0;
}
