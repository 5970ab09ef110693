import { Migrator } from '@mikro-orm/migrations';
import { MikroORM } from '@mikro-orm/postgresql';
import { Client } from 'pg';
import { asStoreError } from '../connection/errors';
import { migrations } from '../migrations/migrations';
import { admitBackups } from './backup-rights';
import { type DdlGuard, guardDdl } from './ddl-guard';
import type { Logins } from './roles';
import { admitLogins, ensureGroups } from './roles';

const connectLimitMs = 10_000;

/**
 * Brings the database up to this software: group roles, tables, functions, and the rights of the logins; and lets the log go on in a
 * cluster that the database was restored into. Idempotent; of
 * several at once one does it and the others wait. `ownerUrl` is a login that owns the database and may create roles;
 * the logins named must exist. `ddl` says what keeps the log's tables from being altered outside migrations. @throws DatabaseAwayError
 */
export async function migrate(ownerUrl: string, logins: Logins): Promise<{ applied: string[]; ddl: DdlGuard }> {
  return asMigrator(ownerUrl, async (owner) => {
    await ensureGroups(owner);
    const applied = await migrateTables(ownerUrl);
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
    await migrateTables(ownerUrl, names);
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

async function migrateTables(ownerUrl: string, only?: readonly string[]): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: ownerUrl,
    extensions: [Migrator],
    discovery: { warnWhenNoEntities: false },
    ensureDatabase: false,
    entities: [],
    migrations: {
      tableName: 'vuosikello.migration',
      migrationsList: migrations,
      snapshot: false,
      silent: true,
    },
  });
  try {
    return (await orm.migrator.up(only && { migrations: [...only] })).map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}
