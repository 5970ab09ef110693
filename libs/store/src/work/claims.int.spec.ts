import type { Instant } from '@app/domain';
import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store } from '../index';

/** A Monday morning within sending hours; the requests are answered by 17.8., so only their mails are due. */
const monday = instant('2026-05-25T09:00:00+03:00');
const leaseMs = 60_000;

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, monday);
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

async function startRequests(count: number, prefix = 'r', county = '09'): Promise<void> {
  await Promise.all(
    Array.from({ length: count }, (_, index) => startRequest(store, `${county}.${prefix}${index}`, {}, county)),
  );
}

/** Lets every lease run out, as real time would. */
async function runOutLeases(): Promise<void> {
  await sql(
    database.superuserUrl,
    `update vuosikello.work_item set lease_until = clock_timestamp() - interval '1 second' where state = 'leased'`,
  );
}

describe('claiming', () => {
  it('takes what is due in business time, the oldest and its county first, with all that is needed', async () => {
    await startRequests(1);
    await setVirtualClock(database.ownerUrl, instant('2026-05-25T09:30:00+03:00'));
    await startRequests(1, 'later', '17');
    await startRequests(1, 'latest');
    const [first, second, ...others] = await store.work.claimDue(10, leaseMs);
    expect(first).toMatchObject({
      county: '09',
      kind: 'mail',
      fence: 1,
      attempts: 0,
      instance: '09.r0',
      payload: { notification: '09.r0.n3' },
      dueAt: monday,
    });
    expect(second).toMatchObject({ county: '09', instance: '09.latest0' });
    expect(others).toEqual([]);
    expect(await store.work.claimDue(10, leaseMs)).toMatchObject([{ county: '17', instance: '17.later0' }]);
  });

  it('leaves what is not due yet', async () => {
    await startRequests(1);
    await store.work.claimDue(10, leaseMs);
    expect(await store.work.claimDue(10, leaseMs)).toEqual([]);
    expect(await store.work.nextDueAt()).toEqual({ at: '2026-08-03T05:00:00.000Z', now: monday });
    await setVirtualClock(database.ownerUrl, instant('2026-08-03T08:00:00+03:00'));
    expect(await store.work.claimDue(10, leaseMs)).toMatchObject([
      { kind: 'timer', payload: { rung: 'T-14', command: 'remind' } },
    ]);
  });

  it('by several at once never gives anything twice', async () => {
    await startRequests(200);
    const others = await Promise.all(
      [1, 2, 3].map(() => openStore({ databaseUrl: database.engineUrl, applicationName: 'claimer' })),
    );
    const claimers = [store, ...others];
    const claimed = (
      await Promise.all(
        claimers.map(async ({ work }) => {
          const mine: string[] = [];
          for (;;) {
            const items = await work.claimDue(7, leaseMs);
            if (items.length === 0) return mine;
            mine.push(...items.map(({ id }) => id));
          }
        }),
      )
    ).flat();
    await Promise.all(others.map((other) => other.close()));
    expect(claimed).toHaveLength(200);
    expect(new Set(claimed).size).toBe(200);
  });

  it('by id takes those that are due and free', async () => {
    await startRequests(3);
    const rung = await store.work.due(2);
    expect(rung).toHaveLength(2);
    const ids = rung.map(({ id }) => id);
    const [one] = ids;
    expect((await store.work.claim([one ?? ''], leaseMs)).map(({ id }) => id)).toEqual([one]);
    expect((await store.work.claim(ids, leaseMs)).map(({ id }) => id)).toEqual(ids.slice(1));
    expect(await store.work.claim(['999999'], leaseMs)).toEqual([]);
    expect(await store.work.claim([], leaseMs)).toEqual([]);
  });
});

