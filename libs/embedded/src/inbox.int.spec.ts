import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { startInbox, type Inbox, type InboxOptions, type SmtpFault } from './index';
import { waitFor } from './wait';

const opened: Inbox[] = [];
const folders: string[] = [];

async function open(options?: InboxOptions): Promise<Inbox> {
  const inbox = await startInbox(options);
  opened.push(inbox);
  return inbox;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vuosikello-inbox-'));
  folders.push(folder);
  return folder;
}

function mail(subject = 'Muistutus'): SendMailOptions {
  return {
    from: { name: 'Päijät-Hämeen hyvinvointialue', address: 'vuosikello@alue.example.invalid' },
    to: { name: 'Äänekoski Öövin', address: 'kunta@kunta.example.invalid' },
    subject,
    text: 'Hyvä vastaanottaja,\nvastausaika päättyy 31.3.',
    messageId: '<w-1@vuosikello.example.invalid>',
  };
}

type Failure = Error & { responseCode?: number; response?: string };

/** Sends over a fresh connection; answers with the failure, or `undefined` when the mail was accepted. */
async function send(
  inbox: Inbox,
  message: SendMailOptions = mail(),
  socketTimeout = 60_000,
): Promise<Failure | undefined> {
  const transport = createTransport({ host: '127.0.0.1', port: inbox.port, socketTimeout });
  try {
    await transport.sendMail(message);
    return undefined;
  } catch (error) {
    return error as Failure;
  } finally {
    transport.close();
  }
}

/** Waits for the greeting, says the lines at once, and answers with all the server said up to `last`. */
async function speak(inbox: Inbox, lines: string, last: RegExp): Promise<string> {
  const socket = connect(inbox.port, '127.0.0.1');
  const closed = once(socket, 'close');
  let said = '';
  const heard = (what: RegExp): Promise<true | undefined> =>
    waitFor(() => (what.test(said) ? true : undefined), 60_000);
  socket.on('data', (bytes) => (said += bytes.toString('utf8')));
  await heard(/^220 /m);
  socket.write(lines);
  await heard(last);
  socket.destroy();
  await closed;
  return said;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((inbox) => inbox.stop()));
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true }));
});

describe('an accepted mail', () => {
  it('comes out as it went in, with ä, ö and emoji', async () => {
    const inbox = await open();
    const heard: string[] = [];
    const stopHearing = inbox.onMessage(({ subject }) => heard.push(subject));
    const subject = 'Lausuntopyyntö: hyvinvointikertomus 🌿 – påminnelse';
    expect(
      await send(inbox, { ...mail(subject), html: '<p>Hyvä 🌿</p>', headers: { 'X-Work': 'w-1' } }),
    ).toBeUndefined();
    stopHearing();
    expect(await send(inbox, mail('Toinen'))).toBeUndefined();

    expect(heard).toEqual([subject]);
    expect(inbox.url).toBe(`smtp://127.0.0.1:${inbox.port}`);
    expect(inbox.messages()).toHaveLength(2);
    expect(inbox.messages()[0]).toMatchObject({
      receivedNo: 1,
      envelopeFrom: 'vuosikello@alue.example.invalid',
      envelopeTo: ['kunta@kunta.example.invalid'],
      messageId: '<w-1@vuosikello.example.invalid>',
      subject,
      from: 'Päijät-Hämeen hyvinvointialue <vuosikello@alue.example.invalid>',
      to: ['Äänekoski Öövin <kunta@kunta.example.invalid>'],
      text: expect.stringMatching(/^Hyvä vastaanottaja,\r?\nvastausaika päättyy 31\.3\.\s*$/),
      html: expect.stringContaining('<p>Hyvä 🌿</p>'),
      headers: expect.objectContaining({ 'x-work': 'w-1', 'mime-version': '1.0' }),
    });
    expect(inbox.messages()[1]).not.toHaveProperty('html');
  });

  it('goes to whom the envelope says, whatever its headers say', async () => {
    const inbox = await open();
    const envelope = { from: '', to: ['a@a.test', 'b@b.test'] };
    expect(await send(inbox, { ...mail(), envelope })).toBeUndefined();
    expect(inbox.messages()[0]).toMatchObject({ envelopeFrom: '', envelopeTo: ['a@a.test', 'b@b.test'] });
  });

  it('is written down for machines and for people, and numbering goes on after a restart', async () => {
    const directory = newFolder();
    const first = await open({ directory });
    await send(first, mail('Päätös: vuosikello 2026/§ 4'));
    await send(first, mail('😀'));
    await first.stop();
    const second = await open({ directory });
    await send(second, mail('../../Kolmas'));

    expect(readdirSync(directory).sort()).toEqual([
      '0001-paatos-vuosikello-2026-4.eml',
      '0001-paatos-vuosikello-2026-4.txt',
      '0002-mail.eml',
      '0002-mail.txt',
      '0003-kolmas.eml',
      '0003-kolmas.txt',
    ]);
    expect(second.messages().map(({ receivedNo }) => receivedNo)).toEqual([3]);
    const text = readFileSync(join(directory, '0001-paatos-vuosikello-2026-4.txt'), 'utf8');
    expect(text.split(/\r?\n/).slice(0, 6)).toEqual([
      'From: Päijät-Hämeen hyvinvointialue <vuosikello@alue.example.invalid>',
      'To: Äänekoski Öövin <kunta@kunta.example.invalid>',
      'Subject: Päätös: vuosikello 2026/§ 4',
      'Message-ID: <w-1@vuosikello.example.invalid>',
      '',
      'Hyvä vastaanottaja,',
    ]);
    expect(readFileSync(join(directory, '0001-paatos-vuosikello-2026-4.eml'), 'latin1')).toMatch(/^From: =\?UTF-8\?/);
  });

  it('may come by hundreds over pooled connections', async () => {
    const directory = newFolder();
    const inbox = await open({ directory });
    const transport = createTransport({ host: '127.0.0.1', port: inbox.port, pool: true, maxConnections: 4 });
    await Promise.all(Array.from({ length: 300 }, (_, index) => transport.sendMail(mail(`Mail ${index}`))));
    transport.close();
    expect(new Set(inbox.messages().map(({ subject }) => subject)).size).toBe(300);
    expect(readdirSync(directory)).toHaveLength(600);
  });
});

