import { PassThrough, pipeline } from 'node:stream';
import type { MailCalendar } from '@app/mail';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS } from '../tokens';
import { within } from '../work/within';
import { classifySmtpError, type SmtpError, type SmtpOutcome } from './classify-smtp-outcome';

/** A person or an office with its address; never one text, which could be read as several addresses. */
export type Mailbox = { name: string; address: string };

export type OutgoingMail = {
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  /** Left out where nobody is named; answers then go to the sender. */
  replyTo?: string;
  subject: string;
  text: string;
  html: string;
  calendar?: readonly MailCalendar[];
  /** Business time: what the reader sees as the time of sending. */
  date: Date;
  headers: Readonly<Record<string, string>>;
};

/** Whether any of the mail's own text was asked for by the connection. */
type BodyWatch = { body?: PassThrough };
type WatchedMail = SendMailOptions & { watch: BodyWatch };

const verifyLimitMs = 10_000;
/** Recording what came of it must still fit into the lease. */
const recordingMs = 5_000;

/** The way out to the mail server, over pooled connections. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly pool: Transporter | undefined;
  private relayAway = false;
  private asking: Promise<boolean> | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: JsonLogger,
  ) {
    const { mail, concurrency } = settings;
    if (mail.smtpUrl !== undefined) this.pool = openPool(mail.smtpUrl, mail.smtpTimeoutMs, concurrency);
  }

  /** Whether the relay answers; asked only after it did not, so that mails do not use up their attempts meanwhile. */
  async isReachable(): Promise<boolean> {
    if (this.pool === undefined) return false;
    if (!this.relayAway) return true;
    // Many mails may ask at once; the relay is asked once.
    this.asking ??= this.ask(this.pool).finally(() => (this.asking = undefined));
    return this.asking;
  }

  /** Sends one mail to one address. Never throws: whatever happens is an outcome. */
  async send({ from, to, calendar = [], ...mail }: OutgoingMail): Promise<SmtpOutcome> {
    if (this.pool === undefined) return { kind: 'deferred', reply: 'there is no mail server', relayAway: true };
    const watch: BodyWatch = {};
    const watched: WatchedMail = {
      ...mail,
      ...withCalendar(calendar),
      from,
      to,
      envelope: { from: from.address, to: [to.address] },
      // A server that trickles its replies never runs into the socket's timeout.
      signal: AbortSignal.timeout(this.settings.leaseMs - recordingMs),
      watch,
    };
    const outcome = await this.pool.sendMail(watched).then(
      ({ response }): SmtpOutcome => ({ kind: 'accepted', reply: String(response) }),
      (error: unknown) => classifySmtpError(error as SmtpError, watch.body?.readableDidRead === true),
    );
    this.relayAway = outcome.kind === 'deferred' && outcome.relayAway;
    return outcome;
  }

  private async ask(pool: Transporter): Promise<boolean> {
    try {
      await within(verifyLimitMs, 'the mail server', pool.verify());
      this.relayAway = false;
      return true;
    } catch (error) {
      this.log.warn('the mail server does not let us in; mails wait', errorFacts(error));
      return false;
    }
  }

  onApplicationShutdown(): void {
    this.pool?.close({ force: true });
  }
}

/**
 * A meeting goes as programs expect it, beside the text and as a file: they show it with its buttons. A day that is only told of goes as
 * a file alone, as several do: beside the text, some programs would show the day instead of the mail.
 */
export function withCalendar(calendar: readonly MailCalendar[]): Pick<SendMailOptions, 'icalEvent' | 'attachments'> {
  const [first, ...others] = calendar;
  if (first === undefined) return {};
  if (others.length === 0 && first.method !== 'PUBLISH')
    return { icalEvent: { method: first.method, filename: first.name, content: first.content } };
  return {
    attachments: calendar.map(({ name, method, content }) => ({
      filename: name,
      content,
      contentType: `text/calendar; charset=utf-8; method=${method}`,
    })),
  };
}

function openPool(url: string, timeoutMs: number, connections: number): Transporter {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: connections,
    // Sending again is decided here, with what is recorded, never inside the pool.
    maxRequeues: 0,
    // Shorter than servers wait, so that no mail is handed to a connection that is being closed.
    idleTimeout: 20_000,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  pool.use('stream', (mail, done) => {
    const { watch } = mail.data as WatchedMail;
    mail.message.processFunc((input) => {
      const body = new PassThrough();
      watch.body = body;
      // Either end's failure is reported by the sending itself.
      return pipeline(input, body, () => undefined);
    });
    done();
  });
  return pool;
}
