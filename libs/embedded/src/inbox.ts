import { EventEmitter } from 'node:events';
import { openInboxFolder } from './inbox-folder';
import { readMessage, type InboxMessage } from './inbox-message';
import { listenSmtp, type InboxSession, type SmtpOutcome, type SmtpRefusal } from './smtp-listener';

/** Decides a mail's outcome in tests; asked once for each mail, before it is stored. */
export type SmtpFault = (message: InboxMessage, session: InboxSession) => SmtpOutcome | Promise<SmtpOutcome>;

/** A running local mail server that keeps what it gets. */
export type Inbox = {
  /** `smtp://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  /** The mails stored since the start, in the order they were stored. */
  messages(): readonly InboxMessage[];
  /** How many mails were taken, kept or not. */
  taken(): number;
  /** Calls the listener for each mail when it is stored, before the sender gets its answer. Returns how to stop that. */
  onMessage(listener: (message: InboxMessage) => void): () => void;
  /** Lets mails in hand be finished (at most 5 s), then closes every connection and the port. */
  stop(): Promise<void>;
};

export type InboxOptions = {
  /** A free one when not given. */
  readonly port?: number;
  /** Where each mail is also written as `.eml` and `.txt`; numbering goes on from what is there. */
  readonly directory?: string;
  readonly fault?: SmtpFault;
  /** Asked before the mail itself: at the connection, the sender and the recipient. */
  readonly refuse?: SmtpRefusal;
  /** Offers STARTTLS with a certificate that no sender trusts. */
  readonly selfSigned?: boolean;
  /** Takes every mail, and neither reads nor keeps it: for measuring how fast others send. */
  readonly discard?: boolean;
};

/**
 * Starts the inbox on 127.0.0.1: no login, TLS only when told so, mails up to 25 MB.
 * @throws the system's error when the port is taken or the directory cannot be written.
 */
export async function startInbox({
  port,
  directory,
  fault,
  refuse,
  selfSigned,
  discard,
}: InboxOptions = {}): Promise<Inbox> {
  const folder = directory === undefined ? undefined : await openInboxFolder(directory);
  const stored: InboxMessage[] = [];
  const bell = new EventEmitter<{ message: [InboxMessage] }>();
  let received = folder?.lastNo ?? 0;
  let taken = 0;

  const listener = await listenSmtp({ port: port ?? 0, refuse, selfSigned }, async (raw, envelope, session) => {
    received += 1;
    if (discard) {
      taken += 1;
      return 'accept';
    }
    const message = await readMessage(raw, envelope, received);
    const outcome = (await fault?.(message, session)) ?? 'accept';
    if (outcome === 'accept' || outcome === 'drop-after-dot') {
      await folder?.store(message, raw);
      stored.push(message);
      taken += 1;
      ring(bell, message);
    }
    return outcome;
  });

  return {
    url: `smtp://127.0.0.1:${listener.port}`,
    port: listener.port,
    messages: () => stored,
    taken: () => taken,
    onMessage(heard) {
      bell.on('message', heard);
      return () => bell.off('message', heard);
    },
    stop: () => listener.stop(),
  };
}

/** A listener that throws is its owner's bug: it surfaces there, and the mail that is stored is still acknowledged. */
function ring(bell: EventEmitter<{ message: [InboxMessage] }>, message: InboxMessage): void {
  try {
    bell.emit('message', message);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
