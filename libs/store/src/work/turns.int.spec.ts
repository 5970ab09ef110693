import { addMs, instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { startRequest } from '../../../../test/support/requests';
import type { ClaimedWork } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const leaseMs = 60_000;
const nine = instant('2026-05-25T06:00:00Z');
const minuteMs = 60_000;

let database: TestDatabase;
let store: Store;
let other: Store;

beforeEach(async () => {
  database = await createTestDatabase();
  await setVirtualClock(database.ownerUrl, nine);
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  other = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
});
afterEach(async () => {
  await Promise.all([store.close(), other.close()]);
  await database.drop();
});

/** So many mails, claimed, the oldest first. */
async function claimMails(count: number): Promise<ClaimedWork[]> {
  for (let index = 0; index < count; index += 1) await startRequest(store, `09.turn-${index}`);
  return (await store.work.claimDue(100, leaseMs)).filter(({ kind }) => kind === 'mail');
}

async function turn(
  work: ClaimedWork,
  perMinute: number,
  perMinuteAndDomain: number,
  domain = 'kunta.test',
  by = store,
) {
  return by.work.takeTurn(work, { domain, perMinute, perMinuteAndDomain });
}

/** Seconds after nine; 0: at once. */
const secondsOf = (until: string | undefined): number =>
  until === undefined ? 0 : (Date.parse(until) - Date.parse(nine)) / 1_000;

describe('turns within the rate limits', () => {
  it('are given at once while the minute has room, and then evenly over the next ones', async () => {
    const works = await claimMails(8);
    const turns = [];
    for (const work of works) turns.push(secondsOf(await turn(work, 3, 100)));
    expect(turns).toEqual([0, 0, 0, 60, 80, 100, 120, 140]);
  });

  it('are fewer for one domain, and do not hold up the others', async () => {
    const works = await claimMails(6);
    const turns = [];
    for (const [index, work] of works.entries())
      turns.push(secondsOf(await turn(work, 100, 2, index === 5 ? 'other.test' : 'kunta.test')));
    expect(turns).toEqual([0, 0, 60, 90, 120, 0]);
  });

  it('are given anew where the clock has been put back', async () => {
    const works = await claimMails(2);
    await setVirtualClock(database.ownerUrl, addMs(nine, 90 * 24 * 60 * minuteMs));
    expect(await turn(works[0] as ClaimedWork, 1, 1)).toBeUndefined();
    await setVirtualClock(database.ownerUrl, nine);
    expect(await turn(works[1] as ClaimedWork, 1, 1)).toBeUndefined();
  });

  it('are shared by all replicas', async () => {
    const works = await claimMails(6);
    const turns = await Promise.all(
      works.map((work, index) => turn(work, 2, 100, 'kunta.test', index % 2 === 0 ? store : other)),
    );
    expect(turns.map(secondsOf).sort((a, b) => a - b)).toEqual([0, 0, 60, 90, 120, 150]);
  });

  it('are kept by the mail that was told to wait, whoever takes it then, and by no other', async () => {
    const [first, second, third] = await claimMails(3);
    if (!first || !second || !third) throw new Error('There are no mails');
    expect(await turn(first, 1, 100)).toBeUndefined();
    const until = await turn(second, 1, 100);
    if (until === undefined) throw new Error('The second mail need not wait');
    await store.work.postpone(second, until, 'the rate limit');
    await setVirtualClock(database.ownerUrl, addMs(until, 1_000));
    const [again] = await other.work.claimDue(10, leaseMs);
    expect(again?.id).toBe(second.id);
    // The minute is the second mail's own: the third has to wait for the next.
    expect(secondsOf(await turn(third, 1, 100))).toBe(120);
    expect(again && (await turn(again, 1, 100, 'kunta.test', other))).toBeUndefined();
    // A turn is good for one attempt.
    expect(again && secondsOf(await turn(again, 1, 100, 'kunta.test', other))).toBe(180);
  });

  it('that have passed long ago, as during an outage, are not used together', async () => {
    const works = await claimMails(4);
    for (const work of works) {
      const until = await turn(work, 1, 100);
      if (until !== undefined) await store.work.postpone(work, until, 'the rate limit');
    }
    await setVirtualClock(database.ownerUrl, addMs(nine, 60 * minuteMs));
    const again = (await store.work.claimDue(10, leaseMs)).filter(({ kind }) => kind === 'mail');
    const turns = [];
    for (const work of again) turns.push(secondsOf(await turn(work, 1, 100)) / 60);
    expect(turns).toEqual([0, 61, 62]);
  });

  it('are not taken for work that somebody else holds by now', async () => {
    const [work] = await claimMails(1);
    if (!work) throw new Error('There is no mail');
    await turn({ ...work, fence: work.fence - 1 }, 1, 100);
    expect(await turn(work, 1, 100)).toBeUndefined();
  });
});
