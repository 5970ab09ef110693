import { setImmediate as turn } from 'node:timers/promises';
import { Frontier, type Hash, tileHeight } from '@app/ledger';
import { textArray } from '../connection/array-literals';
import type { Query, Statement } from '../connection/database';
import { hashesOf, type SaltedRow } from './entries';

/** How far a county's log has grown: its right edge, and the place of its last event in the order of commits. */
export type Head = { frontier: Frontier; epoch: number; xid: string; ord: string };

type HeadRow = { size: string; frontier: Buffer; epoch: number; xid: string; ord: string };
type PendingRow = SaltedRow & { epoch: number; xid: string; ord: string };

/** An event that cannot be hashed. The log of its county ends before it until somebody has looked at it. */
export class UnreadableEventError extends Error {
  constructor(
    readonly county: string,
    readonly stream: string,
    readonly seq: number,
    cause: unknown,
  ) {
    super(`The event ${seq} of ${stream} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
    this.name = 'UnreadableEventError';
  }
}

const hashBytes = 32;
/** Hashed without letting others have a turn. */
const atOnce = 200;

const head: Statement = {
  name: 'log-head',
  text: `select size, frontier, epoch, xid::text as xid, ord from vuosikello.log_head where county = $1`,
};
// The order is that of the rows as the function gives them: ids that are made texts would sort otherwise.
const pending: Statement = {
  name: 'log-pending',
  text: `select stream, seq, kind, type, vuosikello.instant(at) as at, actor, role, command_id, note, body, salt, salts_left,
           epoch, xid::text as xid, ord
         from vuosikello.log_pending($1, $2, $3::xid8, $4, $5)`,
};
const append: Statement = {
  name: 'append-log',
  text: `select vuosikello.append_log($1, $2, $3, $4::xid8, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15::xid8, $16) as appended`,
};

/** The head as it stands, of a log that has not begun too. */
export async function readHead(query: Query, county: string): Promise<Head> {
  const [row] = await query<HeadRow>(head, [county]);
  if (!row) return { frontier: Frontier.empty(), epoch: 0, xid: '0', ord: '0' };
  return { frontier: frontierIn(Number(row.size), row.frontier), epoch: row.epoch, xid: row.xid, ord: row.ord };
}

/** The right edge of a log's tree, as its row keeps it. */
export function frontierIn(size: number, bytes: Buffer): Frontier {
  const hashes = Array.from({ length: bytes.length / hashBytes }, (_, place) =>
    bytes.subarray(place * hashBytes, (place + 1) * hashBytes),
  );
  return Frontier.of(size, hashes);
}

/** The next events in the order of commits, of which none can come before them any more. */
export function readPending(query: Query, county: string, after: Head, limit: number): Promise<PendingRow[]> {
  return query<PendingRow>(pending, [county, after.epoch, after.xid, after.ord, limit]);
}

/**
 * Gives the events the positions that follow the head. False, and nothing has happened, when the head is not the present one any more. Where
 * an event cannot be read, those before it get theirs. @throws UnreadableEventError when it is the first
 */
export async function appendEvents(
  query: Query,
  county: string,
  from: Head,
  events: readonly PendingRow[],
): Promise<{ appended: boolean; count: number }> {
  const size = from.frontier.size;
  const frontier = Frontier.of(size, from.frontier.hashes);
  const contents: Hash[] = [];
  const leaves: Hash[] = [];
  const nodes: { level: number; index: number; hash: Hash }[] = [];
  for (const [place, event] of events.entries()) {
    if (place % atOnce === atOnce - 1) await turn();
    const hashes = readable(county, event, place === 0);
    if (!hashes) break;
    contents.push(hashes.content);
    leaves.push(hashes.leaf);
    for (const { level, index, hash } of frontier.append(hashes.leaf))
      if (level > 0 && level % tileHeight === 0) nodes.push({ level: level / tileHeight, index, hash });
  }
  const logged = events.slice(0, leaves.length);
  const last = logged.at(-1);
  if (!last) return { appended: true, count: 0 };
  const [row] = await query<{ appended: boolean }>(append, [
    county,
    size,
    from.epoch,
    from.xid,
    from.ord,
    textArray(logged.map(({ stream }) => stream)),
    logged.map(({ seq }) => seq),
    Buffer.concat(contents),
    Buffer.concat(leaves),
    nodes.map(({ level }) => level),
    nodes.map(({ index }) => index),
    Buffer.concat(nodes.map(({ hash }) => hash)),
    Buffer.concat(frontier.hashes),
    last.epoch,
    last.xid,
    last.ord,
  ]);
  return { appended: row?.appended === true, count: logged.length };
}

/** Undefined for one that cannot be read and is not the first: what comes before it can still be logged. */
function readable(county: string, event: PendingRow, isFirst: boolean): { content: Hash; leaf: Hash } | undefined {
  try {
    return hashesOf(county, event);
  } catch (cause) {
    if (isFirst) throw new UnreadableEventError(county, event.stream, event.seq, cause);
    return undefined;
  }
}
