import type { Client } from 'pg';

/** Who holds a lock that a migration waits for, and for how long its transaction has gone on, in seconds of real time; null where the login may not see that. */
type Holder = { pid: number; application: string; login: string | null; sinceSeconds: number | null };

/** Which the sessions that carry out migrations are called. */
export const migrationsName = 'vuosikello-migrations';

/** What a migration changes is in use for longer than it waits. */
export class MigrationBlockedError extends Error {
  constructor(migration: string, attempts: number, holder: Holder | undefined, cause: unknown) {
    const end =
      holder === undefined ? 'that transaction' : `it, or end it with "select pg_terminate_backend(${holder.pid})"`;
    super(
      `The migration ${migration} tried ${attempts} times and could not have a table that it changes. In the way: ${described(holder)}. ` +
        `Nothing of this migration has been done, those before it stay, and the programs go on. Wait for ${end}; then run "vuosikello migrate" again.`,
      { cause },
    );
    this.name = 'MigrationBlockedError';
  }
}

function described(holder: Holder | undefined): string {
  if (holder === undefined) return 'a transaction that was not seen (pg_stat_activity, pg_locks)';
  const { pid, application, login, sinceSeconds } = holder;
  const since = sinceSeconds === null ? '' : `, in its transaction for ${sinceSeconds} s`;
  return `process ${pid} of the database (application "${application}"${login === null ? '' : `, login ${login}`}${since})`;
}

const holders = `
  select h.pid, coalesce(h.application_name, '') as application, h.usename::text as login,
    floor(extract(epoch from clock_timestamp() - h.xact_start))::integer as "sinceSeconds"
  from pg_stat_activity m cross join lateral unnest(pg_blocking_pids(m.pid)) b (pid) join pg_stat_activity h on h.pid = b.pid
  where m.datname = current_database() and m.application_name = '${migrationsName}'
  order by h.xact_start nulls last limit 1`;

/** Looks every so many milliseconds at who is in the way, while the work goes on. @returns what it saw last, at any time */
export function watchHolders(
  owner: Client,
  everyMs: number,
): { seen: () => Holder | undefined; end: () => Promise<void> } {
  let last: Holder | undefined;
  let looking = Promise.resolve();
  const timer = setInterval(() => {
    looking = owner.query<Holder>(holders).then(
      ({ rows }) => void (last = rows[0] ?? last),
      // What it is about is told by the work itself.
      () => undefined,
    );
  }, everyMs);
  return {
    seen: () => last,
    end: () => {
      clearInterval(timer);
      return looking;
    },
  };
}
