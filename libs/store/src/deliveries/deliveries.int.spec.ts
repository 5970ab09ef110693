import { createHash } from 'node:crypto';
import { civilDate, instant, recipientFor } from '@app/domain';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { startRequest } from '../../../../test/support/requests';
import type { NotedReport } from '../index';
import { openStore, setVirtualClock, type Store } from '../index';

const monday = instant('2026-05-25T09:00:00+03:00');
const on = civilDate('2026-05-25');
const lauri = { id: '016-lauri-esimerkki', email: 'lauri.esimerkki@asikkala.example.invalid' };

let database: TestDatabase;
let store: Store;
beforeEach(async () => {
  database = await createTestDatabase();
  store = await openStore({ databaseUrl: database.engineUrl, applicationName: 'test' });
  await setVirtualClock(database.ownerUrl, monday);
  await store.register.import(exampleRegister());
});
afterEach(async () => {
  await store.close();
  await database.drop();
});

const tokenOf = (notification: string) => createHash('md5').update(notification).digest('hex');
const messageIdOf = (notification: string) => `<${notification}.${tokenOf(notification)}@vuosikello.test>`;

const contactId = () => {
  const found = exampleRegister().contacts.find(({ email }) => email === lauri.email);
  if (!found) throw new Error('Lauri is not in the example');
  return found.id;
};

/** A request whose first mail the relay has taken, or refused with a reply. */
async function sent(name: string, refusal?: string): Promise<string> {
  await startRequest(store, `09.${name}`);
  const [work] = (await store.work.claimDue(100, 60_000)).filter(({ instance }) => instance === `09.${name}`);
  if (!work) throw new Error('No mail is due');
  const notification = `09.${name}.n3`;
  await store.notifications.beginSending(work, {
    notification,
    messageId: messageIdOf(notification),
    sentTo: lauri.email,
    contact: contactId(),
    language: 'fi',
    subject: 'Ennakkotehtävä',
    text: 'Teksti',
    html: '<p>Teksti</p>',
  });
  const outcome = refusal === undefined ? ('accepted' as const) : ('rejected' as const);
  await store.notifications.settle(work, { notification, state: outcome, reply: refusal ?? '250 ok' });
  return notification;
}

const report = (
  notification: string,
  status = '5.1.1',
  action: NotedReport['recipients'][number]['action'] = 'failed',
): NotedReport => ({
  messageId: messageIdOf(notification),
  envelopeId: `09.${tokenOf(notification)}`,
  recipients: [{ addresses: [lauri.email], action, status }],
});

/** About somebody else than the mail was sent to. */
const strange = (notification: string, ...recipients: NotedReport['recipients']): NotedReport => {
  const [first] = report(notification).recipients;
  return { ...report(notification), recipients: [{ ...first!, addresses: ['vieras@x.test'] }, ...recipients] };
};

const withEmail = (email: string) => {
  const register = exampleRegister();
  const contacts = register.contacts.map((one) => (one.id === contactId() ? { ...one, email } : one));
  return { ...register, contacts };
};

const recipient = async () => {
  const register = await store.register.read('09');
  return register && recipientFor(register, '016', 'respondent', on);
};
const openTasks = async () =>
  (await store.tasks.list('09', { status: 'open' }, { limit: 10 })).items.map(({ kind, contact, notification }) => [
    kind,
    contact,
    notification,
  ]);
const types = async (stream: string) =>
  (await store.workflows.events('09', stream, { after: 0, limit: 20 })).map(({ type }) => type);

describe('a mail that comes back', () => {
  it('marks the notification and its contact, who is passed over; a person has to see to it', async () => {
    const id = await sent('bounced');
    expect((await recipient())?.contactId).toBe(contactId());
    expect(await store.deliveries.note('09', report(id))).toEqual({
      outcome: 'marked',
      notifications: [id],
      contacts: [contactId()],
    });
    expect(await store.notifications.read('09', id)).toMatchObject({
      state: 'accepted',
      bounced: { at: monday, status: '5.1.1' },
    });
    expect(await recipient()).not.toMatchObject({ contactId: contactId() });
    expect((await store.register.read('09'))?.undeliverable).toEqual({
      [contactId()]: { since: '2026-05-25', status: '5.1.1' },
    });
    expect(await openTasks()).toEqual([['contact-bounced', contactId(), id]]);
    const events = await store.workflows.events('09', id, { after: 0, limit: 20 });
    expect(events.at(-1)).toMatchObject({
      type: 'NotificationBounced',
      data: { contact: contactId(), status: '5.1.1' },
    });
    expect((await store.replay.run('09')).differences).toEqual([]);
  });

  it('is noted once, however often it is reported', async () => {
    const id = await sent('twice');
    const answers = await Promise.all([1, 2, 3].map(() => store.deliveries.note('09', report(id))));
    expect(answers.map(({ outcome }) => outcome).sort()).toEqual(['again', 'again', 'marked']);
    expect((await types(id)).filter((type) => type === 'NotificationBounced')).toHaveLength(1);
  });

  it('says nothing about the address where the mailbox is full or the mail is refused for what it is', async () => {
    for (const [name, status] of [
      ['full', '5.2.2'],
      ['policy', '5.7.1'],
      ['expired', '4.4.7'],
    ] as const) {
      const id = await sent(name);
      expect(await store.deliveries.note('09', report(id, status))).toMatchObject({ outcome: 'marked', contacts: [] });
    }
    expect((await recipient())?.contactId).toBe(contactId());
    expect((await openTasks()).map(([kind]) => kind)).toEqual(Array(3).fill('mail-undelivered'));
  });

  it('marks nobody whose address it is not any more', async () => {
    const id = await sent('moved-on');
    await store.register.import(withEmail('uusi@asikkala.example.invalid'));
    expect(await store.deliveries.note('09', report(id))).toMatchObject({ outcome: 'marked', contacts: [] });
    expect((await recipient())?.contactId).toBe(contactId());
    expect(await openTasks()).toEqual([['mail-undelivered', null, id]]);
  });

  it('was refused at once: that counts the same where there is no such address', async () => {
    await sent('refused', '550 5.1.1 no such user');
    expect(await openTasks()).toEqual([['contact-bounced', contactId(), '09.refused.n3']]);
    expect(await store.notifications.read('09', '09.refused.n3')).toMatchObject({
      state: 'rejected',
      bounced: { status: '5.1.1' },
    });
    expect((await recipient())?.contactId).not.toBe(contactId());
  });

  it.each([
    ['spam', '554 5.7.1 blocked'],
    ['sender', '550 5.1.8 Sender address rejected: Domain not found'],
    ['host', '554 5.7.1 Service unavailable; Client host [5.1.1.12] blocked'],
  ])(
    'is a matter for a person, not of the contact, where the other server refused something else (%s)',
    async (name, reply) => {
      await sent(name, reply);
      expect(await openTasks()).toEqual([['mail-undelivered', null, `09.${name}.n3`]]);
      expect((await recipient())?.contactId).toBe(contactId());
    },
  );
});

