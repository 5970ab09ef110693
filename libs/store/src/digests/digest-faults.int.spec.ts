import { civilDate, instant } from '@app/domain';
import { DigestScene, idsOf, nextMorning, on, soon } from '../../../../test/support/digest-scene';
import { sql, step } from '../../../../test/support/requests';
import { openStore, setVirtualClock } from '../index';

const leaseMs = 60_000;

let scene: DigestScene;
beforeEach(async () => {
  scene = await DigestScene.open();
});
afterEach(() => scene.close());

describe('a digest whose sending goes wrong', () => {
  it('is repeated once out of unknown, with what it had, and no more', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    await scene.begin(work, digest, idsOf(mails));
    await scene.settle(work, digest, 'unknown');
    const [late] = await scene.claimMails(1, 'late');
    expect(late && (await scene.gather(late))).toBe('left');
    await setVirtualClock(scene.database.ownerUrl, soon);
    const again = await scene.claimDigest();
    expect(await scene.begin(again, digest, idsOf(mails))).toBe('begun');
    expect(await scene.store.digests.read('09', digest)).toMatchObject({ state: 'sending', attempts: 2, repeats: 1 });
    await scene.settle(again, digest, 'unknown', instant('2026-05-25T09:30:00+03:00'));
    expect(await scene.store.notifications.read('09', '09.r0.n3')).toMatchObject({
      state: 'unknown',
      attempts: 2,
      repeats: 1,
    });
    for (const mail of mails) expect(await scene.workOf(mail)).toMatchObject({ state: 'done' });
    expect(await scene.begin(again, digest, idsOf(mails))).toBe('lost');
  });

  it('of a worker that died is found sending, and settled by another; the first finds out', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    await scene.begin(work, digest, idsOf(mails));
    await scene.runOutLeases();
    const after = await scene.claimDigest();
    expect(after).toMatchObject({ id: work.id, fence: work.fence + 1 });
    expect(await scene.settle(work, digest, 'accepted')).toBe(false);
    expect(await scene.begin(after, digest, idsOf(mails))).toBe('lost');
    expect(await scene.settle(after, digest, 'unknown')).toBe(true);
    expect(await scene.statesOf(mails)).toEqual(['unknown', 'unknown']);
  });

  it('is not sent by two', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    const other = await openStore({ databaseUrl: scene.database.engineUrl, applicationName: 'other' });
    const began = await Promise.all(
      [scene.store, other, scene.store].map((by) => scene.begin(work, digest, idsOf(mails), by)),
    );
    await other.close();
    expect(began.sort()).toEqual(['begun', 'lost', 'lost']);
  });

  it('lets others join while the relay has put it off', async () => {
    const { mails, work, digest } = await scene.gathered(1);
    await scene.begin(work, digest, idsOf(mails));
    await scene.settle(work, digest, 'deferred');
    const [late] = await scene.claimMails(1, 'late');
    if (!late) throw new Error('no mail');
    expect(await scene.gather(late)).toBe('joined');
    await setVirtualClock(scene.database.ownerUrl, soon);
    const again = await scene.claimDigest();
    expect(await scene.begin(again, digest, idsOf([late, ...mails]))).toBe('begun');
    await scene.settle(again, digest, 'rejected');
    expect(await scene.statesOf([...mails, late])).toEqual(['rejected', 'rejected']);
  });

  it('whose day has passed is dissolved: what it carried is looked at again', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    await setVirtualClock(scene.database.ownerUrl, nextMorning);
    expect(await scene.store.digests.dissolve(work, digest)).toBe(true);
    const due = await scene.store.work.claimDue(10, leaseMs);
    expect(due.map(({ kind }) => kind)).toEqual(['mail', 'mail']);
    for (const mail of mails) {
      const own = due.find(({ instance }) => instance === mail.workflow);
      expect(own && (await scene.gather({ ...mail, work: own }, civilDate('2026-05-26')))).toBe('joined');
    }
    expect((await scene.claimDigest()).payload.digest).not.toBe(digest);
  });

  it('lets go of what cannot be written, which then fails alone', async () => {
    const { mails, work, digest } = await scene.gathered(2);
    const [broken] = mails;
    if (!broken) throw new Error('no mail');
    expect(await scene.store.digests.takeOut(work, digest, [broken.id], 'MailDataError: dueAt')).toBe(true);
    expect(await scene.workOf(broken)).toEqual({ state: 'pending', due: '2026-05-25T06:00:10.000Z' });
    expect(await scene.store.notifications.read('09', broken.id)).toMatchObject({ state: 'queued', digest: null });
    expect(await scene.begin(work, digest, ['09.r1.n3'])).toBe('begun');
  });

  it('of many that are begun and ended together begins and ends as itself', async () => {
    const mails = await scene.claimMails(5);
    const readers = ['016-aino', '016-aino', '016-eero', '016-liisa', '016-matti'];
    await Promise.all(mails.map((mail, index) => scene.gather(mail, on, readers[index])));
    const works = (await scene.store.work.claimDue(10, leaseMs)).filter((work) => work.kind === 'digest');
    const digests = await Promise.all(
      works.map(async (work) => ({
        work,
        id: work.payload.digest,
        carried: await scene.carriedBy(work.payload.digest),
      })),
    );
    const [two, eero, liisa, matti] = mails
      .slice(1)
      .map(({ id }) => digests.find(({ carried }) => carried.includes(id)));
    if (!two || !eero || !liisa || !matti) throw new Error('Not all were gathered');
    await sql(
      scene.database.superuserUrl,
      `insert into vuosikello.erased_person (county, id, reason) values ('09', '016-matti', 'asked for')`,
    );
    const stale = { ...two.work, id: eero.work.id, fence: eero.work.fence - 1 };
    const begun = await Promise.all([
      scene.begin(two.work, two.id, two.carried),
      scene.begin(eero.work, eero.id, eero.carried),
      scene.begin(stale, eero.id, eero.carried),
      scene.begin(liisa.work, liisa.id, two.carried),
      scene.begin(matti.work, matti.id, matti.carried, scene.store, '016-matti'),
    ]);
    expect(begun).toEqual(['begun', 'begun', 'lost', 'changed', 'lost']);
    expect(await scene.statesOf(mails)).toEqual(['sending', 'sending', 'sending', 'queued', 'queued']);

    await scene.store.workflows.give(step('09.r0', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
    const ended = await Promise.all([
      scene.settle(two.work, two.id, 'deferred'),
      scene.settle(eero.work, eero.id, 'accepted'),
      scene.settle(liisa.work, liisa.id, 'accepted'),
    ]);
    expect(ended).toEqual([true, true, false]);
    expect(await scene.statesOf(mails)).toEqual(['suppressed', 'deferred', 'accepted', 'queued', 'queued']);
    const events = await scene.store.workflows.events('09', '09.r0.n3', { after: 0, limit: 10 });
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, 'NotificationSending'],
      [2, 'NotificationDeferred'],
      [3, 'NotificationSuppressed'],
    ]);
  });
});
