import {
  type Checkpoint,
  encodeEntries,
  encodeTile,
  inclusionProof,
  type NodeReader,
  type Tile,
  tileWidth,
  type VerifierKey,
} from '@app/ledger';
import { textsErased } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import { oweMonthlyCheckpoint } from './checkpoint-mails';
import { checkpointsAfter, keepCheckpoint, keepCosignatures, lastCheckpoint } from './checkpoints';
import { entryOf, saltsOf, type SaltedRow } from './entries';
import { logStream, recordLogEvent } from './log-events';
import { hashesBetween, nodeReader } from './log-nodes';
import type {
  Cosigned,
  CountyEvent,
  LoggedEvent,
  LogHead,
  LogRange,
  LogStore,
  OwedCheckpoint,
  ProvenEvent,
  Sequenced,
  Signed,
  SignedCheckpoint,
  Unplaced,
  Unsigned,
} from './log-store';
import { appendEvents, readHead, readPending } from './sequencing';
import { firstUnexplained } from './unexplained';
import { firstUnplaced } from './unplaced';

/** Events given their positions in one transaction. */
const batch = 2_000;
const mostAtOnce = 10_000;
const checkpointsAtOnce = 1_000;

const tryLock: Statement = {
  name: 'log-lock',
  text: `select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as taken`,
};
const behind: Statement = { name: 'log-behind', text: 'select county, size, ready from vuosikello.log_behind()' };
const sizes: Statement = { name: 'log-sizes', text: 'select county, size from vuosikello.log_sizes()' };
const count: Statement = { text: 'select count(*)::integer as count from vuosikello.event where county = $1' };
const readWhere = (which: string): string =>
  `select l.position, l.content_hash, l.leaf_hash, e.stream, e.seq, e.kind, e.type, vuosikello.instant(e.at) as at, e.actor, e.role,
     e.command_id, e.note, e.body, e.salt, e.salts_left
   from vuosikello.log_leaf l
   cross join lateral (
     select e.* from vuosikello.event e where e.county = $1 and e.stream = l.stream and e.seq = l.seq offset 0) e
   where l.county = $1 and l.position > $2 and l.position <= $3 ${which}`;

const read: Statement = { name: 'read-entries', text: readWhere('order by l.position') };
const readStreams: Statement = { text: readWhere('and l.stream = any ($4) order by l.position limit $5') };

const streamsWithin: Statement = {
  text: `select distinct stream from vuosikello.log_leaf where county = $1 and position < $2 and stream = any ($3) order by stream`,
};

type Row = Omit<SaltedRow, 'body'> & {
  position: string;
  content_hash: Buffer;
  leaf_hash: Buffer;
  body: string | null;
};

/** The logs of the counties: one each. */
export class Logs implements LogStore {
  constructor(private readonly database: Database) {}

  async read({ county, after = -1, to = Number.MAX_SAFE_INTEGER, streams, limit }: LogRange): Promise<LoggedEvent[]> {
    const most = Math.min(limit, mostAtOnce);
    const rows = await this.database.inCounty(county, (query) =>
      streams
        ? query<Row>(readStreams, [county, after, to, streams, most])
        : // No position is left out: the page ends where its last event stands.
          query<Row>(read, [county, after, Math.min(to, after + most)]),
    );
    return rows.map((row) => loggedOf(county, row));
  }

  async streamsWithin(county: string, size: number, streams: readonly string[]): Promise<string[]> {
    const rows = await this.database.inCounty(county, (query) =>
      query<{ stream: string }>(streamsWithin, [county, size, streams]),
    );
    return rows.map(({ stream }) => stream);
  }

  async at(county: string, position: number): Promise<LoggedEvent | undefined> {
    const [found] = await this.read({ county, after: position - 1, to: position, limit: 1 });
    return found;
  }

  async prove(county: string, position: number): Promise<ProvenEvent | undefined> {
    return this.database.inCounty(county, async (query) => {
      const last = await lastCheckpoint(query, county);
      if (!last || position >= last.checkpoint.size) return undefined;
      const [row] = await query<Row>(read, [county, position - 1, position]);
      if (!row) return undefined;
      const proof = await inclusionProof(position, last.checkpoint.size, nodeReader(query, county));
      return { event: loggedOf(county, row), checkpoint: last.checkpoint, proof };
    });
  }

  nodes(county: string): NodeReader {
    return (nodes) => this.database.inCounty(county, (query) => nodeReader(query, county)(nodes));
  }

  async tile(county: string, { level, index, width }: Tile): Promise<Buffer | undefined> {
    const from = index * tileWidth;
    if (level === 'entries') {
      const events = await this.read({ county, after: from - 1, to: from + width - 1, limit: width });
      return events.length === width ? encodeEntries(events.map(entryOf)) : undefined;
    }
    const hashes = await this.database.inCounty(county, (query) =>
      hashesBetween(query, county, { tileLevel: level, from, to: from + width }),
    );
    return hashes.length === width ? encodeTile(hashes) : undefined;
  }

