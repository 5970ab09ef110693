import { civilDate, instant } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { sql, startRequest, step } from '../../../../test/support/requests';
import { type ClaimedWork, type Gathered, openStore, setVirtualClock, type Store } from '../index';

const leaseMs = 60_000;
const on = civilDate('2026-05-25');
const monday = instant('2026-05-25T09:00:00+03:00');
const soon = instant('2026-05-25T09:15:00+03:00');
const nextMorning = instant('2026-05-26T08:00:00+03:00');
const answered = { answers: { efforts: 'Liikunta.' } };

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

type Mail = { id: string; workflow: string; work: ClaimedWork };

/** First mails of as many new requests, claimed. */
async function claimMails(count: number, prefix = 'r'): Promise<Mail[]> {
  const workflows = Array.from({ length: count }, (_, index) => `09.${prefix}${index}`);
  for (const workflow of workflows) await startRequest(store, workflow);
  const works = await store.work.claimDue(100, leaseMs);
  return workflows.map((workflow) => {
    const work = works.find(({ kind, instance }) => kind === 'mail' && instance === workflow);
    if (!work) throw new Error(`No mail of ${workflow} is due`);
    return { id: `${workflow}.n3`, workflow, work };
  });
}

function gather({ id, work }: Mail, day = on, recipient = '016-aino'): Promise<Gathered> {
  return store.digests.gather(work, { notification: id, recipient, on: day, againAt: nextMorning });
}

async function claimDigest(): Promise<ClaimedWork & { kind: 'digest' }> {
  const work = (await store.work.claimDue(100, leaseMs)).find((claimed) => claimed.kind === 'digest');
  if (work?.kind !== 'digest') throw new Error('No digest is due');
  return work;
}

/** Gathers the mails of new requests, and claims the digest. */
async function gathered(count: number, prefix = 'r') {
  const mails = await claimMails(count, prefix);
  for (const mail of mails) expect(await gather(mail)).toBe('joined');
  const work = await claimDigest();
  return { mails, work, digest: work.payload.digest };
}

const begin = (work: ClaimedWork, digest: string, notifications: string[], by = store) =>
  by.digests.begin(work, {
    digest,
    notifications,
    messageId: `<${digest}@vuosikello.test>`,
    contact: '016-aino',
    language: 'fi',
    subject: 'Kolme asiaa',
    text: 'Vastaa: [linkki]',
    html: '<p>Vastaa: [linkki]</p>',
  });
const settle = (
  work: ClaimedWork,
  digest: string,
  state: 'accepted' | 'deferred' | 'unknown' | 'rejected',
  retryAt = soon,
) =>
  store.digests.settle(work, {
    digest,
    state,
    reply: `250 ${state}`,
    ...((state === 'deferred' || state === 'unknown') && { retryAt }),
  });
const idsOf = (mails: readonly Mail[]) => mails.map(({ id }) => id);
const statesOf = (mails: readonly Mail[]) =>
  Promise.all(mails.map(async ({ id }) => (await store.notifications.read('09', id))?.state));
const workOf = async ({ id }: Mail) =>
  (
    await sql<{ state: string; due: string }>(
      database.superuserUrl,
      `select state, vuosikello.instant(due_at) as due from vuosikello.work_item where dedupe_key = 'mail:' || $1`,
      [id],
    )
  )[0];
const runOutLeases = () =>
  sql(
    database.superuserUrl,
    `update vuosikello.work_item set lease_until = clock_timestamp() - interval '1 second' where state = 'leased'`,
  );

