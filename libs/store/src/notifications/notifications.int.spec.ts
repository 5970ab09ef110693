import { instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest, step } from '../../../../test/support/requests';
import type { ClaimedWork, Sending, Settlement } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const leaseMs = 60_000;
const monday = instant('2026-05-25T09:00:00+03:00');
const soon = instant('2026-05-25T09:15:00+03:00');

let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
});
afterAll(async () => {
  await store.close();
  await database.drop();
});
beforeEach(() => setVirtualClock(database.ownerUrl, monday));

let requests = 0;

/** A new request's first mail, claimed: the notification's id and the work. */
async function claimMail(): Promise<{ id: string; workflow: string; work: ClaimedWork }> {
  requests += 1;
  const workflow = `09.mail-${requests}`;
  await startRequest(store, workflow);
  const work = await claimAgain(workflow);
  return { id: `${workflow}.n3`, workflow, work };
}

async function claimAgain(workflow: string): Promise<ClaimedWork> {
  const work = (await store.work.claimDue(100, leaseMs)).find(
    ({ kind, instance }) => kind === 'mail' && instance === workflow,
  );
  if (!work) throw new Error(`No mail of ${workflow} is due`);
  return work;
}

const sending = (notification: string): Sending => ({
  notification,
  messageId: `<${notification}@vuosikello.test>`,
  sentTo: 'aino@example.invalid',
  contact: '016-aino',
  language: 'fi',
  subject: 'Ennakkotehtävä: vastaus viimeistään ma 17.8.2026 – Asikkala',
  text: 'Vastaa: [linkki]',
  html: '<p>Vastaa: [linkki]</p>',
});

const settled = (notification: string, state: Settlement['state'], retryAt?: Settlement['retryAt']): Settlement => ({
  notification,
  state,
  reply: `250 ${state} for aino@asikkala.example.invalid`,
  ...(retryAt && { retryAt }),
});

const streamOf = async (id: string) =>
  (await store.workflows.events('09', id, { after: 0, limit: 100 })).map(({ seq, type }) => [seq, type]);

