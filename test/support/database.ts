import type { EmbeddedPostgres } from '@app/embedded';
import { postgresOf } from '@app/embedded';
import { randomBytes } from 'node:crypto';

/** A database of a test's own, migrated, on the PostgreSQL of the test run. */
export type TestDatabase = {
  name: string;
  superuserUrl: string;
  ownerUrl: string;
  appUrl: string;
  engineUrl: string;
  queueUrl: string;
  auditorUrl: string;
  drop(): Promise<void>;
};

/** The PostgreSQL that the test run has started; only in integration and end-to-end tests. */
export async function testServer(): Promise<EmbeddedPostgres> {
  const dataDir = process.env.VUOSIKELLO_TEST_POSTGRES;
  const postgres = dataDir === undefined ? undefined : await postgresOf(dataDir);
  if (!postgres)
    throw new Error('No PostgreSQL was started for this test: is its file called .int.spec.ts or .e2e.spec.ts?');
  return postgres;
}

/** A new database: a copy of the migrated one, or an empty one. Drop it in `afterAll`. */
export async function createTestDatabase({ migrated = true } = {}): Promise<TestDatabase> {
  const postgres = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  await postgres.createDatabase(name, migrated ? { template: 'template_migrated' } : {});
  return {
    name,
    superuserUrl: postgres.url('superuser', name),
    ownerUrl: postgres.url('owner', name),
    appUrl: postgres.url('app', name),
    engineUrl: postgres.url('engine', name),
    queueUrl: postgres.url('queue', name),
    auditorUrl: postgres.url('auditor', name),
    drop: () => postgres.dropDatabase(name),
  };
}