describe('a digest', () => {
  it('carries what was gathered for a person and day, each with its own state and events', async () => {
    const { mails, work, digest } = await gathered(3);
    expect(work).toMatchObject({ kind: 'digest', county: '09', instance: '09', definition: null });
    expect(await store.digests.read('09', digest)).toEqual({
      id: digest,
      county: '09',
      recipient: '016-aino',
      on,
      state: 'queued',
      attempts: 0,
      repeats: 0,
      madeAt: monday,
    });
    expect((await store.digests.members('09', digest)).map(({ id }) => id)).toEqual(idsOf(mails));
    expect(await begin(work, digest, idsOf(mails))).toBe('begun');
    expect(await statesOf(mails)).toEqual(['sending', 'sending', 'sending']);
    expect(await settle(work, digest, 'accepted')).toBe(true);
    for (const mail of mails) {
      expect(await store.notifications.read('09', mail.id)).toMatchObject({
        state: 'accepted',
        attempts: 1,
        repeats: 0,
        digest,
        messageId: `<${digest}@vuosikello.test>`,
        contact: '016-aino',
        subject: 'Kolme asiaa',
        text: 'Vastaa: [linkki]',
        html: '<p>Vastaa: [linkki]</p>',
        reply: '250 accepted',
        sentAt: monday,
      });
      const events = await store.workflows.events('09', mail.id, { after: 0, limit: 10 });
      expect(events.map(({ type }) => type)).toEqual(['NotificationSending', 'NotificationAccepted']);
      expect(events[0]?.data).toMatchObject({ digest, contact: '016-aino' });
      expect(JSON.stringify(events)).not.toContain('asiaa');
      expect(await workOf(mail)).toMatchObject({ state: 'done' });
    }
    expect(await store.digests.counts('09')).toEqual({ waiting: 0, sent: 1, shared: 1 });
    expect(await store.work.counts()).toMatchObject({ dueNow: 0, leased: 0 });
  });

  it('is one for each person and day, however many gather at once', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(() => openStore({ databaseUrl: database.engineUrl, applicationName: 'gatherer' })),
    );
    const mails = await claimMails(24);
    const outcomes = await Promise.all(
      mails.map(({ id, work }, index) =>
        (others[index % 3] ?? store).digests.gather(work, {
          notification: id,
          recipient: index % 2 === 0 ? '016-aino' : '016-eero',
          on,
          againAt: nextMorning,
        }),
      ),
    );
    await Promise.all(others.map((other) => other.close()));
    expect(new Set(outcomes)).toEqual(new Set(['joined']));
    const digests = (await store.work.claimDue(100, leaseMs)).flatMap((work) =>
      work.kind === 'digest' ? [work.payload.digest] : [],
    );
    expect(digests).toHaveLength(2);
    const carried = await Promise.all(digests.map((id) => store.digests.members('09', id)));
    expect(carried.map((list) => list.length)).toEqual([12, 12]);
    expect(new Set(carried.flat().map(({ id }) => id)).size).toBe(24);
  });

  it('takes nothing in once it has begun to leave; the next day has its own', async () => {
    const { mails, work, digest } = await gathered(1);
    const [late] = await claimMails(1, 'late');
    if (!late) throw new Error('no mail');
    expect(await begin(work, digest, idsOf(mails))).toBe('begun');
    expect(await gather(late)).toBe('left');
    expect(await store.notifications.read('09', late.id)).toMatchObject({ state: 'queued', digest: null });
    await settle(work, digest, 'accepted');
    expect(await gather(late)).toBe('left');
    expect(await gather(late, civilDate('2026-05-26'))).toBe('joined');
    expect((await claimDigest()).payload.digest).not.toBe(digest);
  });

  it('is written anew when another joined after it was written', async () => {
    const { mails, work, digest } = await gathered(1);
    const [late] = await claimMails(1, 'late');
    if (!late) throw new Error('no mail');
    expect(await gather(late)).toBe('joined');
    expect(await begin(work, digest, idsOf(mails))).toBe('changed');
    expect(await statesOf(mails)).toEqual(['queued']);
    expect(await begin(work, digest, idsOf([late, ...mails]))).toBe('begun');
  });

  it('waits as long as something due could owe a mail, and not for other digests', async () => {
    const [first, second] = await claimMails(2);
    if (!first || !second) throw new Error('no mails');
    await gather(first);
    expect(await store.digests.isMailOwed('09')).toBe(true);
    expect(await store.digests.isMailOwed('17')).toBe(false);
    await gather(second, on, '016-eero');
    expect(await store.digests.isMailOwed('09')).toBe(false);
    await setVirtualClock(database.ownerUrl, instant('2026-08-03T08:00:00+03:00'));
    // Both reminders are due, and what was gathered is looked at again.
    expect(await store.digests.isMailOwed('09')).toBe(true);
  });
});

