import { PassThrough } from 'node:stream';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { Dkim } from '../config/dkim';

/** Whether any of the mail's own text was asked for by the connection. */
export type BodyWatch = { body?: PassThrough };
/** A delivery report is asked for where the server can give one (RFC 3461). */
export type ReportWanted = { id: string; return: 'headers'; notify: ('failure' | 'delay')[]; recipient: string };
export type WatchedMail = SendMailOptions & { watch: BodyWatch; dsn: ReportWanted };

type Readable = { createReadStream: () => NodeJS.ReadableStream };

export type PoolOptions = { url: string; timeoutMs: number; connections: number; dkim?: Dkim | undefined };

/** Opens a pool of connections to a mail server; none is made before there is something to send. */
export function openPool({ url, timeoutMs, connections, dkim }: PoolOptions): Transporter {
  return createTransport({
    url,
    pool: true,
    maxConnections: connections,
    // A connection is used as long as it serves: making a new one costs more than a mail.
    maxMessages: 10_000,
    // Sending again is decided by the handler, with what is recorded, never inside the pool.
    maxRequeues: 0,
    // Shorter than servers wait, so that no mail is handed to a connection that is being closed.
    idleTimeout: 20_000,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
    ...(dkim && { dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkim.key } }),
  });
}

/** Has each mail's body watched: what is sent has to bring a `watch`. */
export function watchBodies(pool: Transporter): Transporter {
  return pool.use('stream', (mail, done) => {
    watchBody(mail.message, (mail.data as WatchedMail).watch);
    done();
  });
}

/**
 * Watches whether the connection reads, after everything that looks at the mail before, as signing it does. A mail is small and goes to the
 * connection in one piece: every header and part of its own is a system call of its own.
 */
function watchBody(message: Readable, watch: BodyWatch): void {
  const create = message.createReadStream.bind(message);
  message.createReadStream = () => {
    const body = new PassThrough();
    watch.body = body;
    const pieces: Buffer[] = [];
    create()
      .on('data', (piece: Buffer) => pieces.push(piece))
      .once('end', () => body.end(Buffer.concat(pieces)))
      .once('error', (error: Error) => body.destroy(error));
    return body;
  };
}
