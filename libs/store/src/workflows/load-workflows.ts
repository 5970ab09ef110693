import type { Instant } from '@app/domain';
import type { Instance } from '@app/workflows';
import type { Query, Statement } from '../connection/database';
import type { WorkClaim } from '../work/work-store';

/** What a decision needs: the workflow, the command of this id if it was done before, and the business time. */
export type Loaded = {
  instance: Instance | null;
  year: number | null;
  done: { requestHash: string; version: number } | null;
  now: Instant;
  /** Whether `now` is a virtual clock's. */
  virtual: boolean;
};

/** For the engine: whether the work it showed is still its own. */
export type Locked = Omit<Loaded, 'virtual'> & { claimed: boolean };

type Row = {
  snapshot: string | null;
  year: number | null;
  hash: string | null;
  version: number | null;
  now: Instant;
  virtual: boolean;
};
type LockedRow = Omit<Row, 'virtual'> & { claimed: boolean };

const columns = 'snapshot, year, request_hash as hash, command_version as version, now';
const load: Statement = {
  name: 'load-workflows',
  text: `select ${columns}, virtual from vuosikello.load_workflows($1, $2, $3) order by place`,
};
const lock: Statement = {
  name: 'lock-workflows',
  text: `select ${columns}, claimed from vuosikello.lock_workflows($1, $2, $3, $4, $5) order by place`,
};

export type Wanted = { workflow: string; commandId: string };

/** One answer for each of the wanted, in their order; all of one county. */
export async function loadWorkflows(query: Query, county: string, wanted: readonly Wanted[]): Promise<Loaded[]> {
  const rows = await query<Row>(load, [
    county,
    wanted.map(({ workflow }) => workflow),
    wanted.map(({ commandId }) => commandId),
  ]);
  return rows.map((row) => ({ ...loadedOf(row), virtual: row.virtual }));
}

/**
 * The same, with the workflows and the work named locked until the end of the transaction. `claimed`: the work is still
 * held in the claim shown, or none was shown. A workflow comes with the first that wants it only.
 */
export async function lockWorkflows(
  query: Query,
  county: string,
  wanted: readonly (Wanted & { work?: WorkClaim | undefined })[],
): Promise<Locked[]> {
  const firstOf = new Map<string, number>();
  wanted.forEach(({ workflow }, index) => firstOf.has(workflow) || firstOf.set(workflow, index));
  const rows = await query<LockedRow>(lock, [
    county,
    // A workflow asked for again is not read again: many children may tell one parent, and its snapshot is large.
    wanted.map(({ workflow }, index) => (firstOf.get(workflow) === index ? workflow : null)),
    wanted.map(({ commandId }) => commandId),
    wanted.map(({ work }) => work?.id ?? null),
    wanted.map(({ work }) => work?.fence ?? null),
  ]);
  return rows.map((row) => ({ ...loadedOf(row), claimed: row.claimed }));
}

function loadedOf({ snapshot, year, hash, version, now }: Omit<Row, 'virtual'>): Omit<Loaded, 'virtual'> {
  return {
    instance: snapshot === null ? null : (JSON.parse(snapshot) as Instance),
    year,
    done: hash === null || version === null ? null : { requestHash: hash, version },
    now,
  };
}