  async head(county: string): Promise<LogHead> {
    return this.database.inCounty(county, async (query) => headOf(await readHead(query, county)));
  }

  async count(county: string): Promise<number> {
    const rows = await this.database.inCounty(county, (query) => query<{ count: number }>(count, [county]));
    return rows[0]?.count ?? 0;
  }

  async unplaced(county: string): Promise<Unplaced | undefined> {
    const [found] = await this.database.inCounty(county, (query) => query<Unplaced>(firstUnplaced, [county]));
    return found;
  }

  async unexplained(county: string): Promise<{ stream: string; seq: number; position: number | null } | undefined> {
    const values = [county, textsErased, logStream(county)];
    const [found] = await this.database.inCounty(county, (query) =>
      query<{ stream: string; seq: number; position: number | null }>(firstUnexplained, values),
    );
    return found;
  }

  async checkpoint(county: string): Promise<SignedCheckpoint | undefined> {
    return (await this.database.inCounty(county, (query) => lastCheckpoint(query, county)))?.checkpoint;
  }

  async checkpoints(county: string, after?: Checkpoint): Promise<SignedCheckpoint[]> {
    const page = { after, limit: checkpointsAtOnce };
    return this.database.inCounty(county, (query) => checkpointsAfter(query, county, page));
  }

  async cosign(county: string, note: string, witnesses: readonly VerifierKey[]): Promise<Cosigned> {
    return this.database.inCounty(county, (query) => keepCosignatures(query, county, note, witnesses));
  }

  async oweMonthlyCheckpoint(county: string): Promise<OwedCheckpoint> {
    return this.database.inCounty(county, (query) => oweMonthlyCheckpoint(query, county));
  }

  async record(county: string, event: CountyEvent): Promise<void> {
    await this.database.inCounty(county, (query) => recordLogEvent(query, county, event));
  }

  async behind(): Promise<{ county: string; size: number; ready: boolean }[]> {
    const rows = await this.database.query<{ county: string; size: string; ready: boolean }>(behind, []);
    return rows.map(({ size, ...row }) => ({ ...row, size: Number(size) }));
  }

  async sizes(): Promise<{ county: string; size: number }[]> {
    const rows = await this.database.query<{ county: string; size: string }>(sizes, []);
    return rows.map(({ county, size }) => ({ county, size: Number(size) }));
  }

  async sequence(county: string): Promise<Sequenced> {
    return this.database.inCounty(county, async (query): Promise<Sequenced> => {
      if (!(await isTaken(query, `vuosikello.log.${county}`))) return { outcome: 'busy' };
      const head = await readHead(query, county);
      const events = await readPending(query, county, head, batch);
      if (events.length === 0) return { outcome: 'nothing' };
      const { appended, count: logged } = await appendEvents(query, county, head, events);
      // One that cannot be read is said at once, and not when the next have come.
      const more = events.length === batch || logged < events.length;
      return appended ? { outcome: 'appended', count: logged, more } : { outcome: 'busy' };
    });
  }

  async seal(
    county: string,
    everyMs: number,
    sign: (unsigned: Unsigned) => Promise<Signed | undefined>,
  ): Promise<'sealed' | 'unsigned' | 'early' | 'busy'> {
    return this.database.inCounty(county, async (query) => {
      // One signer for all counties: it keeps what it signed in one file.
      if (!(await isTaken(query, 'vuosikello.log.signer'))) return 'busy';
      const head = headOf(await readHead(query, county));
      const last = await lastCheckpoint(query, county);
      if (last && last.ageMs < everyMs) return 'early';
      const signed = await sign({ head, last: last?.checkpoint, nodes: nodeReader(query, county) });
      if (!signed) return 'unsigned';
      await keepCheckpoint(query, county, signed.note);
      for (const event of signed.events) await recordLogEvent(query, county, event);
      return 'sealed';
    });
  }
}

/** Whether nobody else holds the lock, which then lasts until the transaction ends. */
async function isTaken(query: Query, name: string): Promise<boolean> {
  const [row] = await query<{ taken: boolean }>(tryLock, [name]);
  return row?.taken === true;
}

function headOf({ frontier }: Awaited<ReturnType<typeof readHead>>): LogHead {
  return { size: frontier.size, root: frontier.root() };
}

function loggedOf(county: string, row: Row): LoggedEvent {
  const { position, stream, seq, kind, type, at, actor, role, command_id: commandId, body, note } = row;
  return {
    county,
    position: Number(position),
    stream,
    seq,
    kind,
    type,
    at,
    actor: { id: actor, role },
    commandId,
    body,
    note,
    salts: saltsOf(row),
    contentHash: row.content_hash,
    leafHash: row.leaf_hash,
  };
}
