import { createTestDatabase, type TestDatabase } from '../support/database';
import { runFuzz } from './fuzz-faults';

/** Follows from nothing but this; `npm run faults -- fuzz` sends fifty thousand and takes any seed. */
const seed = 17;

describe('every route of the document, asked in every way', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('breaks at nothing, hangs at nothing, refuses as it says, and writes nothing where it refuses', async () => {
    const run = await runFuzz(database, 1_000, seed);
    expect(run.wrong).toEqual([]);
    expect(run.comparedRefusals).toBeGreaterThan(5);
    // The run has been where it was to go.
    expect(run.requests).toBeGreaterThanOrEqual(1_000);
    expect(run.statuses).toMatchObject({ 200: expect.any(Number), 404: expect.any(Number), 422: expect.any(Number) });
  });
});
