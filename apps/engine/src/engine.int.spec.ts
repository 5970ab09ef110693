import { addMs, type Instant, instant, type Register } from '@app/domain';
import { type SmtpFault, startInbox } from '@app/embedded';
import { exampleRegister } from '../../../test/support/example-area';
import { EngineScene } from '../test/running-engine';
import { eventually } from '../test/eventually';

/** Monday 25 May 2026, nine in the morning in Helsinki. */
const monday = instant('2026-05-25T06:00:00Z');
const minuteMs = 60_000;
/** The reply date is 17 August; a fortnight before it is a Monday. */
const fortnightBefore = instant('2026-08-03T05:00:00Z');

describe('the engine', () => {
  let scene: EngineScene;
  let fault: SmtpFault;

  async function open(now: Instant = monday): Promise<void> {
    fault = () => 'accept';
    scene = await EngineScene.open(now, { fault: (message, session) => fault(message, session) });
  }

  afterEach(() => scene.close());

  it('sends a mail once, with a link that works and is not kept', async () => {
    await open();
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    const sent = await scene.mail(workflow, 'advance-assignment', 'accepted');
    expect(scene.inbox.messages()).toHaveLength(1);
    const [message] = scene.inbox.messages();
    expect(message).toMatchObject({
      envelopeTo: ['lauri.esimerkki@asikkala.example.invalid'],
      messageId: sent.messageId,
      subject: sent.subject,
    });
    const token = /\/r\/(\S+)/.exec(message?.text ?? '')?.[1] ?? '';
    expect(await scene.store.links.resolve(token)).toMatchObject({ workflow });
    expect(sent.text).toContain('https://vuosikello.example.invalid/r/…');
    expect(sent.text).not.toContain(token);
    expect(sent.messageId).toMatch(new RegExp(`^<${sent.digest}[.][0-9a-f]{32}@vuosikello[.]example[.]invalid>$`));
    expect(sent).toMatchObject({ attempts: 1, repeats: 0, language: 'fi', sentAt: monday });
  });

  it('lets a timer fire once, however many engines there are', async () => {
    await open();
    await Promise.all([scene.startEngine(), scene.startEngine()]);
    const workflow = await scene.askAsikkala();
    await scene.mail(workflow, 'advance-assignment', 'accepted');
    await scene.setClock(fortnightBefore);
    await scene.mail(workflow, 'reminder', 'accepted');
    const events = await scene.store.workflows.events('09', workflow, { after: 0, limit: 100 });
    expect(events.filter(({ type }) => type === 'ReminderFellDue')).toHaveLength(1);
    expect(scene.inbox.messages().map(({ subject }) => subject.split(':')[0])).toEqual(['Ennakkotehtävä', 'Muistutus']);
  });

  it('tells the coordinator that nobody was reached with what became of each mail, those of that morning too', async () => {
    await open();
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    await scene.mail(workflow, 'advance-assignment', 'accepted');
    await scene.setClock(instant('2026-08-10T06:00:00Z'));
    const { text } = await scene.mail(workflow, 'nobody-reached', 'accepted');
    expect(text).toMatch(/– maanantai\s25\.5\.2026: pyyntö – luovutettiin sähköpostipalvelimelle/);
    expect(text).toMatch(/– maanantai\s10\.8\.2026: muistutus – (odottaa lähettämistä|luovutettiin)/);
  });

  it('takes what was due while it was not there, each once', async () => {
    await open();
    const workflow = await scene.askAsikkala();
    await scene.setClock(instant('2026-08-18T06:00:00Z'));
    await scene.startEngine();
    await scene.mail(workflow, 'overdue', 'accepted');
    const events = await scene.store.workflows.events('09', workflow, { after: 0, limit: 100 });
    expect(events.filter(({ type }) => type === 'DeadlinePassed')).toHaveLength(1);
    expect((await scene.notifications(workflow)).map(({ template }) => template)).not.toContain('reminder');
  });

  it('waits for the sending hours', async () => {
    const saturday = instant('2026-05-23T09:00:00Z');
    await open(saturday);
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    const nextDue = await eventually('postponed', async () => {
      const { items } = await scene.store.notifications.list('09', { workflow }, { limit: 10 });
      const { at } = await scene.work.nextDueAt();
      return items[0]?.state === 'queued' && at !== null && at > saturday ? at : undefined;
    });
    expect(nextDue).toBe('2026-05-25T05:00:00.000Z');
    expect(scene.inbox.messages()).toEqual([]);
    await scene.setClock(nextDue);
    await scene.mail(workflow, 'advance-assignment', 'accepted');
  });

  it('tries a mail again that the relay puts off', async () => {
    await open();
    fault = ({ receivedNo }) => (receivedNo === 1 ? { reply: 451, text: 'later, <lauri@asikkala.test>' } : 'accept');
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    const put = await scene.mail(workflow, 'advance-assignment', 'deferred');
    expect(put.reply).toBe('451 later, <…>');
    await scene.setClock(addMs(monday, 2 * minuteMs));
    const sent = await scene.mail(workflow, 'advance-assignment', 'accepted');
    expect(sent).toMatchObject({ attempts: 2, repeats: 0 });
    expect(scene.inbox.messages()).toHaveLength(1);
  });

  it('gives a mail up when the relay refuses it', async () => {
    await open();
    fault = () => ({ reply: 550, text: 'no such user' });
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    expect(await scene.mail(workflow, 'advance-assignment', 'rejected')).toMatchObject({ reply: '550 no such user' });
    expect(await eventually('done', async () => (await scene.work.counts()).dueNow === 0)).toBe(true);
  });

  it('settles a mail that nobody can get', async () => {
    await open();
    await scene.startEngine();
    const workflow = await scene.askAsikkala('09.test', '999');
    expect(await scene.mail(workflow, 'advance-assignment', 'rejected')).toMatchObject({
      reply: 'no-recipient',
      attempts: 0,
    });
  });

  it('does not send what nobody could be asked about, until the county has a registry', async () => {
    await open();
    await scene.store.register.import(withNobodyToAsk());
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    const said = await eventually('failed', async () => (await scene.lastErrors())[0]);
    expect(said).toContain('Nobody can be asked about the mails of county 09');
    expect(scene.inbox.messages()).toEqual([]);
    await scene.store.register.import(exampleRegister());
    await scene.setClock(addMs(monday, minuteMs));
    await scene.mail(workflow, 'advance-assignment', 'accepted');
    expect(scene.inbox.messages()[0]?.headers['reply-to']).toBe('eero.esimerkki@paijatha.example.invalid');
  });

  it('lets questions go to the address for answers of a county without a registry', async () => {
    await open();
    await scene.store.register.import(withNobodyToAsk());
    const replyTo = 'vastaukset@alue.example.invalid';
    await scene.startEngine({ mail: { ...heldMail, mode: { kind: 'send' }, smtpUrl: scene.inbox.url, replyTo } });
    await scene.mail(await scene.askAsikkala(), 'advance-assignment', 'accepted');
    const [message] = scene.inbox.messages();
    expect(message?.headers['reply-to']).toBe(replyTo);
    expect(message?.text).toContain(`Kysymyksiin vastaa hyvinvointialue (${replyTo}).`);
  });

  it('waits for a mail server that is away, and does not count that against the mail', async () => {
    await open();
    const { port } = scene.inbox;
    await scene.inbox.stop();
    const engine = await scene.startEngine();
    const workflow = await scene.askAsikkala();
    await scene.mail(workflow, 'advance-assignment', 'deferred');
    expect((await readiness(engine.port)).body).toMatchObject({ status: 'degraded', mailServer: 'away' });
    await scene.setClock(addMs(monday, 2 * minuteMs));
    await eventually('postponed', async () => (await scene.lastErrors()).includes('the mail server is away'));
    const inbox = await startInbox({ port });
    const reach = async () => ((await readiness(engine.port)).body as { mailServer: string }).mailServer;
    await eventually('the server is found again', async () => (await reach()) === 'up');
    await scene.setClock(addMs(monday, 4 * minuteMs));
    expect(await scene.mail(workflow, 'advance-assignment', 'accepted')).toMatchObject({ attempts: 2 });
    await inbox.stop();
  });

  it('repeats once, under the same Message-ID, what it does not know the end of', async () => {
    await open();
    fault = ({ receivedNo }) => (receivedNo === 1 ? 'drop-after-dot' : 'accept');
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    const unknown = await scene.mail(workflow, 'advance-assignment', 'unknown');
    await scene.setClock(addMs(monday, 15 * minuteMs));
    const sent = await scene.mail(workflow, 'advance-assignment', 'accepted');
    expect(sent).toMatchObject({ attempts: 2, repeats: 1, messageId: unknown.messageId });
    expect(scene.inbox.messages().map(({ messageId }) => messageId)).toEqual([sent.messageId, sent.messageId]);
  });

  it('does not know what a process sent that died on it, and repeats that too', async () => {
    await open();
    const workflow = await scene.askAsikkala();
    await scene.beginAndDie(workflow, 200);
    await scene.startEngine();
    const unknown = await scene.mail(workflow, 'advance-assignment', 'unknown');
    expect(unknown.reply).toBe('the sending was interrupted');
    await scene.setClock(addMs(monday, 15 * minuteMs));
    const sent = await scene.mail(workflow, 'advance-assignment', 'accepted');
    expect(sent).toMatchObject({ attempts: 2, repeats: 1 });
    expect(scene.inbox.messages().map(({ messageId }) => messageId)).toEqual([sent.messageId]);
  });

  it('does not repeat a second time', async () => {
    await open();
    fault = () => 'drop-after-dot';
    await scene.startEngine();
    const workflow = await scene.askAsikkala();
    await scene.mail(workflow, 'advance-assignment', 'unknown');
    await scene.setClock(addMs(monday, 15 * minuteMs));
    await eventually('repeated', () => scene.inbox.messages().length === 2);
    await eventually('settled', async () => (await scene.work.counts()).leased === 0);
    await scene.setClock(addMs(monday, 120 * minuteMs));
    expect(await scene.mail(workflow, 'advance-assignment', 'unknown')).toMatchObject({ repeats: 1 });
    await eventually('nothing due', async () => (await scene.work.counts()).dueNow === 0);
    expect(scene.inbox.messages()).toHaveLength(2);
  });

  it('works without its queue', async () => {
    await open();
    const engine = await scene.startEngine({ queue: { postgresUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none' } });
    const workflow = await scene.askAsikkala();
    await scene.mail(workflow, 'advance-assignment', 'accepted');
    await scene.setClock(fortnightBefore);
    await scene.mail(workflow, 'reminder', 'accepted');
    expect(await readiness(engine.port)).toMatchObject({
      status: 200,
      body: { status: 'degraded', queue: 'away', reasons: [{ code: 'queue-away' }] },
    });
  });

  it('sends nothing while mail is on hold', async () => {
    await open();
    const held = { ...heldMail, smtpUrl: scene.inbox.url };
    await scene.startEngine({ mail: held });
    const workflow = await scene.askAsikkala();
    await eventually('postponed', async () => (await scene.work.counts()).dueNow === 0);
    expect(await scene.notifications(workflow)).toMatchObject([{ state: 'queued', attempts: 0 }]);
    expect(scene.inbox.messages()).toEqual([]);
  });

  it('sends everything to one address when redirected', async () => {
    await open();
    const mail = { ...heldMail, mode: { kind: 'redirect' as const, to: 'koe@kunta.test' }, smtpUrl: scene.inbox.url };
    await scene.startEngine({ mail });
    await scene.mail(await scene.askAsikkala(), 'advance-assignment', 'accepted');
    const [message] = scene.inbox.messages();
    expect(message?.envelopeTo).toEqual(['koe@kunta.test']);
    expect(message?.headers['x-original-to']).toBe('lauri.esimerkki@asikkala.example.invalid');
  });

  it('says that it lives and is ready, and ends in good order', async () => {
    await open();
    const engine = await scene.startEngine();
    expect(await readiness(engine.port)).toEqual({
      status: 200,
      body: {
        status: 'ready',
        reasons: [],
        database: 'up',
        queue: 'up',
        canaryMs: expect.any(Number) as number,
        mailServer: 'up',
        mailHeld: [],
        log: { behindMs: expect.any(Number) as number, late: false, unreadable: [], signer: 'off', refusals: [] },
        stopping: false,
      },
    });
    const live = await fetch(`http://127.0.0.1:${engine.port}/health/live`);
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    await engine.stop();
    await expect(fetch(`http://127.0.0.1:${engine.port}/health/live`)).rejects.toThrow();
  });
});

const heldMail = {
  mode: { kind: 'hold' as const },
  smtpUrl: undefined,
  smtpTimeoutMs: 20_000,
  from: 'vuosikello@vuosikello.example.invalid',
  replyTo: undefined,
};

/** The example area without the county's registry and people. */
function withNobodyToAsk(): Register {
  const register = exampleRegister();
  const { registry: _left, ...bare } = register.county;
  return { ...register, county: bare, contacts: register.contacts.filter(({ of }) => of !== bare.code) };
}

async function readiness(port: number): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`http://127.0.0.1:${port}/health/ready`);
  return { status: response.status, body: await response.json() };
}