describe('the mark', () => {
  it('goes with the old address, and the task closes by itself', async () => {
    await store.deliveries.note('09', report(await sent('renewed')));
    expect((await store.register.import(exampleRegister())).changed).toBe(0);
    expect(await openTasks()).toHaveLength(1);
    await store.register.import(withEmail('uusi@asikkala.example.invalid'));
    expect(await openTasks()).toEqual([]);
    expect(await recipient()).toMatchObject({ contactId: contactId(), email: 'uusi@asikkala.example.invalid' });
  });

  it('is taken away where it was wrong', async () => {
    await store.deliveries.note('09', report(await sent('wrong')));
    expect(await store.deliveries.clear('09', contactId())).toBe(true);
    expect(await store.deliveries.clear('09', contactId())).toBe(false);
    expect([await openTasks(), (await recipient())?.contactId]).toEqual([[], contactId()]);
  });
});

describe('a report', () => {
  it('that a server goes on trying, or has delivered, is recorded and changes nothing', async () => {
    const id = await sent('delayed');
    expect(await store.deliveries.note('09', report(id, '4.4.1', 'delayed'))).toMatchObject({ outcome: 'recorded' });
    expect(await store.deliveries.note('09', report(id, '2.0.0', 'delivered'))).toMatchObject({ outcome: 'recorded' });
    expect(await store.deliveries.note('09', report(id, '4.4.1', 'delayed'))).toMatchObject({ outcome: 'again' });
    expect((await types(id)).slice(-2)).toEqual(['NotificationDelayed', 'NotificationDelivered']);
    expect([await openTasks(), (await store.notifications.read('09', id))?.bounced]).toEqual([[], null]);
  });

  it('about a stranger that quotes a true mail marks nothing, hides no true report, and is for a person to look at', async () => {
    const id = await sent('quoted');
    const other = { outcome: 'other-recipient', notifications: [id], contacts: [] };
    expect(await store.deliveries.note('09', strange(id))).toEqual(other);
    expect(await store.deliveries.note('09', { ...strange(id), messageId: null })).toEqual(other);
    expect([await openTasks(), (await store.notifications.read('09', id))?.bounced]).toEqual([
      [['report-unmatched', null, id]],
      null,
    ]);
    expect((await types(id)).at(-1)).toBe('NotificationAccepted');
    const delayed = strange(id, {
      addresses: ['LAURI.Esimerkki@asikkala.example.invalid'],
      action: 'delayed',
      status: '5.1.1',
    });
    expect(await store.deliveries.note('09', delayed)).toMatchObject({ outcome: 'recorded' });
    expect(await store.deliveries.note('09', report(id))).toMatchObject({ outcome: 'marked', contacts: [contactId()] });
    expect((await types(id)).slice(-2)).toEqual(['NotificationDelayed', 'NotificationBounced']);
  });

  it('on a mail that is not ours, or of another county, changes nothing', async () => {
    const id = await sent('forged');
    const nothing = { outcome: 'unknown-mail', notifications: [], contacts: [] };
    const elsewhere = `<${id}.${tokenOf(id)}@elsewhere.test>`;
    expect(await store.deliveries.note('09', { ...report(id), messageId: elsewhere })).toEqual(nothing);
    expect(await store.deliveries.note('17', report(id))).toEqual(nothing);
    expect(await store.deliveries.note('09', report('09.nothing.n3'))).toEqual(nothing);
    for (const guessed of [`<${id}@vuosikello.test>`, `<${id}.${tokenOf('guessed')}@vuosikello.test>`])
      expect(await store.deliveries.note('09', { ...report(id), messageId: guessed })).toEqual(nothing);
    expect(await store.deliveries.note('09', { ...report(id), messageId: null, envelopeId: id })).toEqual(nothing);
    expect(await openTasks()).toEqual([['report-unmatched', null, null]]);
    expect((await recipient())?.contactId).toBe(contactId());
  });
});
