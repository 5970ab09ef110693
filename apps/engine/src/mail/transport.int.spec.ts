import type { KeyObject } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type Inbox,
  type InboxOptions,
  type SmtpFault,
  type SmtpRefusal,
  type SmtpStage,
  startInbox,
} from '@app/embedded';
import { eventually } from '../../test/eventually';
import { quietLog, settingsWith } from '../../test/settings';
import { signingKey } from '../../test/signing-key';
import { verifyDkim } from '../../test/verify-dkim';
import type { Dkim } from '../config/dkim';
import { MailTransport, type OutgoingMail } from './transport';

const mail: OutgoingMail = {
  envelopeId: '09.test.n1',
  messageId: '<09.test.n1@vuosikello.example.invalid>',
  from: { name: 'Päijät-Hämeen hyvinvointialue', address: 'vuosikello@paijatha.example.invalid' },
  to: { name: 'Esimerkki, Lauri\r\nBcc: paha@y.fi', address: 'lauri.esimerkki@asikkala.example.invalid' },
  bouncesTo: 'palautukset@kärkölä.example.invalid',
  replyTo: 'eero.esimerkki@paijatha.example.invalid',
  subject: 'Ennakkotehtävä: vastaus viimeistään ma 17.8.2026 – Asikkala',
  text: 'Päijät-Hämeen hyvinvointialue pyytää Asikkalan kunnalta vastausta.\n',
  html: '<p>Päijät-Hämeen hyvinvointialue pyytää Asikkalan kunnalta vastausta.</p>\n',
  date: new Date('2026-05-25T06:00:00.000Z'),
  headers: { 'Auto-Submitted': 'auto-generated' },
};

describe('the way out to the mail server', () => {
  let inbox: Inbox;
  let transport: MailTransport;
  let fault: SmtpFault;

  beforeEach(async () => {
    fault = () => 'accept';
    inbox = await startInbox({ fault: (message, session) => fault(message, session) });
    transport = new MailTransport(settingsTo(inbox.url), quietLog);
  });

  afterEach(async () => {
    transport.onApplicationShutdown();
    await inbox.stop();
  });

  it('delivers to the one address, as text and HTML, under the given Message-ID and date', async () => {
    expect(await transport.send(mail)).toMatchObject({ kind: 'accepted' });
    const [received, ...more] = inbox.messages();
    expect(more).toEqual([]);
    // The last line feed before the next part belongs to the border between them.
    expect(received?.text.trimEnd()).toBe(mail.text.trimEnd());
    expect(received?.html?.trimEnd()).toBe(mail.html.trimEnd());
    expect(received).toMatchObject({
      envelopeFrom: mail.bouncesTo,
      reportId: mail.envelopeId,
      envelopeTo: [mail.to.address],
      messageId: mail.messageId,
      subject: mail.subject,
    });
    expect(received?.headers).toMatchObject({
      'auto-submitted': 'auto-generated',
      'reply-to': mail.replyTo,
      date: 'Mon, 25 May 2026 06:00:00 +0000',
    });
    expect(received?.headers).not.toHaveProperty('bcc');
  });

  it.each([
    [451, 'deferred'],
    [554, 'rejected'],
  ])('takes a %i after the mail for %s', async (reply, kind) => {
    fault = () => ({ reply, text: 'not this one' });
    expect(await transport.send(mail)).toMatchObject({ kind, reply: `${reply} not this one` });
  });

  it('does not know what became of a mail when the connection breaks after the final dot', async () => {
    fault = () => 'drop-after-dot';
    expect(await transport.send(mail)).toMatchObject({ kind: 'unknown' });
    expect(inbox.messages()).toHaveLength(1);
  });

  it('does not know what became of a mail that is never answered', async () => {
    fault = () => 'hang';
    transport.onApplicationShutdown();
    const settings = settingsTo(inbox.url);
    transport = new MailTransport({ ...settings, mail: { ...settings.mail, smtpTimeoutMs: 1_000 } }, quietLog);
    expect(await transport.send(mail)).toMatchObject({ kind: 'unknown' });
  });

  it('knows that nothing was taken where nobody listens, and finds by itself that the server is back', async () => {
    expect([transport.reach, transport.waitMs]).toEqual(['up', 0]);
    const { port } = inbox;
    await inbox.stop();
    expect(await transport.send(mail)).toMatchObject({ kind: 'deferred', relayAway: true });
    expect(transport.reach).toBe('away');
    expect(transport.waitMs).toBeGreaterThan(0);
    inbox = await startInbox({ port });
    await eventually('back', () => transport.reach === 'up');
    expect(await transport.send(mail)).toMatchObject({ kind: 'accepted' });
  });

  it('gives up a reply that never ends in time for its lease', async () => {
    fault = () => 'trickle';
    transport.onApplicationShutdown();
    transport = new MailTransport({ ...settingsTo(inbox.url), leaseMs: 6_500 }, quietLog);
    expect(await transport.send(mail)).toMatchObject({ kind: 'unknown' });
  });

  it('knows that nothing was taken when a connection it had used is gone', async () => {
    expect(await transport.send(mail)).toMatchObject({ kind: 'accepted' });
    const { port } = inbox;
    await inbox.stop();
    inbox = await startInbox({ port });
    const outcome = await transport.send(mail);
    expect(['accepted', 'deferred']).toContain(outcome.kind);
    expect(inbox.messages()).toHaveLength(outcome.kind === 'accepted' ? 1 : 0);
  });

  it('sends many at once over a few connections', async () => {
    const ids = Array.from({ length: 40 }, (_, index) => `<${index}@vuosikello.example.invalid>`);
    const outcomes = await Promise.all(ids.map((messageId) => transport.send({ ...mail, messageId })));
    expect(outcomes.every(({ kind }) => kind === 'accepted')).toBe(true);
    expect(
      inbox
        .messages()
        .map(({ messageId }) => messageId)
        .sort(),
    ).toEqual([...ids].sort());
  });
});

