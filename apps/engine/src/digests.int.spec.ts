import { addMs, type Instant, instant } from '@app/domain';
import { type InboxMessage, type SmtpFault, startInbox } from '@app/embedded';
import { exampleRegister } from '../../../test/support/example-area';
import { begin, requestData, step } from '../../../test/support/requests';
import { eventually } from '../test/eventually';
import { county, EngineScene } from '../test/running-engine';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
const tuesdayMorning = instant('2026-05-26T05:00:00Z');
/** Eight in the morning, a fortnight before the reply date of 17 August. */
const fortnightBefore = instant('2026-08-03T05:00:00Z');
const quarterOfAnHourMs = 15 * 60_000;

let scene: EngineScene;
let fault: SmtpFault;
afterEach(() => scene.close());

async function open(now: Instant = monday): Promise<void> {
  fault = () => 'accept';
  scene = await EngineScene.open(now, { fault: (message, session) => fault(message, session) });
}

const askAll = async (...names: string[]): Promise<string[]> => {
  const ids: string[] = [];
  for (const name of names) ids.push(await scene.askAsikkala(`${county}.${name}`));
  return ids;
};
const linksIn = ({ text }: InboxMessage): string[] =>
  [...text.matchAll(/\/r\/([\w-]+)/g)].map(([, token = '']) => token);
const matterOf = async (token: string) => (await scene.store.links.resolve(token))?.workflow;
const at = async (now: Instant): Promise<InboxMessage[]> => {
  const before = scene.inbox.messages().length;
  await scene.setClock(now);
  await scene.settle();
  return scene.inbox.messages().slice(before);
};
const mailsOf = async (workflow: string) =>
  (await scene.notifications(workflow)).map(({ template, state }) => `${template} ${state}`);

it('five reminders of different workflows to one person are one mail with five links, and what is overdue goes alone', async () => {
  await open();
  const reminded = await askAll('a', 'b', 'c', 'd', 'e');
  const late = `${county}.late`;
  await scene.store.workflows.start(begin(late, 'information-request', requestData({ dueOn: '2026-07-31' })));
  await Promise.all([scene.startEngine(), scene.startEngine()]);
  await scene.settle();
  expect(scene.inbox.messages()).toHaveLength(1);
  expect(linksIn(scene.inbox.messages()[0] as InboxMessage)).toHaveLength(6);

  const sent = await at(fortnightBefore);
  // What is overdue goes to the deputy too.
  expect(sent.map((message) => linksIn(message).length).sort()).toEqual([1, 1, 5]);
  const together = sent.find((message) => linksIn(message).length === 5) as InboxMessage;
  const alone = sent.find(
    (message) => message !== together && message.to.join() === together.to.join(),
  ) as InboxMessage;
  expect(await Promise.all(linksIn(alone).map(matterOf))).toEqual([late]);
  expect((await Promise.all(linksIn(together).map(matterOf))).sort()).toEqual(reminded);
  const reminders = (await Promise.all(reminded.map((workflow) => scene.mail(workflow, 'reminder', 'accepted')))).map(
    ({ messageId, digest, subject, text, attempts }) => ({ messageId, digest, subject, text, attempts }),
  );
  expect(new Set(reminders.map((reminder) => JSON.stringify(reminder))).size).toBe(1);
  expect(reminders[0]).toMatchObject({ messageId: together.messageId, subject: together.subject, attempts: 1 });
  // What is kept of it has no link that works.
  expect(reminders[0]?.text).not.toContain(linksIn(together)[0]);
  const [overdue] = (await scene.notifications(late)).filter(({ messageId }) => messageId === alone.messageId);
  expect(overdue).toMatchObject({ template: 'overdue', state: 'accepted', digest: null });
  expect(await scene.store.replay.run()).toMatchObject({ differences: [] });
});

