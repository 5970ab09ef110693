import { type Inbox, type SmtpFault, startInbox } from '@app/embedded';
import { quietLog, settingsWith } from '../../test/settings';
import { MailTransport, type OutgoingMail } from './transport';

const mail: OutgoingMail = {
  messageId: '<09.test.n1@vuosikello.example.invalid>',
  from: { name: 'Päijät-Hämeen hyvinvointialue', address: 'vuosikello@paijatha.example.invalid' },
  to: { name: 'Esimerkki, Lauri\r\nBcc: paha@y.fi', address: 'lauri.esimerkki@asikkala.example.invalid' },
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
      envelopeFrom: mail.from.address,
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
    expect(await transport.send(mail)).toMatchObject({ kind: 'unknown' });
  });

  it('knows that nothing was taken where nobody listens, and asks before the next mail', async () => {
    expect(await transport.isReachable()).toBe(true);
    const { port } = inbox;
    await inbox.stop();
    expect(await transport.send(mail)).toMatchObject({ kind: 'deferred', relayAway: true });
    expect(await transport.isReachable()).toBe(false);
    inbox = await startInbox({ port });
    expect(await transport.isReachable()).toBe(true);
    expect(await transport.send(mail)).toMatchObject({ kind: 'accepted' });
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

function settingsTo(smtpUrl: string) {
  const settings = settingsWith({});
  return { ...settings, mail: { ...settings.mail, smtpUrl, smtpTimeoutMs: 1_000 } };
}