describe('a notification in a digest that is no longer wanted', () => {
  it('drops out before it is sent, and the others go', async () => {
    const { mails, work, digest } = await gathered(3);
    await store.workflows.give(step('09.r1', 'record-answer', answered));
    expect(await begin(work, digest, idsOf(mails))).toBe('changed');
    const left = (await store.digests.members('09', digest)).map(({ id }) => id);
    expect(left).toEqual(['09.r0.n3', '09.r2.n3']);
    expect(await begin(work, digest, left)).toBe('begun');
    await settle(work, digest, 'accepted');
    expect(await statesOf(mails)).toEqual(['accepted', 'suppressed', 'accepted']);
    expect(await store.notifications.read('09', '09.r1.n3')).toMatchObject({ digest: null, subject: null });
  });

  it('waits where its workflow is paused, and is gathered anew when that goes on', async () => {
    const { mails, work, digest } = await gathered(2);
    const [, paused] = mails;
    if (!paused) throw new Error('no mail');
    await store.workflows.give(step(paused.workflow, 'pause', { reason: 'Selvitetään.' }));
    expect(await begin(work, digest, ['09.r0.n3'])).toBe('begun');
    await settle(work, digest, 'accepted');
    expect(await store.notifications.read('09', paused.id)).toMatchObject({ state: 'queued', digest: null });
    await store.workflows.give(step(paused.workflow, 'resume', { reason: 'Jatkuu.' }));
    const again = (await store.work.claimDue(10, leaseMs)).find(({ instance }) => instance === paused.workflow);
    expect(again && (await gather({ ...paused, work: again }))).toBe('left');
  });

  it('leaves nothing to send where all have dropped out; its place of the day stays free', async () => {
    const { mails, work, digest } = await gathered(1);
    await store.workflows.give(step('09.r0', 'record-answer', answered));
    expect(await begin(work, digest, idsOf(mails))).toBe('changed');
    expect(await store.digests.members('09', digest)).toEqual([]);
    expect(await store.digests.dissolve(work, digest)).toBe(true);
    expect(await store.digests.read('09', digest)).toMatchObject({ state: 'suppressed', attempts: 0 });
    const [other] = await claimMails(1, 'other');
    expect(other && (await gather(other))).toBe('joined');
    expect((await claimDigest()).payload.digest).toBe(digest);
    expect(await store.digests.read('09', digest)).toMatchObject({ state: 'queued' });
  });

  it('while it was being sent is not tried again, and the others are', async () => {
    const { mails, work, digest } = await gathered(2);
    await begin(work, digest, idsOf(mails));
    await store.workflows.give(step('09.r0', 'record-answer', answered));
    expect(await settle(work, digest, 'deferred')).toBe(true);
    expect(await statesOf(mails)).toEqual(['suppressed', 'deferred']);
    await setVirtualClock(database.ownerUrl, soon);
    const again = await claimDigest();
    expect((await store.digests.members('09', digest)).map(({ id }) => id)).toEqual(['09.r1.n3']);
    expect(await begin(again, digest, ['09.r1.n3'])).toBe('begun');
    await settle(again, digest, 'accepted');
    expect(await statesOf(mails)).toEqual(['suppressed', 'accepted']);
    expect(await store.digests.counts('09')).toEqual({ waiting: 0, sent: 1, shared: 0 });
  });
});

