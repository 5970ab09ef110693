import { addMs, type Instant, instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { sql, startRequest } from '../../../../test/support/requests';
import { openStore, setVirtualClock, type Store, type Webhook, type WebhookClaim } from '../index';

const actor = { id: 'key:09-1a2b3c4d', role: 'admin' } as const;
const leaseMs = 60_000;
const hourMs = 3_600_000;
const nine = instant('2026-06-01T06:00:00Z');

let database: TestDatabase;
let store: Store;
let engine: Store;
let now: Instant;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.appUrl, applicationName: 'test' });
  engine = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await store.register.import(exampleRegister());
});
afterAll(async () => {
  await Promise.all([store.close(), engine.close()]);
  await database.drop();
});
beforeEach(() => clock(nine));
afterEach(async () => {
  for (const county of ['09', '17'])
    for (const { id } of await store.webhooks.list(county)) await store.webhooks.remove(county, id, actor);
});

async function clock(at: Instant): Promise<void> {
  now = at;
  await setVirtualClock(database.ownerUrl, at);
}

let requests = 0;
/** Something happens: two events. */
async function happen(county = '09'): Promise<void> {
  requests += 1;
  await startRequest(store, `${county}.hooked-${requests}`, {}, county);
  while ((await engine.log.behind()).length > 0) await engine.log.sequence(county);
}

const hook = async (types: string[] | null = null, county = '09'): Promise<Webhook> => {
  const made = await store.webhooks.create({ county, url: 'https://receiver.example.test/', types, actor });
  if (!made) throw new Error('There are too many');
  return made;
};

const claimed = async (by = engine): Promise<WebhookClaim> => {
  const [claim] = await by.webhooks.claim(10, leaseMs);
  if (!claim) throw new Error('There is nothing to do');
  return claim;
};

/** The next to be sent, as the engine asks for it. */
async function next(claim: WebhookClaim) {
  for (;;) {
    const found = await engine.webhooks.next(claim, leaseMs);
    if (found.outcome !== 'looked') return found;
  }
}

async function sent(claim: WebhookClaim) {
  const found = await next(claim);
  if (found.outcome !== 'send') throw new Error(found.outcome);
  return found.delivery;
}

const delivered = { kind: 'delivered', status: 204 } as const;
const failed = (againAt: Instant | undefined, rests = false) =>
  ({ kind: 'failed', status: 500, reason: 'status', againAt, rests }) as const;
const openTasks = async () => {
  const { items } = await store.tasks.list('09', { status: 'open' }, { limit: 100 });
  return items.map(({ kind }) => kind).sort();
};

