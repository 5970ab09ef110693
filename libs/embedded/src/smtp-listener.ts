import { once } from 'node:events';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { waitFor } from './wait';

const SIZE_LIMIT_BYTES = 25 * 1024 * 1024;
/** RFC 5321 §4.5.3.2.7: a server waits at least five minutes for the next command. */
const IDLE_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 5_000;

/**
 * What the server does with a mail it has received in full. `accept`: store, answer 250. `reply`: answer this 4xx or
 * 5xx, store nothing. `drop-after-dot`: store, then cut the connection without an answer, so that the sender cannot
 * know. `hang`: store nothing and never answer; the connection stays open until the sender gives up.
 */
export type SmtpOutcome = 'accept' | { readonly reply: number; readonly text: string } | 'drop-after-dot' | 'hang';

/** The connection a mail came over. */
export type InboxSession = { readonly id: string; readonly remoteAddress: string; readonly remotePort: number };

/** What the connection said before the mail: MAIL FROM (empty for the null sender) and RCPT TO. */
export type Envelope = { readonly from: string; readonly to: readonly string[] };

/** Takes a mail that arrived with its final dot. A rejection is answered with 451. */
export type TakeMail = (raw: Buffer, envelope: Envelope, session: InboxSession) => Promise<SmtpOutcome>;

/** A listening SMTP server and how to end it. */
export type SmtpListener = { readonly port: number; stop(): Promise<void> };

/** The open connections by their sender's end, as smtp-server names only that. */
type Sockets = Map<string, Socket>;

/** Listens on 127.0.0.1, without login and TLS, and hands on every whole mail of at most 25 MB. */
export async function listenSmtp(port: number, takeMail: TakeMail): Promise<SmtpListener> {
  const inHand = new Set<SMTPServerSession>();
  const sockets: Sockets = new Map();
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: SIZE_LIMIT_BYTES,
    socketTimeout: IDLE_LIMIT_MS,
    onData(stream, session, reply) {
      inHand.add(session);
      void outcomeOf(stream, session, takeMail).then((outcome) => {
        inHand.delete(session);
        answer(outcome, reply, () => sockets.get(keyOf(session))?.destroy());
      });
    },
  });
  server.server.on('connection', (socket) => {
    const key = keyOf(socket);
    sockets.set(key, socket);
    socket.once('close', () => sockets.delete(key));
  });
  return {
    port: await listen(server, port),
    async stop() {
      const closed = new Promise<void>((resolve) => {
        server.close(resolve);
      });
      await waitFor(() => (inHand.size === 0 ? true : undefined), STOP_LIMIT_MS);
      sockets.forEach((socket) => socket.destroy());
      await closed;
    },
  };
}

async function listen(server: SMTPServer, wanted: number): Promise<number> {
  const failed = new Promise<never>((_resolve, reject) => {
    // After the start these are senders' broken connections, which are theirs to deal with.
    server.on('error', reject);
  });
  const listener = server.listen({ port: wanted, host: '127.0.0.1' });
  await Promise.race([once(listener, 'listening'), failed]);
  const address = listener.address();
  return typeof address === 'object' && address !== null ? address.port : wanted;
}

async function outcomeOf(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  takeMail: TakeMail,
): Promise<SmtpOutcome> {
  const { mailFrom, rcptTo } = session.envelope;
  const envelope = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address) };
  const { id, remoteAddress, remotePort } = session;
  try {
    const raw = await readAll(stream);
    return raw === 'too-large'
      ? { reply: 552, text: `Mails over ${SIZE_LIMIT_BYTES} bytes are not taken` }
      : await takeMail(raw, envelope, { id, remoteAddress, remotePort });
  } catch (error) {
    return { reply: 451, text: `The mail could not be taken: ${String(error)}` };
  }
}

function answer(outcome: SmtpOutcome, reply: (error?: Error | null) => void, cut: () => void): void {
  if (outcome === 'accept') {
    reply();
  } else if (outcome === 'drop-after-dot') {
    cut();
  } else if (outcome !== 'hang') {
    const line = outcome.text.replace(/\s+/g, ' ');
    reply(Object.assign(new Error(line), { responseCode: outcome.reply }));
  }
}

async function readAll(stream: SMTPServerDataStream): Promise<Buffer | 'too-large'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Read on to the end, as the sender only listens after it, but keep nothing more.
    if (bytes <= SIZE_LIMIT_BYTES) {
      chunks.push(chunk);
    }
  }
  return bytes > SIZE_LIMIT_BYTES ? 'too-large' : Buffer.concat(chunks);
}

function keyOf(end: { remoteAddress?: string | undefined; remotePort?: number | undefined }): string {
  return `${String(end.remoteAddress)}:${String(end.remotePort)}`;
}
