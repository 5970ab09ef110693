import { createTestDatabase, type TestDatabase } from '../support/database';
import { runLogFaults } from './log-faults';

/** Follows from nothing but this; `npm run faults -- log` takes three hundred kills and any seed. */
const seed = 7;
const kills = 10;

describe('engines that are killed with kill -9 while they sequence and sign', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('leave a log in which every committed event has one place, and one checkpoint for each size', async () => {
    const { wrong, logged, written, checkpoints } = await runLogFaults(database, kills, seed);
    expect(wrong).toEqual([]);
    expect(logged).toBe(written);
    expect(Math.min(written, checkpoints)).toBeGreaterThan(kills);
  });
});