describe('a fault', () => {
  it.each([451, 550])('answers %d and stores nothing', async (reply) => {
    const directory = newFolder();
    const inbox = await open({ directory, fault: () => ({ reply, text: 'Ei nyt\r\n250 kiitos' }) });
    expect(await send(inbox)).toMatchObject({ responseCode: reply, response: `${reply} Ei nyt 250 kiitos` });
    expect(inbox.messages()).toEqual([]);
    expect(readdirSync(directory)).toEqual([]);
  });

  it('sees each mail and its connection, and may refuse only some', async () => {
    const inbox = await open({
      fault: async ({ receivedNo }, { remotePort }) =>
        receivedNo === 1 && remotePort > 0 ? { reply: 450, text: 'Greylisted' } : 'accept',
    });
    expect(await send(inbox)).toMatchObject({ responseCode: 450 });
    expect(await send(inbox)).toBeUndefined();
    expect(inbox.messages().map(({ receivedNo }) => receivedNo)).toEqual([2]);
  });

  it('drops the connection after the final dot, with the mail stored and the sender in the dark', async () => {
    const inbox = await open({ fault: () => 'drop-after-dot' });
    const failure = await send(inbox);
    expect(failure).toMatchObject({ message: expect.stringContaining('closed') });
    expect(failure?.responseCode).toBeUndefined();
    expect(inbox.messages()).toHaveLength(1);
  });

  it('hangs until the sender gives up, with nothing stored', async () => {
    const inbox = await open({ fault: () => 'hang' });
    expect(await send(inbox, mail(), 1_000)).toMatchObject({ code: 'ETIMEDOUT' });
    expect(inbox.messages()).toEqual([]);
  });

  it('that throws is a 451 that says so', async () => {
    const inbox = await open({ fault: () => Promise.reject(new Error('levy täynnä')) });
    expect(await send(inbox)).toMatchObject({ responseCode: 451, response: expect.stringContaining('levy täynnä') });
  });
});

describe('the server', () => {
  it('offers neither login nor TLS and says its size limit', async () => {
    const said = await speak(await open(), 'EHLO client.test\r\nSTARTTLS\r\nAUTH PLAIN AAAA\r\nQUIT\r\n', /^221 /m);
    expect(said).toMatch(/^250.SIZE 26214400/m);
    expect(said).not.toMatch(/^250.(STARTTLS|AUTH)/m);
    expect(said.match(/^50\d .*$/gm)).toHaveLength(2);
  });

  it('takes no mail over 25 MB and none that was cut before its end', async () => {
    const inbox = await open();
    const large = { filename: 'liite.bin', content: Buffer.alloc(19 * 1024 * 1024) };
    expect(await send(inbox, { ...mail(), attachments: [large] })).toMatchObject({ responseCode: 552 });
    const start = 'EHLO client.test\r\nMAIL FROM:<a@a.test>\r\nRCPT TO:<b@b.test>\r\nDATA\r\n';
    expect(await speak(inbox, `${start}Subject: kesken\r\n\r\nHyv`, /^354 /m)).toContain('354');
    expect(await send(inbox, mail('Ehjä'))).toBeUndefined();
    expect(inbox.messages().map(({ subject }) => subject)).toEqual(['Ehjä']);
  });

  it('uses the given port, refuses a taken one, and stops at once although senders keep connections', async () => {
    const asked: string[] = [];
    const fault: SmtpFault = ({ subject }) => (asked.push(subject), subject === 'hang' ? 'hang' : 'accept');
    const first = await open({ fault });
    await expect(startInbox({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    const idle = createTransport({ host: '127.0.0.1', port: first.port, pool: true });
    await idle.sendMail(mail());
    const hung = send(first, mail('hang'));
    await waitFor(() => (asked.includes('hang') ? true : undefined), 60_000);
    await first.stop();
    expect(await hung).toMatchObject({ message: expect.stringContaining('closed') });
    idle.close();
    const second = await open({ port: first.port });
    expect(second.port).toBe(first.port);
    expect(await send(second)).toBeUndefined();
  });
});
