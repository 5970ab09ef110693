import canonicalize from 'canonicalize';
import type { Query, Statement } from '../connection/database';
import type { CountyEvent } from './log-store';

/** The stream of the county's own. */
export function logStream(county: string): string {
  return `${county}.log`;
}

const lock: Statement = { text: `select pg_advisory_xact_lock(hashtextextended($1, 0))` };
const record: Statement = {
  text: `insert into vuosikello.event (county, stream, seq, kind, type, at, actor, role, command_id, note, body)
         select $1, $2, 1 + coalesce(max(e.seq), 0), 'fact', $3, vuosikello.business_now(), $4, $5, $6, $7, $8
         from vuosikello.event e where e.county = $1 and e.stream = $2
         having count(*) filter (where e.command_id = $6) = 0`,
};

/** Writes an event on the county's own stream, within a transaction that has entered the county. */
export async function recordLogEvent(
  query: Query,
  county: string,
  { type, body, actor, commandId, note }: CountyEvent,
): Promise<void> {
  const stream = logStream(county);
  await query(lock, [stream]);
  await query(record, [county, stream, type, actor.id, actor.role, commandId, note ?? null, canonicalize(body)]);
}
