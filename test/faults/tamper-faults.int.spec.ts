import { createTestDatabase, type TestDatabase } from '../support/database';
import { databaseTamperings, runDatabaseTamperings } from './database-tampering';

describe('a database that its superuser tampers with', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('is caught by log verify, with a checkpoint that was kept', async () => {
    const { wrong, kinds } = await runDatabaseTamperings(database, databaseTamperings(), 7);
    expect(wrong).toEqual([]);
    expect(Object.keys(kinds)).toHaveLength(databaseTamperings());
  });
});
