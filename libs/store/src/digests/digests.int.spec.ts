import { civilDate, instant } from '@app/domain';
import { DigestScene, idsOf, monday, nextMorning, on, soon } from '../../../../test/support/digest-scene';
import { sql, startRequest, step } from '../../../../test/support/requests';
import { openStore, setVirtualClock } from '../index';

const leaseMs = 60_000;
const answered = { answers: { efforts: 'Liikunta.' } };

let scene: DigestScene;
beforeEach(async () => {
  scene = await DigestScene.open();
});
afterEach(() => scene.close());

describe('a digest', () => {
  it('carries what was gathered for a person and day, each with its own state and events', async () => {
    const { mails, work, digest } = await scene.gathered(3);
    expect(work).toMatchObject({ kind: 'digest', county: '09', instance: '09', definition: null });
    const { notifications, ...read } = (await scene.store.digests.read('09', digest)) ?? {};
    expect(read).toEqual({
      id: digest,
      county: '09',
      recipient: '016-aino',
      on,
      state: 'queued',
      attempts: 0,
      repeats: 0,
      madeAt: monday,
      mayGrow: false,
    });
    expect(notifications?.map(({ id }) => id)).toEqual(idsOf(mails));
    expect(await scene.begin(work, digest, idsOf(mails))).toBe('begun');
    expect(await scene.statesOf(mails)).toEqual(['sending', 'sending', 'sending']);
    expect(await scene.settle(work, digest, 'accepted')).toBe(true);
    for (const mail of mails) {
      expect(await scene.store.notifications.read('09', mail.id)).toMatchObject({
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
      const events = await scene.store.workflows.events('09', mail.id, { after: 0, limit: 10 });
      expect(events.map(({ type }) => type)).toEqual(['NotificationSending', 'NotificationAccepted']);
      expect(events[0]?.data).toMatchObject({ digest, contact: '016-aino' });
      expect(JSON.stringify(events)).not.toContain('asiaa');
      expect(await scene.workOf(mail)).toMatchObject({ state: 'done' });
    }
    expect(await scene.store.digests.counts('09')).toEqual({ waiting: 0, sent: 1, shared: 1 });
    expect(await scene.store.work.counts()).toMatchObject({ dueNow: 0, leased: 0 });
  });

  it('is one for each person and day, however many gather at once', async () => {
    const others = await Promise.all(
      [1, 2, 3].map(() => openStore({ databaseUrl: scene.database.engineUrl, applicationName: 'gatherer' })),
    );
    const mails = await scene.claimMails(24);
    const outcomes = await Promise.all(
      mails.map(({ id, work }, index) =>
        (others[index % 3] ?? scene.store).digests.gather(work, {
          notification: id,
          recipient: index % 2 === 0 ? '016-aino' : '016-eero',
          on,
          againAt: nextMorning,
        }),
      ),
    );
    await Promise.all(others.map((other) => other.close()));
    expect(new Set(outcomes)).toEqual(new Set(['joined']));
    const digests = (await scene.store.work.claimDue(100, leaseMs)).flatMap((work) =>
      work.kind === 'digest' ? [work.payload.digest] : [],
    );
    expect(digests).toHaveLength(2);
    const carried = await Promise.all(digests.map((id) => scene.carriedBy(id)));
    expect(carried.map((list) => list.length)).toEqual([12, 12]);
    expect(new Set(carried.flat()).size).toBe(24);
  });

  it('takes nothing in once it has begun to leave; the next day has its own', async () => {
    const { mails, work, digest } = await scene.gathered(1);
    const [late] = await scene.claimMails(1, 'late');
    if (!late) throw new Error('no mail');
    expect(await scene.begin(work, digest, idsOf(mails))).toBe('begun');
    expect(await scene.gather(late)).toBe('left');
    expect(await scene.store.notifications.read('09', late.id)).toMatchObject({ state: 'queued', digest: null });
    await scene.settle(work, digest, 'accepted');
    expect(await scene.gather(late)).toBe('left');
    expect(await scene.gather(late, civilDate('2026-05-26'))).toBe('joined');
    expect((await scene.claimDigest()).payload.digest).not.toBe(digest);
  });

  it('is written anew when another joined after it was written', async () => {
    const { mails, work, digest } = await scene.gathered(1);
    const [late] = await scene.claimMails(1, 'late');
    if (!late) throw new Error('no mail');
    expect(await scene.gather(late)).toBe('joined');
    expect(await scene.begin(work, digest, idsOf(mails))).toBe('changed');
    expect(await scene.statesOf(mails)).toEqual(['queued']);
    expect(await scene.begin(work, digest, idsOf([late, ...mails]))).toBe('begun');
  });

  it('waits as long as something due of its county could owe a mail, and not for other digests', async () => {
    const [first, second] = await scene.claimMails(2);
    if (!first || !second) throw new Error('no mails');
    await scene.gather(first);
    const digest = (await scene.claimDigest()).payload.digest;
    const mayGrow = async () => (await scene.store.digests.read('09', digest))?.mayGrow;
    expect(await mayGrow()).toBe(true);
    await startRequest(scene.store, '17.r0', {}, '17');
    await scene.gather(second, on, '016-eero');
    expect(await mayGrow()).toBe(false);
    await setVirtualClock(scene.database.ownerUrl, instant('2026-08-03T08:00:00+03:00'));
    // Both reminders are due, and what was gathered is looked at again.
    expect(await mayGrow()).toBe(true);
  });
});

describe('a notification in a digest that is no longer wanted', () => {
  it('drops out before it is sent, and the others go', async () => {
    const { mails, work, digest } = await scene.gathered(3);
    await scene.store.workflows.give(step('09.r1', 'record-answer', answered));
    expect(await scene.begin(work, digest, idsOf(mails))).toBe('changed');
    const left = await scene.carriedBy(digest);
    expect(left).toEqual(['09.r0.n3', '09.r2.n3']);
    expect(await scene.begin(work, digest, left)).toBe('begun');
    await scene.settle(work, digest, 'accepted');
    expect(await scene.statesOf(mails)).toEqual(['accepted', 'suppressed', 'accepted']);
    expect(await scene.store.notifications.read('09', '09.r1.n3')).toMatchObject({ digest: null, subject: null });
  });

  it('waits where its workflow is paused, and is gathered anew when that goes on', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    const [, paused] = mails;
    if (!paused) throw new Error('no mail');
    await scene.store.workflows.give(step(paused.workflow, 'pause', { reason: 'Selvitetään.' }));
    expect(await scene.begin(work, digest, ['09.r0.n3'])).toBe('begun');
    await scene.settle(work, digest, 'accepted');
    expect(await scene.store.notifications.read('09', paused.id)).toMatchObject({ state: 'queued', digest: null });
    await scene.store.workflows.give(step(paused.workflow, 'resume', { reason: 'Jatkuu.' }));
    const again = (await scene.store.work.claimDue(10, leaseMs)).find(({ instance }) => instance === paused.workflow);
    expect(again && (await scene.gather({ ...paused, work: again }))).toBe('left');
  });

  it('leaves nothing to send where all have dropped out; its place of the day stays free', async () => {
    const { mails, work, digest } = await scene.gathered(1);
    await scene.store.workflows.give(step('09.r0', 'record-answer', answered));
    expect(await scene.begin(work, digest, idsOf(mails))).toBe('changed');
    expect(await scene.carriedBy(digest)).toEqual([]);
    expect(await scene.store.digests.dissolve(work, digest)).toBe(true);
    expect(await scene.store.digests.read('09', digest)).toMatchObject({ state: 'suppressed', attempts: 0 });
    const [other] = await scene.claimMails(1, 'other');
    expect(other && (await scene.gather(other))).toBe('joined');
    expect((await scene.claimDigest()).payload.digest).toBe(digest);
    expect(await scene.store.digests.read('09', digest)).toMatchObject({ state: 'queued' });
  });

  it('while it was being sent is not tried again, and the others are', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    await scene.begin(work, digest, idsOf(mails));
    await scene.store.workflows.give(step('09.r0', 'record-answer', answered));
    expect(await scene.settle(work, digest, 'deferred')).toBe(true);
    expect(await scene.statesOf(mails)).toEqual(['suppressed', 'deferred']);
    await setVirtualClock(scene.database.ownerUrl, soon);
    const again = await scene.claimDigest();
    expect(await scene.carriedBy(digest)).toEqual(['09.r1.n3']);
    expect(await scene.begin(again, digest, ['09.r1.n3'])).toBe('begun');
    await scene.settle(again, digest, 'accepted');
    expect(await scene.statesOf(mails)).toEqual(['suppressed', 'accepted']);
    expect(await scene.store.digests.counts('09')).toEqual({ waiting: 0, sent: 1, shared: 0 });
  });
});

