import type { Instant } from '@app/domain';
import type { Database, Statement } from '../connection/database';
import { Joining } from '../connection/joining';
import { claimsOf, together } from './joined-claims';
import { listen } from './listen';
import type { ClaimedWork, TurnLimits, WorkClaim, WorkCounts, WorkDepth, WorkStore } from './work-store';

const ringDue: Statement = {
  name: 'ring-due',
  text: 'select id::text, dispatch_no as "dispatchNo" from vuosikello.ring_due($1)',
};
const claim: Statement = {
  name: 'claim-work',
  text: `select id, county, kind, fence, attempts, instance, payload, due_at as "dueAt", definition, definition_version as version
         from vuosikello.claim_work($1, $2, $3)`,
};
const finish: Statement = { name: 'finish-work', text: 'select id from vuosikello.finish_work($1, $2, $3)' };
const postpone: Statement = {
  name: 'postpone-works',
  text: 'select vuosikello.postpone_works($1, $2, $3, $4, $5) as held',
};
const leave: Statement = { name: 'leave-work', text: 'select vuosikello.leave_work($1, $2, $3, $4) as held' };
const fail: Statement = { name: 'fail-work', text: 'select vuosikello.fail_work($1, $2, $3, $4) as held' };
const takeTurns: Statement = {
  name: 'take-turns',
  text: 'select id, until from vuosikello.take_turns($1, $2, $3, $4, $5)',
};
const nextDue: Statement = { name: 'next-due', text: 'select at, now from vuosikello.next_due()' };
const counts: Statement = {
  name: 'work-counts',
  text: 'select pending, due_now as "dueNow", leased, quarantined from vuosikello.work_counts()',
};

const depths: Statement = {
  name: 'work-depths',
  text: 'select kind, due, leased, quarantined, oldest_due_ms as "oldestDueMs" from vuosikello.work_depths()',
};
const traceOfWork: Statement = {
  name: 'trace-of-work',
  text: 'select traceparent from vuosikello.work_item where county = $1 and id = $2::bigint and traceparent is not null',
};
const tracesOfDigest: Statement = {
  name: 'traces-of-digest',
  text: `select distinct k.traceparent from vuosikello.notification m
         join vuosikello.work_item k on k.county = m.county and k.dedupe_key = 'mail:' || m.id
         where m.county = $1 and m.digest = $2 and k.traceparent is not null limit 20`,
};

type Claim = { id: string; leaseMs: number };
type Turn = WorkClaim & TurnLimits;
type Postponement = { work: WorkClaim; until: Instant; reason: string };

type ClaimedRow = Omit<ClaimedWork, 'payload' | 'definition'> & {
  payload: string;
  definition: string | null;
  version: number | null;
};

/** Work items; only a login of the engine may claim them. */
export class WorkItems implements WorkStore {
  private readonly finishing: Joining<WorkClaim, boolean>;
  private readonly postponing: Joining<Postponement, boolean>;
  private readonly claims: Joining<Claim, ClaimedWork | undefined>;
  private readonly turns: Joining<Turn, Instant | undefined>;

  constructor(
    private readonly database: Database,
    private readonly listenerUrl: { databaseUrl: string; applicationName: string },
  ) {
    this.finishing = new Joining({
      lanes: 1,
      most: 1_000,
      group: ({ county }) => county,
      apart: ({ id }) => id,
      run: (batch) => this.finishTogether(batch),
    });
    this.postponing = new Joining<Postponement, boolean>({ ...together, run: (batch) => this.postponeTogether(batch) });
    this.claims = new Joining({
      lanes: 2,
      most: 200,
      group: ({ leaseMs }) => String(leaseMs),
      apart: ({ id }) => id,
      run: (batch) => this.claimTogether(batch),
    });
    this.turns = new Joining({
      lanes: 1,
      most: 500,
      group: ({ perMinute, perMinuteAndDomain }) => `${perMinute}/${perMinuteAndDomain}`,
      apart: ({ id }) => id,
      run: (batch) => this.takeTurns(batch),
    });
  }

  async due(limit: number): Promise<{ id: string; dispatchNo: number }[]> {
    return this.database.query(ringDue, [limit]);
  }

  async claim(ids: string[], leaseMs: number): Promise<ClaimedWork[]> {
    const taken = await Promise.all(ids.map((id) => this.claims.do({ id, leaseMs })));
    return taken.filter((work) => work !== undefined).sort(oldestFirst);
  }