describe('a digest whose sending goes wrong', () => {
  it('is repeated once out of unknown, with what it had, and no more', async () => {
    const { mails, work, digest } = await gathered(2);
    await begin(work, digest, idsOf(mails));
    await settle(work, digest, 'unknown');
    const [late] = await claimMails(1, 'late');
    expect(late && (await gather(late))).toBe('left');
    await setVirtualClock(database.ownerUrl, soon);
    const again = await claimDigest();
    expect(await begin(again, digest, idsOf(mails))).toBe('begun');
    expect(await store.digests.read('09', digest)).toMatchObject({ state: 'sending', attempts: 2, repeats: 1 });
    await settle(again, digest, 'unknown', instant('2026-05-25T09:30:00+03:00'));
    expect(await store.notifications.read('09', '09.r0.n3')).toMatchObject({
      state: 'unknown',
      attempts: 2,
      repeats: 1,
    });
    for (const mail of mails) expect(await workOf(mail)).toMatchObject({ state: 'done' });
    expect(await begin(again, digest, idsOf(mails))).toBe('lost');
  });

  it('of a worker that died is found sending, and settled by another; the first finds out', async () => {
    const { mails, work, digest } = await gathered(2);
    await begin(work, digest, idsOf(mails));
    await runOutLeases();
    const after = await claimDigest();
    expect(after).toMatchObject({ id: work.id, fence: work.fence + 1 });
    expect(await settle(work, digest, 'accepted')).toBe(false);
    expect(await begin(after, digest, idsOf(mails))).toBe('lost');
    expect(await settle(after, digest, 'unknown')).toBe(true);
    expect(await statesOf(mails)).toEqual(['unknown', 'unknown']);
  });

  it('is not sent by two', async () => {
    const { mails, work, digest } = await gathered(2);
    const other = await openStore({ databaseUrl: database.engineUrl, applicationName: 'other' });
    const began = await Promise.all([store, other, store].map((by) => begin(work, digest, idsOf(mails), by)));
    await other.close();
    expect(began.sort()).toEqual(['begun', 'lost', 'lost']);
  });

  it('lets others join while the relay has put it off', async () => {
    const { mails, work, digest } = await gathered(1);
    await begin(work, digest, idsOf(mails));
    await settle(work, digest, 'deferred');
    const [late] = await claimMails(1, 'late');
    if (!late) throw new Error('no mail');
    expect(await gather(late)).toBe('joined');
    await setVirtualClock(database.ownerUrl, soon);
    const again = await claimDigest();
    expect(await begin(again, digest, idsOf([late, ...mails]))).toBe('begun');
    await settle(again, digest, 'rejected');
    expect(await statesOf([...mails, late])).toEqual(['rejected', 'rejected']);
  });

  it('whose day has passed is dissolved: what it carried is looked at again', async () => {
    const { mails, work, digest } = await gathered(2);
    await setVirtualClock(database.ownerUrl, nextMorning);
    expect(await store.digests.dissolve(work, digest)).toBe(true);
    const due = await store.work.claimDue(10, leaseMs);
    expect(due.map(({ kind }) => kind)).toEqual(['mail', 'mail']);
    for (const mail of mails) {
      const own = due.find(({ instance }) => instance === mail.workflow);
      expect(own && (await gather({ ...mail, work: own }, civilDate('2026-05-26')))).toBe('joined');
    }
    expect((await claimDigest()).payload.digest).not.toBe(digest);
  });

  it('lets go of what cannot be written, which then fails alone', async () => {
    const { mails, work, digest } = await gathered(2);
    const [broken] = mails;
    if (!broken) throw new Error('no mail');
    expect(await store.digests.takeOut(work, digest, [broken.id], 'MailDataError: dueAt')).toBe(true);
    expect(await workOf(broken)).toEqual({ state: 'pending', due: '2026-05-25T06:00:10.000Z' });
    expect(await store.notifications.read('09', broken.id)).toMatchObject({ state: 'queued', digest: null });
    expect(await begin(work, digest, ['09.r1.n3'])).toBe('begun');
  });
});

describe('gathering', () => {
  it('with a stale claim does nothing', async () => {
    const [mail] = await claimMails(1);
    if (!mail) throw new Error('no mail');
    await runOutLeases();
    await store.work.claimDue(10, leaseMs);
    expect(await gather(mail)).toBe('lost');
    expect(await store.notifications.read('09', mail.id)).toMatchObject({ digest: null });
    expect(await store.digests.counts('09')).toEqual({ waiting: 0, sent: 0, shared: 0 });
  });

  it('of what is no longer wanted finds that out', async () => {
    const [mail] = await claimMails(1);
    if (!mail) throw new Error('no mail');
    await sql(database.superuserUrl, `update vuosikello.notification set state = 'suppressed' where id = $1`, [
      mail.id,
    ]);
    expect(await gather(mail)).toBe('gone');
  });

  it('twice leaves it where it is, and a mail that goes alone leaves its digest', async () => {
    const { mails, work, digest } = await gathered(2);
    const [first] = mails;
    if (!first) throw new Error('no mail');
    await setVirtualClock(database.ownerUrl, nextMorning);
    const own = (await store.work.claimDue(10, leaseMs)).find(({ instance }) => instance === first.workflow);
    if (!own) throw new Error('It is not looked at again');
    expect(await gather({ ...first, work: own })).toBe('joined');
    await sql(
      database.superuserUrl,
      `update vuosikello.work_item set due_at = due_at - interval '1 day' where id = $1`,
      [own.id],
    );
    const again = (await store.work.claimDue(10, leaseMs)).find(({ id }) => id === own.id);
    if (!again) throw new Error('It is not looked at again');
    const alone = { messageId: '<alone@test>', contact: null, language: 'fi', subject: 's', text: 't', html: 'h' };
    expect(await store.notifications.beginSending(again, { notification: first.id, ...alone })).toBe(true);
    expect(await begin(work, digest, idsOf(mails))).toBe('changed');
    expect(await store.notifications.read('09', first.id)).toMatchObject({
      state: 'sending',
      digest: null,
      subject: 's',
    });
  });
});
