import canonicalize from 'canonicalize';
import { textArray } from '../connection/array-literals';
import type { Database, Statement } from '../connection/database';
import { Joining } from '../connection/joining';
import { type Notifications, sentColumns } from '../notifications/notifications';
import { Settlements } from '../notifications/settlements';
import type { Bell } from '../work/bell';
import { claimsOf, together } from '../work/joined-claims';
import type { WorkClaim } from '../work/work-store';
import type {
  Digest,
  DigestBegun,
  DigestCounts,
  DigestSending,
  DigestSettlement,
  DigestStore,
  Gathered,
  Gathering,
} from './digest-store';

const readMany: Statement = {
  name: 'read-digests',
  text: `select id, county, recipient, send_on::text as on, state, attempts, repeats, vuosikello.instant(made_at) as "madeAt",
           may_grow as "mayGrow", members
         from vuosikello.read_digests($1, $2)`,
};
const gather: Statement = {
  name: 'gather-mails',
  text: 'select place::integer, outcome from vuosikello.gather_mails($1, $2, $3, $4, $5, $6, $7)',
};
const begin: Statement = {
  name: 'begin-digests',
  text: `select place::integer, outcome
         from vuosikello.begin_digests($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};
const settle: Statement = {
  name: 'settle-digests',
  text: 'select place::integer from vuosikello.settle_digests($1, $2, $3, $4, $5, $6, $7, $8, $9)',
};
const leave: Statement = {
  name: 'leave-digest',
  text: 'select vuosikello.leave_digest($1, $2, $3, $4, $5, $6) as done',
};
const countAll: Statement = {
  text: `select count(*) filter (where g.state in ('queued', 'deferred', 'sending'))::integer as waiting,
           count(*) filter (where g.state in ('accepted', 'rejected', 'unknown'))::integer as sent,
           count(*) filter (where g.state in ('accepted', 'rejected', 'unknown') and m.many)::integer as shared
         from vuosikello.digest g
         left join (
           select n.digest, count(*) > 1 as many from vuosikello.notification n
           where n.county = $1 and n.digest is not null and n.attempts > 0 group by n.digest) m on m.digest = g.id
         where g.county = $1`,
};

type Key = { county: string; id: string };
type Row = Omit<Digest, 'notifications'> & { members: string[] };
type Gather = { work: WorkClaim; gathering: Gathering };
type Begin = { work: WorkClaim; sending: DigestSending };

/** The daily mails. What the events say of one is said in the streams of its notifications. */
export class Digests implements DigestStore {
  private readonly reads: Joining<Key, Row | undefined>;
  private readonly gathers: Joining<Gather, Gathered>;
  private readonly begins: Joining<Begin, DigestBegun>;
  private readonly settlements: Settlements;

  constructor(
    private readonly database: Database,
    private readonly bell: Bell,
    private readonly notifications: Notifications,
  ) {
    this.reads = new Joining({ lanes: 2, most: 200, group: () => '', run: (keys) => this.readTogether(keys) });
    this.gathers = new Joining<Gather, Gathered>({ ...together, run: (batch) => this.gatherTogether(batch) });
    this.begins = new Joining<Begin, DigestBegun>({ ...together, run: (batch) => this.beginTogether(batch) });
    this.settlements = new Settlements(database, settle);
  }

  async read(county: string, id: string): Promise<Digest | undefined> {
    const row = await this.reads.do({ county, id });
    if (row === undefined) return undefined;
    const { members, ...digest } = row;
    const read = await Promise.all(members.map((member) => this.notifications.readToSend(county, member)));
    return { ...digest, notifications: read.filter((notification) => notification !== undefined) };
  }

  gather({ id, county, fence }: WorkClaim, gathering: Gathering): Promise<Gathered> {
    return this.gathers.do({ work: { id, county, fence }, gathering });
  }

  begin({ id, county, fence }: WorkClaim, sending: DigestSending): Promise<DigestBegun> {
    return this.begins.do({ work: { id, county, fence }, sending });
  }

  settle(work: WorkClaim, { digest, ...outcome }: DigestSettlement): Promise<boolean> {
    return this.settlements.settle(work, digest, outcome);
  }

  async takeOut(
    { id, county, fence }: WorkClaim,
    digest: string,
    notifications: readonly string[],
    error?: string,
  ): Promise<boolean> {
    const done = await this.done(leave, [county, id, fence, digest, notifications, error ?? null]);
    this.bell.ring();
    return done;
  }

  async dissolve({ id, county, fence }: WorkClaim, digest: string): Promise<boolean> {
    const done = await this.done(leave, [county, id, fence, digest, null, null]);
    this.bell.ring();
    return done;
  }

  async counts(county: string): Promise<DigestCounts> {
    const [row] = await this.database.inCounty(county, (query) => query<DigestCounts>(countAll, [county]));
    return row ?? { waiting: 0, sent: 0, shared: 0 };
  }

  private async readTogether(keys: readonly Key[]): Promise<(Row | undefined)[]> {
    const values = [keys.map(({ county }) => county), keys.map(({ id }) => id)];
    const found = new Map((await this.database.query<Row>(readMany, values)).map((row) => [row.id, row]));
    return keys.map(({ id }) => found.get(id));
  }

  private async gatherTogether(batch: readonly Gather[]): Promise<Gathered[]> {
    const of = (value: (gathering: Gathering) => string) => batch.map(({ gathering }) => value(gathering));
    const outcomes = await this.outcomes<Gathered>(gather, batch, [
      ...claimsOf(batch),
      of(({ notification }) => notification),
      of(({ recipient }) => recipient),
      of(({ on }) => on),
      of(({ againAt }) => againAt),
    ]);
    if (outcomes.includes('joined')) this.bell.ring();
    return outcomes;
  }

  private beginTogether(batch: readonly Begin[]): Promise<DigestBegun[]> {
    const sendings = batch.map(({ sending }) => sending);
    return this.outcomes<DigestBegun>(begin, batch, [
      ...claimsOf(batch),
      sendings.map(({ digest }) => digest),
      sendings.map(({ notifications }) => textArray(notifications)),
      ...sentColumns(sendings),
      sendings.map(({ contact, digest, language, messageId }) =>
        canonicalize({ contact, digest, language, messageId }),
      ),
      sendings.map(({ sentTo }) => sentTo),
    ]);
  }

  /** What has no outcome is lost: its claim is stale. */
  private async outcomes<Outcome>(
    statement: Statement,
    batch: readonly unknown[],
    values: unknown[],
  ): Promise<(Outcome | 'lost')[]> {
    const rows = await this.database.query<{ place: number; outcome: Outcome }>(statement, values);
    const outcomes = new Map(rows.map(({ place, outcome }) => [place, outcome]));
    return batch.map((_, index) => outcomes.get(index + 1) ?? 'lost');
  }

  private async done(statement: Statement, values: unknown[]): Promise<boolean> {
    const [row] = await this.database.query<{ done: boolean }>(statement, values);
    return row?.done ?? false;
  }
}