describe('a server that refuses before the mail', () => {
  let refuse: SmtpRefusal;
  let inbox: Inbox;
  let transport: MailTransport;

  async function open(options: InboxOptions = {}): Promise<void> {
    inbox = await startInbox({ refuse: (stage, session) => refuse(stage, session), ...options });
    transport = new MailTransport(settingsTo(inbox.url), quietLog);
  }

  beforeEach(() => (refuse = () => undefined));
  afterEach(async () => {
    transport.onApplicationShutdown();
    await inbox.stop();
  });

  it.each<[string, SmtpStage['at'], ReturnType<SmtpRefusal>, object]>([
    ['greylisting', 'recipient', { reply: 451, text: '4.7.1 Greylisted' }, { kind: 'deferred', relayAway: false }],
    ['a full mailbox', 'recipient', { reply: 452, text: '4.2.2 Mailbox full' }, { kind: 'deferred', relayAway: false }],
    ['a full disk', 'sender', { reply: 452, text: '4.3.1 Disk full' }, { kind: 'deferred', relayAway: false }],
    ['too large', 'sender', { reply: 552, text: '5.3.4 Too large' }, { kind: 'rejected' }],
    ['an unknown recipient', 'recipient', { reply: 550, text: '5.1.1 No such user' }, { kind: 'rejected' }],
    ['a refused sender', 'sender', { reply: 550, text: '5.7.1 Not allowed' }, { kind: 'rejected' }],
    ['a server that closes', 'sender', { reply: 421, text: '4.3.2 Closing' }, { kind: 'deferred', relayAway: true }],
    ['a server that is busy', 'connection', { reply: 421, text: '4.3.2 Busy' }, { kind: 'deferred', relayAway: true }],
    ['a reset at the connection', 'connection', 'reset', { kind: 'deferred', relayAway: true }],
    ['a reset before the mail', 'recipient', 'reset', { kind: 'deferred', relayAway: true }],
  ])('%s', async (_what, at, refusal, outcome) => {
    refuse = (stage) => (stage.at === at ? refusal : undefined);
    await open();
    expect(await transport.send(mail)).toMatchObject(outcome);
    expect(transport.reach).toBe('relayAway' in outcome && outcome.relayAway ? 'away' : 'up');
    expect(inbox.messages()).toEqual([]);
  });

  it('whose certificate nobody has signed gets nothing', async () => {
    await open({ selfSigned: true });
    expect(await transport.send(mail)).toMatchObject({ kind: 'deferred', relayAway: true });
    expect(transport.reach).toBe('away');
    expect(inbox.messages()).toEqual([]);
  });

  it('does not count a reset before the mail as unknown when mails are signed', async () => {
    const { dkim } = newKey();
    refuse = (stage) => (stage.at === 'recipient' ? 'reset' : undefined);
    await open();
    transport.onApplicationShutdown();
    transport = new MailTransport(settingsTo(inbox.url, dkim), quietLog);
    expect(await transport.send(mail)).toMatchObject({ kind: 'deferred', relayAway: true });
  });
});

describe('a signed mail', () => {
  it('is proved to be ours by the public key alone, and no longer when a word is changed', async () => {
    const { dkim, publicKey } = newKey();
    const directory = mkdtempSync(join(tmpdir(), 'vuosikello-dkim-'));
    const inbox = await startInbox({ directory });
    const transport = new MailTransport(settingsTo(inbox.url, dkim), quietLog);
    try {
      expect(await transport.send({ ...mail, text: `${mail.text}Ääkköset  ja   välit \n\n` })).toMatchObject({
        kind: 'accepted',
      });
      const [name = ''] = readdirSync(directory).filter((file) => file.endsWith('.eml'));
      const raw = readFileSync(join(directory, name), 'latin1');
      const signature = verifyDkim(raw, publicKey);
      expect(signature).toMatchObject({ valid: true, d: dkim.domain, s: dkim.selector, c: 'relaxed/relaxed' });
      expect(signature.signed).toEqual(expect.arrayContaining(['from', 'to', 'subject', 'date', 'message-id']));
      expect(verifyDkim(raw.replace('Subject: ', 'Subject: x'), publicKey).valid).toBe(false);
      expect(verifyDkim(raw.replace('pyyt', 'kysy'), publicKey).valid).toBe(false);
      expect(verifyDkim(raw, newKey().publicKey).valid).toBe(false);
    } finally {
      transport.onApplicationShutdown();
      await inbox.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  });
});

function newKey(): { dkim: Dkim; publicKey: KeyObject } {
  const { pem: key, publicKey } = signingKey();
  return { dkim: { domain: 'paijatha.example.invalid', selector: 'vuosikello', key }, publicKey };
}

function settingsTo(smtpUrl: string, dkim?: Dkim) {
  const settings = settingsWith({});
  return {
    ...settings,
    mail: { ...settings.mail, smtpUrl, smtpTimeoutMs: 10_000 },
    sending: { ...settings.sending, dkim },
  };
}