  async claimDue(limit: number, leaseMs: number): Promise<ClaimedWork[]> {
    return this.take([null, limit, leaseMs]);
  }

  async finish({ id, county, fence }: WorkClaim): Promise<boolean> {
    return this.finishing.do({ id, county, fence });
  }

  async postpone({ id, county, fence }: WorkClaim, until: Instant, reason: string): Promise<boolean> {
    return this.postponing.do({ work: { id, county, fence }, until, reason });
  }

  async leave({ id, county, fence }: WorkClaim, reason: string): Promise<boolean> {
    return this.held(leave, [county, id, fence, reason]);
  }

  async fail({ id, county, fence }: WorkClaim, reason: string): Promise<boolean> {
    return this.held(fail, [county, id, fence, reason]);
  }

  async takeTurn({ id, county, fence }: WorkClaim, limits: TurnLimits): Promise<Instant | undefined> {
    return this.turns.do({ id, county, fence, ...limits });
  }

  async nextDueAt(): Promise<{ at: Instant | null; now: Instant }> {
    const [row] = await this.database.query<{ at: Instant | null; now: Instant }>(nextDue, []);
    if (!row) throw new Error('next_due gave no row');
    return row;
  }

  async counts(): Promise<WorkCounts> {
    const [row] = await this.database.query<WorkCounts>(counts, []);
    if (!row) throw new Error('work_counts gave no row');
    return row;
  }

  async depths(): Promise<WorkDepth[]> {
    return this.database.query<WorkDepth>(depths, []);
  }

  async tracesOf(work: ClaimedWork): Promise<string[]> {
    const { county } = work;
    const rows = await this.database.inCounty(county, (query) =>
      work.kind === 'digest'
        ? query<{ traceparent: string }>(tracesOfDigest, [county, work.payload.digest])
        : query<{ traceparent: string }>(traceOfWork, [county, work.id]),
    );
    return rows.map(({ traceparent }) => traceparent);
  }

  listen(onBell: () => void): Promise<() => Promise<void>> {
    return listen(this.listenerUrl, onBell);
  }

  private async take(values: [string[] | null, number, number]): Promise<ClaimedWork[]> {
    const rows = await this.database.query<ClaimedRow>(claim, values);
    return rows
      .map(({ definition: name, version, payload, ...work }) => ({
        ...work,
        payload: JSON.parse(payload) as never,
        definition: name === null || version === null ? null : { name, version },
      }))
      .sort(oldestFirst);
  }

  private async held(statement: Statement, values: unknown[]): Promise<boolean> {
    const [row] = await this.database.query<{ held: boolean }>(statement, values);
    return row?.held ?? false;
  }

  private async finishTogether(batch: readonly WorkClaim[]): Promise<boolean[]> {
    const values = [batch[0]?.county, batch.map(({ id }) => id), batch.map(({ fence }) => fence)];
    const rows = await this.database.query<{ id: string }>(finish, values);
    const finished = new Set(rows.map(({ id }) => id));
    return batch.map(({ id }) => finished.has(id));
  }

  private async postponeTogether(batch: readonly Postponement[]): Promise<boolean[]> {
    const until = batch.map((each) => each.until);
    const reasons = batch.map(({ reason }) => reason);
    const [row] = await this.database.query<{ held: boolean[] }>(postpone, [...claimsOf(batch), until, reasons]);
    return row?.held ?? [];
  }

  private async takeTurns(batch: readonly Turn[]): Promise<(Instant | undefined)[]> {
    const [first] = batch;
    const rows = await this.database.query<{ id: string; until: Instant | null }>(takeTurns, [
      batch.map(({ id }) => id),
      batch.map(({ fence }) => fence),
      batch.map(({ domain }) => domain),
      first?.perMinute,
      first?.perMinuteAndDomain,
    ]);
    const until = new Map(rows.map((row) => [row.id, row.until ?? undefined]));
    return batch.map(({ id }) => until.get(id));
  }

  private async claimTogether(batch: readonly Claim[]): Promise<(ClaimedWork | undefined)[]> {
    const ids = batch.map(({ id }) => id);
    const taken = await this.take([ids, ids.length, batch[0]?.leaseMs ?? 0]);
    const byId = new Map(taken.map((work) => [work.id, work]));
    return ids.map((id) => byId.get(id));
  }
}

function oldestFirst(a: ClaimedWork, b: ClaimedWork): number {
  return a.dueAt.localeCompare(b.dueAt) || Number(a.id) - Number(b.id);
}
