import { once } from 'node:events';
import type { Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { waitFor } from './wait';

const SIZE_LIMIT_BYTES = 25 * 1024 * 1024;
/** RFC 5321 §4.5.3.2.7: a server waits at least five minutes for the next command. */
const IDLE_LIMIT_MS = 300_000;
const STOP_LIMIT_MS = 5_000;
const TRICKLE_MS = 100;

/**
 * What the server does with a mail it has received in full. `accept`: store, answer 250. `reply`: answer this 4xx or
 * 5xx, store nothing. `drop-after-dot`: store, then cut the connection without an answer, so that the sender cannot
 * know. `hang`: store nothing and never answer; the connection stays open until the sender gives up. `trickle`: store
 * nothing and answer without end, a line every tenth of a second.
 */
export type SmtpOutcome = 'accept' | SmtpReply | 'drop-after-dot' | 'hang' | 'trickle';

/** A 4xx or 5xx; the text may begin with an enhanced code (RFC 3463). */
export type SmtpReply = { readonly reply: number; readonly text: string };

/** Where a conversation can be turned down before the mail itself, and for which address. */
export type SmtpStage =
  { readonly at: 'connection' } | { readonly at: 'sender' | 'recipient'; readonly address: string };

/** Turns down a stage with a reply, or by resetting the connection; undefined lets it pass. */
export type SmtpRefusal = (stage: SmtpStage, session: InboxSession) => SmtpReply | 'reset' | undefined;

export type ListenOptions = {
  readonly port: number;
  readonly refuse?: SmtpRefusal | undefined;
  /** Offers STARTTLS with a certificate that nobody has signed but itself. */
  readonly selfSigned?: boolean | undefined;
};

/** The connection a mail came over. */
export type InboxSession = { readonly id: string; readonly remoteAddress: string; readonly remotePort: number };

/** What the connection said before the mail: MAIL FROM (empty for the null sender) and RCPT TO. */
export type Envelope = {
  readonly from: string;
  readonly to: readonly string[];
  /** The sender's name for the mail in delivery reports, ENVID (RFC 3461), where it gave one. */
  readonly reportId?: string;
};

/** Takes a mail that arrived with its final dot. A rejection is answered with 451. */
export type TakeMail = (raw: Buffer, envelope: Envelope, session: InboxSession) => Promise<SmtpOutcome>;

/** A listening SMTP server and how to end it. */
export type SmtpListener = { readonly port: number; stop(): Promise<void> };

/** The open connections by their sender's end, as smtp-server names only that. */
type Sockets = Map<string, Socket>;

/** Listens on 127.0.0.1, without login and with TLS only on demand, and hands on every whole mail of at most 25 MB. */
export async function listenSmtp(
  { port, refuse, selfSigned }: ListenOptions,
  takeMail: TakeMail,
): Promise<SmtpListener> {
  const inHand = new Set<SMTPServerSession>();
  const sockets: Sockets = new Map();
  const check = (stage: SmtpStage, session: SMTPServerSession, pass: (error?: Error | null) => void): void => {
    const refusal = refuse?.(stage, sessionOf(session));
    if (refusal === undefined) pass();
    else if (refusal === 'reset') sockets.get(keyOf(session))?.resetAndDestroy();
    else pass(asError(refusal));
  };
  const server = new SMTPServer({
    disabledCommands: selfSigned ? ['AUTH'] : ['AUTH', 'STARTTLS'],
    hideSTARTTLS: !selfSigned,
    hideDSN: false,
    disableReverseLookup: true,
    // It would warn of the certificate that is meant to be bad.
    logger: false,
    size: SIZE_LIMIT_BYTES,
    socketTimeout: IDLE_LIMIT_MS,
    onConnect: (session, pass) => check({ at: 'connection' }, session, pass),
    onMailFrom: ({ address }, session, pass) => check({ at: 'sender', address }, session, pass),
    onRcptTo: ({ address }, session, pass) => check({ at: 'recipient', address }, session, pass),
    onData(stream, session, reply) {
      inHand.add(session);
      void outcomeOf(stream, session, takeMail).then((outcome) => {
        inHand.delete(session);
        answer(outcome, reply, sockets.get(keyOf(session)));
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
  const { envid } = (session.envelope as { dsn?: { envid?: string | null } }).dsn ?? {};
  const envelope: Envelope = {
    from: mailFrom === false ? '' : mailFrom.address,
    to: rcptTo.map(({ address }) => address),
    ...(envid && { reportId: envid }),
  };
  try {
    const raw = await readAll(stream);
    return raw === 'too-large'
      ? { reply: 552, text: `Mails over ${SIZE_LIMIT_BYTES} bytes are not taken` }
      : await takeMail(raw, envelope, sessionOf(session));
  } catch (error) {
    return { reply: 451, text: `The mail could not be taken: ${String(error)}` };
  }
}

function answer(outcome: SmtpOutcome, reply: (error?: Error | null) => void, socket: Socket | undefined): void {
  if (outcome === 'accept') {
    reply();
  } else if (outcome === 'drop-after-dot') {
    socket?.destroy();
  } else if (outcome === 'trickle') {
    if (socket) trickle(socket);
  } else if (outcome !== 'hang') {
    reply(asError(outcome));
  }
}

/** A reply that has always one more line to come. */
function trickle(socket: Socket): void {
  const timer = setInterval(() => socket.write('250-just a moment\r\n'), TRICKLE_MS);
  socket.once('close', () => clearInterval(timer));
}

function asError({ reply, text }: SmtpReply): Error {
  return Object.assign(new Error(text.replace(/\s+/g, ' ')), { responseCode: reply });
}

function sessionOf({ id, remoteAddress, remotePort }: SMTPServerSession): InboxSession {
  return { id, remoteAddress, remotePort };
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