describe('gathering', () => {
  it('with a stale claim does nothing', async () => {
    const [mail] = await scene.claimMails(1);
    if (!mail) throw new Error('no mail');
    await scene.runOutLeases();
    await scene.store.work.claimDue(10, leaseMs);
    expect(await scene.gather(mail)).toBe('lost');
    expect(await scene.store.notifications.read('09', mail.id)).toMatchObject({ digest: null });
    expect(await scene.store.digests.counts('09')).toEqual({ waiting: 0, sent: 0, shared: 0 });
  });

  it('of what is no longer wanted finds that out', async () => {
    const [mail] = await scene.claimMails(1);
    if (!mail) throw new Error('no mail');
    await sql(scene.database.superuserUrl, `update vuosikello.notification set state = 'suppressed' where id = $1`, [
      mail.id,
    ]);
    expect(await scene.gather(mail)).toBe('gone');
  });

  it('twice leaves it where it is, and a mail that goes alone leaves its digest', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    const [first] = mails;
    if (!first) throw new Error('no mail');
    await setVirtualClock(scene.database.ownerUrl, nextMorning);
    const own = (await scene.store.work.claimDue(10, leaseMs)).find(({ instance }) => instance === first.workflow);
    if (!own) throw new Error('It is not looked at again');
    expect(await scene.gather({ ...first, work: own })).toBe('joined');
    await sql(
      scene.database.superuserUrl,
      `update vuosikello.work_item set due_at = due_at - interval '1 day' where id = $1`,
      [own.id],
    );
    const again = (await scene.store.work.claimDue(10, leaseMs)).find(({ id }) => id === own.id);
    if (!again) throw new Error('It is not looked at again');
    const alone = {
      messageId: '<alone@test>',
      sentTo: 'aino@example.invalid',
      contact: null,
      language: 'fi',
      subject: 's',
      text: 't',
      html: 'h',
    };
    expect(await scene.store.notifications.beginSending(again, { notification: first.id, ...alone })).toBe(true);
    expect(await scene.begin(work, digest, idsOf(mails))).toBe('changed');
    expect(await scene.store.notifications.read('09', first.id)).toMatchObject({
      state: 'sending',
      digest: null,
      subject: 's',
    });
  });
});
