import { fullRoot, type Hash, type Node, type NodeReader, tileRowsOf } from '@app/ledger';
import type { Query, Statement } from '../connection/database';

type Rows = { tileLevel: number; from: number; to: number };
type Row = { level: number; at: string; hash: Buffer };

// Each by itself, with the bound of a tile: a join would be planned for the few rows that a new table seems to have, and read it whole.
const hashes: Statement = {
  name: 'log-hashes',
  text: `select r.level, h.at, h.hash from unnest($2::integer[], $3::bigint[], $4::bigint[]) as r (level, begins, ends)
         cross join lateral (
           (select l.position as at, l.leaf_hash as hash from vuosikello.log_leaf l
            where r.level = 0 and l.county = $1 and l.position >= r.begins and l.position < r.ends limit 256)
           union all
           (select n.index, n.hash from vuosikello.log_node n
            where n.county = $1 and n.level = r.level and n.index >= r.begins and n.index < r.ends limit 256)) h`,
};

/** The hashes of a tile level from one place up to, but without, another, at most 256; fewer where the log has not grown so far. */
export async function hashesBetween(query: Query, county: string, rows: Rows): Promise<Hash[]> {
  const find = await readRows(query, county, [rows]);
  const found = [];
  for (let at = rows.from; at < rows.to; at += 1) {
    const hash = find(rows.tileLevel, at);
    if (!hash) break;
    found.push(hash);
  }
  return found;
}

/** Reads roots of full subtrees, all that are asked for together in one statement. */
export function nodeReader(query: Query, county: string): NodeReader {
  return async (asked: readonly Node[]) => {
    const wanted = asked.map(tileRowsOf);
    const find = await readRows(query, county, wanted);
    return wanted.map(({ tileLevel, from, to }) =>
      fullRoot(
        Array.from({ length: to - from }, (_, place) => {
          const hash = find(tileLevel, from + place);
          if (!hash)
            throw new RangeError(`The log of ${county} has no hash ${from + place} on tile level ${tileLevel}`);
          return hash;
        }),
      ),
    );
  };
}

async function readRows(
  query: Query,
  county: string,
  wanted: readonly Rows[],
): Promise<(tileLevel: number, at: number) => Hash | undefined> {
  const rows = await query<Row>(hashes, [
    county,
    wanted.map(({ tileLevel }) => tileLevel),
    wanted.map(({ from }) => from),
    wanted.map(({ to }) => to),
  ]);
  const found = new Map(rows.map(({ level, at, hash }) => [`${level}/${at}`, hash]));
  return (tileLevel, at) => found.get(`${tileLevel}/${at}`);
}
