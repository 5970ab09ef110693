import type { MailCalendar } from '@app/mail';
import { within } from '@app/telemetry';
import { Inject, Injectable, type OnApplicationShutdown, Optional } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { chance } from '../clock/randomness';
import { elapsedMs } from '../clock/real-time';
import type { Settings } from '../config/settings';
import { JsonLogger } from '../log/json-logger';
import { SETTINGS } from '../tokens';
import { EngineWatch } from '../watching/engine-watch';
import { inAscii } from './address-in-ascii';
import { withCalendar } from './calendar-parts';
import { Circuit } from './circuit';
import { classifySmtpError, type SmtpError, type SmtpOutcome } from './classify-smtp-outcome';
import { type BodyWatch, openPool, watchBodies, type WatchedMail } from './smtp-pool';

/** A person or an office with its address; never one text, which could be read as several addresses. */
export type Mailbox = { name: string; address: string };

export type OutgoingMail = {
  /** Comes back in a delivery report of servers that give one. */
  envelopeId: string;
  messageId: string;
  from: Mailbox;
  to: Mailbox;
  /** Where bounces go: the sender of the envelope. */
  bouncesTo: string;
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

const verifyLimitMs = 10_000;
/** Recording what came of it must still fit into the lease. */
const recordingMs = 5_000;

/** The way out to the mail server, over pooled connections. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly pool: Transporter | undefined;
  private readonly circuit: Circuit;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    log: JsonLogger,
    @Optional() private readonly watch?: EngineWatch,
  ) {
    const { mail, sending } = settings;
    if (mail.smtpUrl !== undefined)
      this.pool = watchBodies(
        openPool({
          url: mail.smtpUrl,
          timeoutMs: mail.smtpTimeoutMs,
          connections: sending.connections,
          dkim: sending.dkim,
        }),
      );
    this.circuit = new Circuit({
      probe: () => this.probe(),
      onOpen: (reason, waitMs) => log.warn('the mail server is away; mails wait', { reason, waitMs }),
      onClose: (awayMs) => log.warn('the mail server is there again', { awayMs: Math.round(awayMs) }),
      elapsedMs,
      chance,
    });
  }

  /** Whether the server was there when it was last spoken to. */
  get reach(): 'up' | 'away' {
    return this.circuit.state === 'closed' ? 'up' : 'away';
  }

  /** How long mails are to wait for a server that is away, in milliseconds of real time; 0: they may go. */
  get waitMs(): number {
    return this.circuit.waitMs;
  }

  /** Sends one mail to one address. Never throws: whatever happens is an outcome. */
  async send(mail: OutgoingMail): Promise<SmtpOutcome> {
    if (!this.watch) return this.handOver(mail);
    const { mailSendings, mailSendingSeconds, tracing } = this.watch;
    const beganMs = elapsedMs();
    const outcome = await tracing.span('mail', { kind: 'client' }, async (span) => {
      const handed = await this.handOver(mail);
      span.set({ 'vuosikello.outcome': handed.kind });
      return handed;
    });
    mailSendings.inc({ outcome: outcome.kind });
    mailSendingSeconds.observe((elapsedMs() - beganMs) / 1_000);
    return outcome;
  }

  private async handOver({
    envelopeId,
    from,
    to,
    bouncesTo,
    calendar = [],
    ...mail
  }: OutgoingMail): Promise<SmtpOutcome> {
    if (this.pool === undefined) return { kind: 'deferred', reply: 'there is no mail server', relayAway: true };
    const watch: BodyWatch = {};
    const patience = new AbortController();
    const patienceEnds = setTimeout(() => patience.abort(), this.settings.leaseMs - recordingMs);
    const recipient = inAscii(to.address);
    const watched: WatchedMail = {
      ...mail,
      ...withCalendar(calendar),
      from,
      to,
      envelope: { from: inAscii(bouncesTo), to: [recipient] },
      dsn: { id: envelopeId, return: 'headers', notify: ['failure', 'delay'], recipient: `rfc822;${recipient}` },
      // A server that trickles its replies never runs into the socket's timeout.
      signal: patience.signal,
      watch,
    };
    const outcome = await this.pool.sendMail(watched).then(
      ({ response }): SmtpOutcome => ({ kind: 'accepted', reply: String(response) }),
      (error: unknown) => classifySmtpError(error as SmtpError, watch.body?.readableDidRead === true),
    );
    clearTimeout(patienceEnds);
    this.note(outcome);
    return outcome;
  }

  private note(outcome: SmtpOutcome): void {
    if (outcome.kind === 'deferred' && outcome.relayAway) this.circuit.failed(outcome.reply);
    // A connection that broke within a mail says nothing about the next.
    else if (outcome.kind !== 'unknown') this.circuit.answered();
  }

  private async probe(): Promise<void> {
    if (this.pool === undefined) throw new Error('there is no mail server');
    await within(verifyLimitMs, 'the mail server', this.pool.verify());
  }

  onApplicationShutdown(): void {
    this.circuit.stop();
    this.pool?.close({ force: true });
  }
}
