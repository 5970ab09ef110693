import { setTimeout as wait } from 'node:timers/promises';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { asStoreError } from '../connection/errors';
import { migrations } from '../migrations/migrations';
import { admitBackups } from './backup-rights';
import { type DdlGuard, guardDdl } from './ddl-guard';
import { MigrationBlockedError, migrationsName, watchHolders } from './in-the-way';
import type { Logins } from './roles';
import { admitLogins, ensureGroups } from './roles';

const connectLimitMs = 10_000;

/**
 * How long a migration waits for a table that is in use, and how often. While it waits, every later statement on that table waits behind
 * it: so it waits for less than a statement may take, and lets the others through before it tries again.
 */
type LockPatience = { lockMs: number; attempts: number; pauseMs: number };
const lockPatience: LockPatience = { lockMs: 3_000, attempts: 10, pauseMs: 5_000 };
const lockNotHad = '55P03';

/**
 * Brings the database up to this software: group roles, tables, functions, and the rights of the logins; and lets the log go on in a
 * cluster that the database was restored into. Idempotent; of
 * several at once one does it and the others wait. `ownerUrl` is a login that owns the database and may create roles;
 * the logins named must exist. `ddl` says what keeps the log's tables from being altered outside migrations. The programs may go on
 * meanwhile. @throws MigrationBlockedError where a table is in use all the time; @throws DatabaseAwayError
 */
export async function migrate(
  ownerUrl: string,
  logins: Logins,
  patience = lockPatience,
): Promise<{ applied: string[]; ddl: DdlGuard }> {
  return asMigrator(ownerUrl, async (owner) => {
    await ensureGroups(owner);
    const applied = await migrateTables(owner, ownerUrl, { patience });
    await owner.query('select vuosikello.keep_log_epoch()');
    await admitBackups(owner);
    await admitLogins(owner, logins);
    return { applied, ddl: await guardDdl(owner) };
  });
}

/** Makes the tables as these migrations made them, for rows of that time. @throws DatabaseAwayError */
export async function migrateTo(ownerUrl: string, names: readonly string[]): Promise<void> {
  await asMigrator(ownerUrl, async (owner) => {
    await ensureGroups(owner);
    await migrateTables(owner, ownerUrl, { patience: lockPatience, only: names });
  });
}

/** Of several at once one does it and the others wait. */
async function asMigrator<T>(ownerUrl: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({
    connectionString: ownerUrl,
    application_name: 'vuosikello-migrate',
    connectionTimeoutMillis: connectLimitMs,
  });
  owner.on('error', () => undefined);
  try {
    await owner.connect();
    await owner.query(`select pg_advisory_lock(hashtext('vuosikello.migrate'))`);
    return await work(owner);
  } catch (error) {
    throw asStoreError(error);
  } finally {
    await owner.end();
  }
}

type How = { patience: LockPatience; only?: readonly string[] };

/** Each migration in a transaction of its own, so that what one has is given back before the next. @returns those carried out */
async function migrateTables(owner: Client, ownerUrl: string, { patience, only }: How): Promise<string[]> {
  const { lockMs, attempts, pauseMs } = patience;
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    entities: [],
    driverOptions: { application_name: migrationsName, lock_timeout: lockMs },
    migrations: {
      tableName: 'vuosikello.migration',
      migrationsList: migrations,
      snapshot: false,
      silent: true,
      allOrNothing: false,
    },
  });
  const applied: string[] = [];
  const watch = watchHolders(owner, lockMs / 3);
  try {
    orm.migrator.on('migrated', ({ name }) => void applied.push(name));
    for (let attempt = 1; ; attempt += 1) {
      try {
        await orm.migrator.up(only && { migrations: [...only] });
        return applied;
      } catch (error) {
        if ((error as { code?: unknown }).code !== lockNotHad) throw error;
        if (attempt < attempts) await wait(pauseMs);
        else {
          const [next] = await orm.migrator.getPending();
          throw new MigrationBlockedError(next?.name ?? '', attempts, watch.seen(), error);
        }
      }
    }
  } finally {
    await watch.end();
    await orm.close(true);
  }
}
