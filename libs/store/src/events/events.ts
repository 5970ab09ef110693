import type { Actor, LogEvent } from '@app/workflows';
import type { Database, Query, Statement } from '../connection/database';
import { readActors } from './actors';
import type { EventFilter, EventPage, EventStore, KnownActor } from './event-store';
import { factsOfStreams } from './stream-facts';

/** How many positions one statement looks at where a filter may leave most of them out. */
const window = 20_000;

const columns = `e.epoch, e.stream, e.seq, e.kind, e.type, vuosikello.instant(e.at) as at, e.actor, e.role, e.note, e.body`;

const readSize: Statement = {
  name: 'log-size',
  text: `select coalesce(max(position) + 1, 0)::float8 as size from vuosikello.log_leaf where county = $1`,
};

const filtered = `($4::text is null or e.type = $4) and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6)`;

const readLog: Statement = {
  name: 'read-log',
  text: `select l.position::float8, ${columns}
         from (select position, stream, seq from vuosikello.log_leaf
               where county = $1 and position > $2 and position <= $3 order by position) l
         -- "offset 0" keeps each a look-up of its own: a join would be planned for the few rows that a new table seems to have.
         cross join lateral (
           select * from vuosikello.event e where e.county = $1 and e.stream = l.stream and e.seq = l.seq offset 0) e
         where ${filtered}
         order by l.position limit $7`,
};

const readStreamInLog: Statement = {
  name: 'read-stream-in-log',
  text: `select l.position::float8, ${columns}
         from vuosikello.log_leaf l
         cross join lateral (
           select * from vuosikello.event e where e.county = $1 and e.stream = l.stream and e.seq = l.seq offset 0) e
         where l.county = $1 and l.stream = $8 and l.position > $2 and l.position <= $3 and ${filtered}
         order by l.position limit $7`,
};

/** The streams are found once a page and then hashed: a position is looked up only where its stream is one of them. */
const readOrganisationInLog: Statement = {
  name: 'read-organisation-in-log',
  text: `with about as materialized (
           select id from vuosikello.workflow where county = $1 and $8 = any (organisations)
           union select id from vuosikello.notification where county = $1 and organisation = $8
           union select id from vuosikello.task where county = $1 and organisation = $8)
         select l.position::float8, ${columns}
         from (select position, stream, seq from vuosikello.log_leaf
               where county = $1 and position > $2 and position <= $3 and stream in (select id from about)
                 and ($9::text is null or stream = $9) order by position) l
         cross join lateral (
           select * from vuosikello.event e where e.county = $1 and e.stream = l.stream and e.seq = l.seq offset 0) e
         where ${filtered}
         order by l.position limit $7`,
};

const readStream: Statement = {
  name: 'read-stream',
  text: `select l.position::float8, ${columns}
         from vuosikello.event e
         left join vuosikello.log_leaf l on l.county = e.county and l.stream = e.stream and l.seq = e.seq
         where e.county = $1 and e.stream = $2 and e.seq > $3
         order by e.seq limit $4`,
};

type Row = Omit<LogEvent, 'actor' | 'about'> & { actor: string; role: Actor['role'] };

/** The county's log by position, and streams by number. */
export class Events implements EventStore {
  constructor(private readonly database: Database) {}

  async size(county: string): Promise<number> {
    return this.database.inCounty(county, (query) => sizeOf(query, county));
  }

  async page(
    county: string,
    filter: EventFilter,
    { after, limit }: { after: number; limit: number },
  ): Promise<EventPage> {
    return this.database.inCounty(county, async (query) => {
      // Asked for first: what gets a position meanwhile is beyond it.
      const size = await sizeOf(query, county);
      const last = Math.min(size - 1, filter.until ?? Infinity);
      const upTo = Math.min(last, after + widthOf(filter, limit));
      if (upTo <= after) return { events: [], reached: after, atEnd: true };
      const rows = await readPage(query, county, filter, { after, upTo, limit });
      const events = await withFacts(query, county, rows);
      const reached = rows.length === limit ? (rows.at(-1)?.position ?? upTo) : upTo;
      return { events, reached, atEnd: reached >= last };
    });
  }

  async *pages(
    county: string,
    filter: EventFilter,
    { after, limit }: { after: number; limit: number },
  ): AsyncGenerator<EventPage> {
    let coming: Promise<EventPage> | undefined = this.page(county, filter, { after, limit });
    try {
      while (coming) {
        const page: EventPage = await coming;
        coming = page.atEnd ? undefined : this.page(county, filter, { after: page.reached, limit });
        // It is awaited in its turn; until then nobody else hears of its failing.
        coming?.catch(() => {});
        yield page;
      }
    } finally {
      // Whoever stops early still has the page that was being read: its connection is free again when they go on.
      await coming?.catch(() => {});
    }
  }

  async ofStream(
    county: string,
    stream: string,
    { after, limit }: { after: number; limit: number },
  ): Promise<LogEvent[]> {
    return this.database.inCounty(county, async (query) =>
      withFacts(query, county, await query<Row>(readStream, [county, stream, after, limit])),
    );
  }

  async actors(county: string, ids: readonly string[]): Promise<KnownActor[]> {
    return this.database.inCounty(county, (query) => readActors(query, county, ids));
  }
}

async function sizeOf(query: Query, county: string): Promise<number> {
  const [row] = await query<{ size: number }>(readSize, [county]);
  return row?.size ?? 0;
}

/** A stream has few events wherever they stand; without any filter every position counts. */
function widthOf({ stream, organisation, type, from, to }: EventFilter, limit: number): number {
  if (stream !== undefined) return Infinity;
  return [organisation, type, from, to].every((wish) => wish === undefined) ? limit : Math.max(limit, window);
}

async function readPage(
  query: Query,
  county: string,
  { stream, organisation, type, from, to }: EventFilter,
  { after, upTo, limit }: { after: number; upTo: number; limit: number },
): Promise<Row[]> {
  const values = [county, after, upTo, type ?? null, from ?? null, to ?? null, limit];
  if (organisation !== undefined) return query<Row>(readOrganisationInLog, [...values, organisation, stream ?? null]);
  return stream === undefined ? query<Row>(readLog, values) : query<Row>(readStreamInLog, [...values, stream]);
}

async function withFacts(query: Query, county: string, rows: readonly Row[]): Promise<LogEvent[]> {
  if (rows.length === 0) return [];
  const factsOf = await factsOfStreams(query, county, [...new Set(rows.map(({ stream }) => stream))]);
  return rows.map(({ position, epoch, stream, seq, kind, type, at, actor, role, note, body }) => ({
    position,
    epoch,
    stream,
    seq,
    kind,
    type,
    at,
    actor: { id: actor, role },
    note,
    body,
    about: factsOf(stream, seq),
  }));
}