it('what misses the mail of the day waits for the next morning, and a receipt does not', async () => {
  await open();
  await scene.startEngine();
  const [first] = await askAll('a');
  await scene.settle();
  const [second, third] = await askAll('b', 'c');
  await scene.settle();
  expect(scene.inbox.messages()).toHaveLength(1);
  await scene.store.workflows.give(step(first ?? '', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
  await scene.settle();
  expect(await mailsOf(first ?? '')).toEqual([
    'advance-assignment accepted',
    'receipt accepted',
    'registry-copy accepted',
  ]);
  expect(scene.inbox.messages()).toHaveLength(3);
  expect(await mailsOf(second ?? '')).toEqual(['advance-assignment queued']);
  const [morning, ...more] = await at(tuesdayMorning);
  expect(more).toEqual([]);
  expect((await Promise.all(linksIn(morning as InboxMessage).map(matterOf))).sort()).toEqual([second, third]);
});

it('what would come too late tomorrow goes alone today', async () => {
  await open();
  await scene.startEngine();
  await askAll('a');
  await scene.settle();
  const hurried = `${county}.hurried`;
  await scene.store.workflows.start(begin(hurried, 'information-request', requestData({ dueOn: '2026-05-26' })));
  await scene.settle();
  expect(await scene.mail(hurried, 'advance-assignment', 'accepted')).toMatchObject({ digest: null, sentAt: monday });
});

it('what is answered before the mail leaves drops out of it', async () => {
  await open(instant('2026-05-24T09:00:00Z'));
  const [first, second] = await askAll('a', 'b');
  // They wait together for Monday morning, as the mail server is away then.
  const { port } = scene.inbox;
  await scene.inbox.stop();
  await scene.startEngine({ ...sendingTo(`smtp://127.0.0.1:${port}`) });
  const morning = instant('2026-05-25T05:00:00Z');
  await scene.setClock(morning);
  await scene.settle();
  await scene.mail(first ?? '', 'advance-assignment', 'deferred');
  await scene.store.workflows.give(step(first ?? '', 'record-answer', { answers: { efforts: 'Liikunta.' } }));
  expect((await scene.notifications(first ?? ''))[0]).toMatchObject({ state: 'suppressed' });
  const inbox = await startInbox({ port });
  // The server is looked for in real time; until it is found, mails are put off in business time.
  let minutes = 2;
  await eventually('the other has left', async () => {
    await scene.setClock(addMs(morning, (minutes += 1) * 60_000));
    return (await scene.notifications(second ?? ''))[0]?.state === 'accepted';
  });
  // The receipt has a link too: the answer can be corrected.
  const asked = inbox.messages().filter(({ subject }) => !subject.startsWith('Kiitos'));
  expect(await Promise.all(asked.flatMap(linksIn).map(matterOf))).toEqual([second]);
  await inbox.stop();
});

it('is written to one person whose mailbox two contacts have', async () => {
  await open();
  const register = exampleRegister();
  const email = register.contacts.find(({ of }) => of === '016')?.email ?? '';
  const contacts = register.contacts.map((contact) =>
    ['016', '098'].includes(contact.of) ? { ...contact, email } : contact,
  );
  await scene.store.register.import({ ...register, contacts });
  await scene.askAsikkala(`${county}.a`);
  await scene.askAsikkala(`${county}.b`, '098');
  await scene.startEngine();
  await scene.settle();
  expect(scene.inbox.messages().map((message) => linksIn(message).length)).toEqual([2]);
});

it('of which nobody knows the end is repeated whole, under the same Message-ID', async () => {
  await open();
  fault = ({ receivedNo }) => (receivedNo === 1 ? 'drop-after-dot' : 'accept');
  const asked = await askAll('a', 'b');
  await scene.startEngine();
  await scene.settle();
  for (const workflow of asked) await scene.mail(workflow, 'advance-assignment', 'unknown');
  await at(addMs(monday, quarterOfAnHourMs + 60_000));
  for (const workflow of asked)
    expect(await scene.mail(workflow, 'advance-assignment', 'accepted')).toMatchObject({ attempts: 2, repeats: 1 });
  const [first, second, ...more] = scene.inbox.messages();
  expect([second?.messageId, more.length]).toEqual([first?.messageId, 0]);
  expect(second && linksIn(second)).toHaveLength(2);
});

it('that a process died on is found, and repeated', async () => {
  await open();
  const asked = await askAll('a', 'b');
  await scene.gatherAndDie(200);
  await scene.startEngine();
  for (const workflow of asked)
    expect(await scene.mail(workflow, 'advance-assignment', 'unknown')).toMatchObject({
      reply: 'the sending was interrupted',
    });
  await at(addMs(monday, quarterOfAnHourMs));
  for (const workflow of asked) await scene.mail(workflow, 'advance-assignment', 'accepted');
  expect(scene.inbox.messages()).toHaveLength(1);
});

it('that could not leave on its day leaves with what is owed on the next', async () => {
  await open();
  fault = () => ({ reply: 451, text: 'later' });
  const [first] = await askAll('a');
  await scene.startEngine();
  await scene.settle();
  await scene.mail(first ?? '', 'advance-assignment', 'deferred');
  fault = () => 'accept';
  const evening = instant('2026-05-25T14:00:00Z');
  await at(evening);
  const [second] = await askAll('b');
  const [morning, ...more] = await at(tuesdayMorning);
  expect(more).toEqual([]);
  expect((await Promise.all(linksIn(morning as InboxMessage).map(matterOf))).sort()).toEqual([first, second]);
});

it('carries on without a notification that cannot be written', async () => {
  await open();
  const [first, second] = await askAll('a', 'b');
  await scene.breakData(first ?? '');
  await scene.startEngine();
  await eventually('gathered', async () => (await scene.notifications(second ?? ''))[0]?.digest);
  await scene.setClock(addMs(monday, 1_000));
  await scene.mail(second ?? '', 'advance-assignment', 'accepted');
  const said = await eventually('failed', async () =>
    (await scene.lastErrors()).find((error) => error.includes('dueAt')),
  );
  expect(said).toContain('MailDataError');
  expect(await mailsOf(first ?? '')).toEqual(['advance-assignment queued']);
});

function sendingTo(smtpUrl: string) {
  return {
    mail: {
      mode: { kind: 'send' as const },
      smtpUrl,
      smtpTimeoutMs: 20_000,
      from: 'vuosikello@vuosikello.example.invalid',
      replyTo: undefined,
    },
  };
}
