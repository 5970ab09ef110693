import { fullRoot, type Hash, type Node, type NodeReader, tileRowsOf } from '@app/ledger';
import type { Query, Statement } from '../connection/database';

type Row = { at: string; hash: Buffer };

const leaves: Statement = {
  name: 'log-leaves',
  text: `select l.position as at, l.leaf_hash as hash from unnest($2::bigint[], $3::bigint[]) as r (begins, ends)
         join vuosikello.log_leaf l on l.county = $1 and l.position >= r.begins and l.position < r.ends`,
};
const nodes: Statement = {
  name: 'log-nodes',
  text: `select n.index as at, n.hash from unnest($3::bigint[], $4::bigint[]) as r (begins, ends)
         join vuosikello.log_node n on n.county = $1 and n.level = $2 and n.index >= r.begins and n.index < r.ends`,
};

/** The hashes of a tile level from one place up to, but without, another; fewer where the log has not grown so far. */
export async function hashesBetween(
  query: Query,
  county: string,
  tileLevel: number,
  from: number,
  to: number,
): Promise<Hash[]> {
  const found = await rowsOf(query, county, tileLevel, [{ from, to }]);
  const hashes = [];
  for (let at = from; at < to; at += 1) {
    const hash = found.get(at);
    if (!hash) break;
    hashes.push(hash);
  }
  return hashes;
}

/** Reads roots of full subtrees, all that are asked for together in one statement for each tile level. */
export function nodeReader(query: Query, county: string): NodeReader {
  return async (asked: readonly Node[]) => {
    const wanted = asked.map(tileRowsOf);
    const byLevel = new Map<number, Map<number, Hash>>();
    for (const tileLevel of new Set(wanted.map((one) => one.tileLevel))) {
      const ranges = wanted.filter((one) => one.tileLevel === tileLevel);
      byLevel.set(tileLevel, await rowsOf(query, county, tileLevel, ranges));
    }
    return wanted.map(({ tileLevel, from, to }) =>
      fullRoot(
        Array.from({ length: to - from }, (_, place) => {
          const hash = byLevel.get(tileLevel)?.get(from + place);
          if (!hash)
            throw new RangeError(`The log of ${county} has no hash ${from + place} on tile level ${tileLevel}`);
          return hash;
        }),
      ),
    );
  };
}

async function rowsOf(
  query: Query,
  county: string,
  tileLevel: number,
  ranges: readonly { from: number; to: number }[],
): Promise<Map<number, Hash>> {
  const bounds = [ranges.map(({ from }) => from), ranges.map(({ to }) => to)];
  const rows =
    tileLevel === 0
      ? await query<Row>(leaves, [county, ...bounds])
      : await query<Row>(nodes, [county, tileLevel, ...bounds]);
  return new Map(rows.map(({ at, hash }) => [Number(at), hash]));
}