describe('a mail', () => {
  it('is recorded as being sent before, and as taken after, on a stream of its own', async () => {
    const { id, workflow, work } = await claimMail();
    expect(await store.notifications.beginSending(work, sending(id))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'sending', attempts: 1, sentAt: null });
    expect(await store.notifications.settle(work, settled(id, 'accepted'))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({
      state: 'accepted',
      attempts: 1,
      repeats: 0,
      messageId: `<${id}@vuosikello.test>`,
      contact: '016-aino',
      language: 'fi',
      subject: sending(id).subject,
      text: sending(id).text,
      html: sending(id).html,
      digest: null,
      sentAt: monday,
    });
    expect(await streamOf(id)).toEqual([
      [1, 'NotificationSending'],
      [2, 'NotificationAccepted'],
    ]);
    expect((await store.workflows.read('09', workflow))?.version).toBe(3);
    expect(await store.work.finish(work)).toBe(false);
  });

  it('leaves no name or address in the log', async () => {
    const { id, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    await store.notifications.settle(work, settled(id, 'rejected'));
    const events = await store.workflows.events('09', id, { after: 0, limit: 100 });
    expect(JSON.stringify(events)).not.toMatch(/asikkala|@asikkala|Ennakkotehtävä/i);
    expect(await store.notifications.read('09', id)).toMatchObject({
      state: 'rejected',
      reply: expect.stringContaining('aino@') as string,
    });
  });

  it('that the relay puts off is tried again at the time given', async () => {
    const { id, workflow, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    expect(await store.notifications.settle(work, settled(id, 'deferred', soon))).toBe(true);
    expect(await store.work.claimDue(10, leaseMs)).toEqual([]);
    await setVirtualClock(database.ownerUrl, soon);
    const again = await claimAgain(workflow);
    expect(await store.notifications.beginSending(again, sending(id))).toBe(true);
    expect(await store.notifications.settle(again, settled(id, 'accepted'))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({
      state: 'accepted',
      attempts: 2,
      repeats: 0,
      sentAt: soon,
    });
  });

  it('whose fate is unknown is repeated once, with the same Message-ID, and no more', async () => {
    const { id, workflow, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    await store.notifications.settle(work, settled(id, 'unknown', soon));
    await setVirtualClock(database.ownerUrl, soon);
    const again = await claimAgain(workflow);
    expect(await store.notifications.beginSending(again, sending(id))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'sending', repeats: 1, attempts: 2 });
    expect(await store.notifications.settle(again, settled(id, 'unknown', instant('2026-05-25T09:30:00+03:00')))).toBe(
      true,
    );
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'unknown', repeats: 1 });
    await setVirtualClock(database.ownerUrl, instant('2026-05-25T10:00:00+03:00'));
    expect(await store.work.claimDue(10, leaseMs)).toEqual([]);
  });

  it('of a worker that was killed is found sending, and can be settled as unknown', async () => {
    const { id, workflow, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    await sql(
      database.superuserUrl,
      `update vuosikello.work_item set lease_until = clock_timestamp() - interval '1 s' where id = $1`,
      [work.id],
    );
    const after = await claimAgain(workflow);
    expect(await store.notifications.settle(work, settled(id, 'accepted'))).toBe(false);
    expect(await store.notifications.beginSending(after, sending(id))).toBe(false);
    expect(await store.notifications.settle(after, settled(id, 'unknown', soon))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'unknown', attempts: 1 });
  });

  it('is not sent by two', async () => {
    const { id, work } = await claimMail();
    const began = await Promise.all([1, 2, 3].map(() => store.notifications.beginSending(work, sending(id))));
    expect(began.filter(Boolean)).toHaveLength(1);
  });
});

describe('a mail that is no longer wanted', () => {
  const answered = { answers: { efforts: 'Liikunta.' } };

  it('is not sent', async () => {
    const { id, workflow, work } = await claimMail();
    await store.workflows.give(step(workflow, 'record-answer', answered));
    expect(await store.notifications.beginSending(work, sending(id))).toBe(false);
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'suppressed', subject: null });
  });

  it('while it was being sent is not tried again', async () => {
    const { id, workflow, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    await store.workflows.give(step(workflow, 'record-answer', answered));
    expect(await store.notifications.settle(work, settled(id, 'deferred', soon))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'suppressed' });
    expect(await streamOf(id)).toEqual([
      [1, 'NotificationSending'],
      [2, 'NotificationDeferred'],
      [3, 'NotificationSuppressed'],
    ]);
    await setVirtualClock(database.ownerUrl, soon);
    expect((await store.work.claimDue(10, leaseMs)).map(({ payload }) => payload)).not.toContainEqual({
      notification: id,
    });
  });

  it('and was taken all the same stays accepted', async () => {
    const { id, workflow, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    await store.workflows.give(step(workflow, 'record-answer', answered));
    expect(await store.notifications.settle(work, settled(id, 'accepted'))).toBe(true);
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'accepted' });
  });

  it('is not repeated out of unknown', async () => {
    const { id, workflow, work } = await claimMail();
    await store.notifications.beginSending(work, sending(id));
    await store.notifications.settle(work, settled(id, 'unknown', soon));
    await store.workflows.give(step(workflow, 'record-answer', answered));
    await setVirtualClock(database.ownerUrl, soon);
    expect((await store.work.claimDue(10, leaseMs)).map(({ payload }) => payload)).not.toContainEqual({
      notification: id,
    });
    expect(await store.notifications.read('09', id)).toMatchObject({ state: 'unknown' });
  });
});

describe('the list of notifications', () => {
  it('is read in pages, by workflow and by state, and counted', async () => {
    const { items, next } = await store.notifications.list('09', {}, { limit: 2 });
    expect(items).toHaveLength(2);
    // What is owed between two pages moves nothing of what was there.
    await startRequest(store, '09.aa-meanwhile');
    const rest = await store.notifications.list('09', {}, { limit: 1_000, after: next ?? '' });
    expect(rest.next).toBeNull();
    const seen = [...items, ...rest.items];
    const { items: all } = await store.notifications.list('09', {}, { limit: 1_000 });
    const order = (mails: readonly { owedAt: string; id: string }[]) =>
      mails.map(({ owedAt, id }) => `${owedAt} ${id}`);
    expect(order(all)).toEqual(order(all).sort().reverse());
    const before = (mails: typeof all) => order(mails.filter(({ workflow }) => workflow !== '09.aa-meanwhile'));
    expect(before(seen)).toEqual(before(all));
    const suppressed = await store.notifications.list('09', { state: 'suppressed' }, { limit: 1_000 });
    expect(suppressed.items.every(({ state }) => state === 'suppressed')).toBe(true);
    const counts = await store.notifications.counts('09');
    expect(counts.suppressed).toBe(suppressed.items.length);
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(all.length);
    expect(await store.notifications.counts('17')).toMatchObject({ queued: 0, accepted: 0 });
  });
});
