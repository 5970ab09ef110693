import { createTestDatabase, type TestDatabase } from '../support/database';
import { runMailFaults } from './mail-faults';

/** Follows from nothing but this; `npm run faults -- mail` takes ten thousand mails and any seed. */
const seed = 5;

describe('mails sent through a server on which anything goes wrong now and then', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it('come to one end each, none is lost, and only what was unknown is there twice', async () => {
    // Three to one reader: digests of several go through the faults as well.
    const run = await runMailFaults(database, 300, seed, 33);
    const { wrong, duplicates, onceUnknown, states, faults, digests } = run;
    expect(wrong).toEqual([]);
    expect(duplicates).toBeLessThanOrEqual(onceUnknown);
    expect(Object.values(states).reduce((sum, count) => sum + count, 0)).toBe(300);
    expect(Object.keys(states).filter((state) => !['accepted', 'rejected', 'unknown'].includes(state))).toEqual([]);
    // The run has been through the faults that it is about.
    expect(faults).toMatchObject({ 'recipient: greylisted': expect.any(Number) });
    expect(onceUnknown).toBeGreaterThan(0);
    expect(digests).toBeGreaterThan(0);
  });
});