describe('ringing', () => {
  it('rings once for each item and again only after a while, each time with a new number', async () => {
    await startRequests(2);
    expect((await store.work.due(10)).map(({ dispatchNo }) => dispatchNo)).toEqual([1, 1]);
    expect(await store.work.due(10)).toEqual([]);
    await sql(database.superuserUrl, `update vuosikello.work_item set bell_at = bell_at - interval '16 seconds'`);
    expect((await store.work.due(10)).map(({ dispatchNo }) => dispatchNo)).toEqual([2, 2]);
  });

  it('does not ring for what somebody holds, and does when the lease has run out', async () => {
    await startRequests(1);
    await store.work.claimDue(1, leaseMs);
    expect(await store.work.due(10)).toEqual([]);
    await runOutLeases();
    expect(await store.work.due(10)).toHaveLength(1);
  });

  it('is heard by whoever listens, also after his connection was lost', async () => {
    let heard = 0;
    const stop = await store.work.listen(() => (heard += 1));
    await startRequests(1, 'a');
    await until(() => heard > 0);
    const before = heard;
    await sql(
      database.superuserUrl,
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'test-bell' and datname = current_database()`,
    );
    await until(() => heard > before);
    const after = heard;
    await startRequests(1, 'b');
    await until(() => heard > after);
    await stop();
  });

  it('is joined: many commands at once make few bells', async () => {
    let heard = 0;
    const stop = await store.work.listen(() => (heard += 1));
    await startRequests(300);
    await until(() => heard > 0);
    await store.close();
    store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
    expect(heard).toBeLessThan(60);
    await stop();
  });
});

describe('timers of one deadline that are due together', () => {
  const dueTogether = async (at: string) => {
    await startRequests(1);
    await setVirtualClock(database.ownerUrl, instant(at));
    return (await store.work.claimDue(100, leaseMs)).flatMap(({ kind, payload }) =>
      kind === 'timer' ? [payload.rung] : [],
    );
  };

  it('give way to the latest; the question who has been reached stands beside them', async () => {
    expect(await dueTogether('2026-08-10T08:00:00+03:00')).toEqual(['T-7', 'reach']);
  });

  it('go on being asked after an outage, whatever came after it', async () => {
    expect(await dueTogether('2026-08-14T12:00:00+03:00')).toEqual(['reach', 'T-1']);
  });
});

describe('a lease', () => {
  it('that runs out gives the work to another, and the first finds out', async () => {
    await startRequests(1);
    const [first] = await store.work.claimDue(1, leaseMs);
    if (!first) throw new Error('nothing claimed');
    await runOutLeases();
    const [second] = await store.work.claimDue(1, leaseMs);
    expect(second).toMatchObject({ id: first.id, fence: 2 });
    expect(await store.work.finish(first)).toBe(false);
    expect(await store.work.postpone(first, monday, 'late')).toBe(false);
    expect(await store.work.fail(first, 'late')).toBe(false);
    expect(await store.work.finish(second ?? first)).toBe(true);
    expect(await store.work.finish(second ?? first)).toBe(false);
  });

  it('lost twenty times puts the work aside: it may be what kills its workers', async () => {
    await startRequests(1);
    for (let claim = 0; claim < 20; claim += 1) {
      expect(await store.work.claimDue(1, leaseMs)).toHaveLength(1);
      await runOutLeases();
    }
    expect(await store.work.claimDue(1, leaseMs)).toEqual([]);
    expect(await store.work.counts()).toMatchObject({ leased: 0, quarantined: 1 });
  });
});

describe('ending a claim', () => {
  it('finishes many together, each by its own fence', async () => {
    await startRequests(20);
    const claimed = await store.work.claimDue(20, leaseMs);
    const finished = await Promise.all(
      claimed.map((work, index) => store.work.finish(index === 7 ? { ...work, fence: 9 } : work)),
    );
    expect(finished.filter(Boolean)).toHaveLength(19);
    expect(await store.work.counts()).toMatchObject({ leased: 1, dueNow: 0 });
  });

  it('postpones to a later business time without counting a failure', async () => {
    await startRequests(1);
    const [work] = await store.work.claimDue(1, leaseMs);
    const tomorrow: Instant = instant('2026-05-26T08:00:00+03:00');
    expect(work && (await store.work.postpone(work, tomorrow, 'outside sending hours'))).toBe(true);
    expect(await store.work.nextDueAt()).toMatchObject({ at: tomorrow });
    await setVirtualClock(database.ownerUrl, tomorrow);
    expect(await store.work.claimDue(1, leaseMs)).toMatchObject([{ id: work?.id, attempts: 0, fence: 2 }]);
  });

  it('of a failure tries again after ever longer pauses, and gives up at the fifth', async () => {
    await startRequests(1);
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const { at } = await store.work.nextDueAt();
      await setVirtualClock(database.ownerUrl, at);
      const [work] = await store.work.claimDue(1, leaseMs);
      expect(work?.attempts).toBe(attempt);
      expect(work && (await store.work.fail(work, 'poison'))).toBe(true);
      const next = await store.work.nextDueAt();
      pauses.push((Date.parse(next.at ?? '') - Date.parse(next.now)) / 1_000);
    }
    expect(pauses.slice(0, 4)).toEqual([10, 40, 160, 640]);
    expect(await store.work.counts()).toMatchObject({ leased: 0, dueNow: 0, quarantined: 1 });
  });
});

/** Waits for a condition, at most five seconds. */
async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 20) {
    if (waited > 5_000) throw new Error('It did not happen within five seconds');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