describe('a webhook', () => {
  it('gets what happens from now on, in the order of the log, each once, by type', async () => {
    await happen();
    const all = await hook();
    const few = await hook(['InformationRequested']);
    expect(await engine.webhooks.claim(10, leaseMs)).toEqual([]);
    await happen();
    await happen();
    const size = await store.events.size('09');
    const got: Record<string, (number | null)[]> = { [all.id]: [], [few.id]: [] };
    for (const claim of await engine.webhooks.claim(10, leaseMs)) {
      for (;;) {
        const found = await next(claim);
        if (found.outcome !== 'send') break;
        expect(found.delivery).toMatchObject({ id: `${claim.id}_${found.delivery.position}`, attempts: 1 });
        got[claim.id]?.push(found.delivery.position);
        expect(await engine.webhooks.settle(claim, found.delivery.id, delivered)).toBe(true);
      }
      await engine.webhooks.release(claim);
    }
    const since = all.reached + 1;
    expect(got[all.id]).toEqual(Array.from({ length: size - since }, (_, index) => since + index));
    const { events } = await store.events.page(
      '09',
      { type: 'InformationRequested' },
      { after: all.reached, limit: 9 },
    );
    expect(events).toHaveLength(2);
    expect(got[few.id]).toEqual(events.map(({ position }) => position));
    expect(await store.webhooks.read('09', few.id)).toMatchObject({ reached: size - 1, failingSince: null });
    expect(await engine.webhooks.claim(10, leaseMs)).toEqual([]);
  });

  it('is held by one process; whoever held it before records nothing more, and the message comes again', async () => {
    const { id } = await hook();
    await happen();
    const first = await claimed();
    const delivery = await sent(first);
    expect(await engine.webhooks.claim(10, leaseMs)).toEqual([]);
    await sql(
      database.superuserUrl,
      `update vuosikello.webhook set lease_until = clock_timestamp() - interval '1 second'`,
    );
    const second = await claimed();
    expect(second).toEqual({ county: '09', id, fence: first.fence + 1 });
    expect(await engine.webhooks.settle(first, delivery.id, delivered)).toBe(false);
    expect(await engine.webhooks.next(first, leaseMs)).toEqual({ outcome: 'lost' });
    await engine.webhooks.release(first);
    // What was begun comes again first, under the same id.
    expect(await sent(second)).toMatchObject({ id: delivery.id, attempts: 2, reason: 'interrupted' });
  });

  it('waits as a whole where its receiver does not answer, and goes on in order', async () => {
    const { id } = await hook();
    await happen();
    const claim = await claimed();
    const delivery = await sent(claim);
    const againAt = addMs(now, 30_000);
    await engine.webhooks.settle(claim, delivery.id, failed(againAt, true));
    await engine.webhooks.release(claim);
    expect(await engine.webhooks.claim(10, leaseMs)).toEqual([]);
    expect(await store.webhooks.read('09', id)).toMatchObject({ restsUntil: againAt, failingSince: nine });
    await clock(againAt);
    const again = await claimed();
    expect((await sent(again)).id).toBe(delivery.id);
    await engine.webhooks.settle(again, delivery.id, delivered);
    expect((await sent(again)).position).toBe((delivery.position ?? 0) + 1);
    expect(await store.webhooks.read('09', id)).toMatchObject({ restsUntil: null, failingSince: null });
  });

  it('goes on with the others where one is refused, up to a hundred', async () => {
    const { id } = await hook();
    for (let count = 0; count < 52; count += 1) await happen();
    const claim = await claimed();
    const positions: (number | null)[] = [];
    for (;;) {
      const found = await next(claim);
      if (found.outcome !== 'send') break;
      positions.push(found.delivery.position);
      await engine.webhooks.settle(claim, found.delivery.id, failed(addMs(now, hourMs)));
    }
    expect(positions).toHaveLength(100);
    expect(positions).toEqual(positions.toSorted((a, b) => Number(a) - Number(b)));
    await engine.webhooks.release(claim);
    expect(await engine.webhooks.claim(10, leaseMs)).toEqual([]);
    const page = await store.webhooks.deliveries('09', id, { state: 'waiting' }, { limit: 60 });
    const rest = await store.webhooks.deliveries('09', id, { state: 'waiting' }, { limit: 60, after: page.next ?? '' });
    expect(new Set([...page.items, ...rest.items].map((one) => one.id)).size).toBe(100);
    expect(rest.next).toBeNull();
    expect(await engine.webhooks.states()).toMatchObject({ on: 1, off: 0, waiting: 100, dead: 0, lateMs: 0 });
    await clock(addMs(now, 2 * hourMs));
    expect(await engine.webhooks.states()).toMatchObject({ lateMs: hourMs });
  });
});

describe('what is given up', () => {
  it('is a task and can be sent again; nothing else is held up', async () => {
    const { id } = await hook();
    await happen();
    const claim = await claimed();
    const dead = await sent(claim);
    await engine.webhooks.settle(claim, dead.id, failed(undefined));
    await engine.webhooks.settle(claim, (await sent(claim)).id, delivered);
    expect(await openTasks()).toEqual(['webhook-undelivered']);
    const list = async () => (await store.webhooks.deliveries('09', id, { state: 'dead' }, { limit: 9 })).items;
    expect(await list()).toMatchObject([{ id: dead.id, status: 500, reason: 'status', endedAt: nine }]);
    expect(await store.webhooks.redrive('09', id, ['no-such'])).toBe(0);
    expect(await openTasks()).toEqual(['webhook-undelivered']);
    expect(await store.webhooks.redrive('09', id)).toBe(1);
    expect([await list(), await openTasks()]).toEqual([[], []]);
    // The task's own events wait too, and come after it.
    expect(await sent(claim)).toMatchObject({ id: dead.id, attempts: 1 });
  });

  it('after three days in vain switches the webhook off, and it goes on where it stopped', async () => {
    const { id } = await hook();
    await happen();
    const first = await claimed();
    const delivery = await sent(first);
    await clock(addMs(now, 5_000));
    await engine.webhooks.settle(first, delivery.id, failed(addMs(nine, 72 * hourMs), true));
    await engine.webhooks.release(first);
    await clock(addMs(nine, 72 * hourMs));
    const last = await claimed();
    await sent(last);
    await engine.webhooks.settle(last, delivery.id, failed(undefined));
    expect(await store.webhooks.read('09', id)).toMatchObject({ state: 'off', offBecause: 'failing' });
    expect(await openTasks()).toEqual(['webhook-off', 'webhook-undelivered']);
    expect(await engine.webhooks.next(last, leaseMs)).toEqual({ outcome: 'lost' });
    await engine.webhooks.release(last);
    expect(await engine.webhooks.claim(10, leaseMs)).toEqual([]);
    expect(await store.webhooks.test('09', id)).toBeUndefined();
    const on = await store.webhooks.change('09', id, { state: 'on', url: 'https://other.example.test/' }, actor);
    expect(on).toMatchObject({ state: 'on', offBecause: null, failingSince: null, url: 'https://other.example.test/' });
    expect(await openTasks()).toEqual(['webhook-undelivered']);
    const again = await claimed();
    const following = await sent(again);
    expect(following.position).toBe((delivery.position ?? 0) + 1);
    expect(following.giveUpAt).toBe(addMs(now, 72 * hourMs));
    await store.webhooks.remove('09', id, actor);
    expect(await openTasks()).toEqual([]);
  });

  it('with 410 switches it off at once; of a test nobody is bothered', async () => {
    const { id } = await hook();
    await happen();
    const test = await store.webhooks.test('09', id);
    const claim = await claimed();
    expect(await sent(claim)).toMatchObject({ id: test, position: null, type: 'WebhookTested' });
    await engine.webhooks.settle(claim, test ?? '', failed(undefined));
    expect(await openTasks()).toEqual([]);
    await engine.webhooks.settle(claim, (await sent(claim)).id, { kind: 'gone', status: 410 });
    expect(await store.webhooks.read('09', id)).toMatchObject({ state: 'off', offBecause: 'gone' });
    expect(await store.webhooks.change('09', id, { state: 'off' }, actor)).toMatchObject({ offBecause: 'gone' });
    expect(await engine.webhooks.states()).toMatchObject({ on: 0, off: 1, dead: 2 });
    await clock(addMs(now, 99 * 24 * hourMs));
    expect(await engine.webhooks.dropOld(10)).toBe(0);
    expect(await engine.webhooks.states()).toMatchObject({ dead: 2 });
    await clock(addMs(now, 2 * 24 * hourMs));
    expect(await engine.webhooks.dropOld(1)).toBe(1);
    expect(await engine.webhooks.states()).toMatchObject({ dead: 1 });
    await engine.webhooks.dropOld(10);
    expect(await engine.webhooks.states()).toMatchObject({ dead: 0 });
    // The others run too.
    expect(await engine.answers.dropOld(10)).toBe(0);
    expect(await engine.keptAnswers.dropOld(10)).toBe(0);
    expect(await engine.access.purge(400, 10)).toBe(0);
    await expect(engine.access.purge(364, 10)).rejects.toMatchObject({ code: '23514' });
  });
});

it('is changed by its own county only, keeps no secret, and there are twenty at most', async () => {
  const { id } = await hook(['AnswerReceived']);
  const { webhooks } = store;
  expect(await webhooks.read('17', id)).toBeUndefined();
  expect(await webhooks.change('17', id, { state: 'off' }, actor)).toBeUndefined();
  expect(await webhooks.rotateSecret('17', id, actor)).toBeUndefined();
  expect(await webhooks.test('17', id)).toBeUndefined();
  expect(await webhooks.remove('17', id, actor)).toBe(false);
  expect(await webhooks.redrive('17', id)).toBe(0);
  expect(await webhooks.change('09', id, { types: null }, actor)).toMatchObject({ types: null, state: 'on' });
  const day = addMs(now, 24 * hourMs);
  expect(await webhooks.rotateSecret('09', id, actor)).toMatchObject({ secretNo: 2, oldSecretUntil: day });
  await clock(day);
  expect(await webhooks.read('09', id)).toMatchObject({ secretNo: 2, oldSecretUntil: null });
  const made = await Promise.all(
    Array.from({ length: 24 }, () =>
      webhooks.create({ county: '09', url: 'https://receiver.example.test/', types: null, actor }),
    ),
  );
  expect(made.filter((one) => one !== undefined)).toHaveLength(19);
  expect(await webhooks.list('09')).toHaveLength(20);
  expect(await hook(null, '17')).toMatchObject({ county: '17', reached: expect.any(Number) as number });
  const told = await store.events.ofStream('09', '09.log', { after: 0, limit: 1_000 });
  const ofThis = told.filter(({ body }) => body === JSON.stringify({ webhook: id }));
  expect(ofThis.map(({ type, actor: by }) => [type, by.id])).toEqual(
    ['WebhookMade', 'WebhookChanged', 'WebhookSecretChanged'].map((type) => [type, actor.id]),
  );
});
