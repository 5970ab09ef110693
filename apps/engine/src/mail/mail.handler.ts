import { domainToASCII } from 'node:url';
import {
  addMs,
  helsinkiDate,
  type Instant,
  nameIn,
  type Recipient,
  type Register,
  sendingTimeOnOrAfter,
} from '@app/domain';
import { askedOf, compose, type Mail, messageIdFor, recipientOf } from '@app/mail';
import type { Notification, Settlement, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { JsonLogger } from '../log/json-logger';
import { withoutAddresses } from '../log/without-addresses';
import { SETTINGS, STORE } from '../tokens';
import { failed, finished, type Outcome, postponed, recorded, type WorkHandler, type WorkOf } from '../work/handler';
import type { SmtpOutcome } from './classify-smtp-outcome';
import { inOneMinute, inQuarterOfAnHour, mostAttempts, retryAt } from './retry-times';
import { MailTransport, type OutgoingMail } from './transport';

type MailWork = WorkOf<'mail'>;
/** A notification that is to be sent now, and whom to. */
type Due = { work: MailWork; notification: Notification; register: Register; recipient: Recipient; now: Instant };

const linkDays = 180;
const dayMs = 86_400_000;
const longestReply = 500;

/**
 * Sends a notification: decides whether, when and to whom, records that sending begins, sends, and records how it ended.
 * A mail goes out a second time only when nobody knows whether it did the first time, and then under the same Message-ID.
 */
@Injectable()
export class MailHandler implements WorkHandler<'mail'> {
  readonly kind = 'mail';

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly transport: MailTransport,
    private readonly log: JsonLogger,
  ) {}

  async handle(work: MailWork): Promise<Outcome> {
    const notification = await this.store.notifications.read(work.county, work.payload.notification);
    if (notification === undefined) return failed('the notification does not exist');
    if (!isOwed(notification)) return finished;
    const now = await this.store.now();
    // Whoever began to send it has died, or its lease has ended: nobody knows how far it came.
    if (notification.state === 'sending')
      return this.settleUnknown(work, notification, now, 'the sending was interrupted');
    const later = await this.notBefore(now);
    if (later !== undefined) return later;
    const register = await this.store.register.withColleagues(work.county);
    if (register === undefined) return failed('the county has no register');
    const recipient = recipientOf(register, notification.to, helsinkiDate(now));
    if (recipient === undefined) return this.nobody(work, notification);
    return this.send({ work, notification, register, recipient, now });
  }

  /** Why it is not sent now, if so. */
  private async notBefore(now: Instant): Promise<Outcome | undefined> {
    if (this.settings.mail.mode.kind === 'hold') return postponed(inQuarterOfAnHour(now), 'mail is on hold');
    const sendAt = sendingTimeOnOrAfter(now);
    if (sendAt > now) return postponed(sendAt, 'outside sending hours');
    if (await this.transport.isReachable()) return undefined;
    return postponed(inOneMinute(now), 'the mail server is away');
  }

  private async send(due: Due): Promise<Outcome> {
    const { work, notification, recipient, now } = due;
    // The secret of the link is not kept: whoever reads the record must not be able to answer with it.
    const kept = this.write(due, notification.link ? this.pageAddress('…') : undefined);
    const link = notification.link ? await this.issueLink(due) : undefined;
    const begun = await this.store.notifications.beginSending(work, {
      notification: notification.id,
      messageId: this.messageId(notification),
      contact: recipient.contactId ?? null,
      language: recipient.language,
      ...kept,
    });
    if (!begun) return finished;
    const outcome = await this.transport.send(this.outgoing(due, this.write(due, link)));
    return this.settle(work, notification, outcome, now);
  }

  private write({ notification, register, recipient, now }: Due, link: string | undefined): Mail {
    const { replyTo } = this.settings.mail;
    return compose({ notification, register, recipient, on: helsinkiDate(now), link, replyTo });
  }

  private async issueLink({ notification, recipient, now }: Due): Promise<string> {
    const { county, workflow, id } = notification;
    const contact = recipient.contactId ?? null;
    const expiresAt = addMs(now, linkDays * dayMs);
    return this.pageAddress(await this.store.links.issue({ county, workflow, notification: id, contact, expiresAt }));
  }

  private pageAddress(token: string): string {
    return `${this.settings.publicUrl}/r/${token}`;
  }

  private outgoing({ notification, register, recipient, now }: Due, mail: Mail): OutgoingMail {
    const { mode, from, replyTo } = this.settings.mail;
    const redirected = mode.kind === 'redirect';
    const asked = replyTo ?? askedOf(register, helsinkiDate(now), replyTo)?.email;
    return {
      ...mail,
      messageId: this.messageId(notification),
      from: { name: nameIn(register.county.name, recipient.language), address: from },
      to: { name: recipient.name ?? '', address: redirected ? mode.to : recipient.email },
      ...(asked !== undefined && { replyTo: asked }),
      date: new Date(now),
      headers: {
        'Auto-Submitted': 'auto-generated',
        ...(redirected && { 'X-Original-To': recipient.email }),
      },
    };
  }

  private messageId({ id }: Notification): string {
    const [, domain = ''] = this.settings.mail.from.split('@');
    return messageIdFor(id, domainToASCII(domain));
  }

  private async settle(work: MailWork, notification: Notification, sent: SmtpOutcome, now: Instant): Promise<Outcome> {
    const attempts = notification.attempts + 1;
    switch (sent.kind) {
      case 'accepted':
        return this.record(work, notification, { state: 'accepted', reply: sent.reply });
      case 'rejected':
        return this.record(work, notification, { state: 'rejected', reply: sent.reply });
      case 'unknown':
        return this.settleUnknown(work, notification, now, sent.reply);
      case 'deferred':
        // A relay that is away says nothing about the mail: it is not given up for that.
        if (!sent.relayAway && attempts >= mostAttempts) {
          const reply = `given up after ${attempts} attempts: ${sent.reply}`;
          return this.record(work, notification, { state: 'rejected', reply });
        }
        return this.record(work, notification, {
          state: 'deferred',
          reply: sent.reply,
          retryAt: retryAt(now, attempts),
        });
    }
  }

  /** Repeated once after a quarter of an hour; if that is not known either, it stays so. */
  private settleUnknown(work: MailWork, notification: Notification, now: Instant, reply: string): Promise<Outcome> {
    const repeat = notification.repeats === 0 && notification.state !== 'unknown';
    return this.record(work, notification, {
      state: 'unknown',
      reply,
      ...(repeat && { retryAt: inQuarterOfAnHour(now) }),
    });
  }

  private nobody(work: MailWork, notification: Notification): Promise<Outcome> {
    return this.record(work, notification, { state: 'rejected', reply: 'no-recipient' });
  }

  private async record(
    work: MailWork,
    { id, template, to }: Notification,
    outcome: Omit<Settlement, 'notification'>,
  ): Promise<Outcome> {
    const reply = withoutAddresses(outcome.reply).replace(/\s+/g, ' ').slice(0, longestReply);
    const current = await this.store.notifications.settle(work, { ...outcome, notification: id, reply });
    const facts = { notification: id, template, organisation: to.organisation, state: outcome.state, reply };
    if (!current) this.log.warn('the lease had ended before the mail was recorded', facts);
    else if (outcome.state === 'accepted') this.log.debug('mail', facts);
    else this.log.warn('mail', facts);
    // Without a record there is nothing left to do here: somebody else has the work, or the mail is no longer wanted.
    return current ? recorded : finished;
  }
}

function isOwed({ state, repeats }: Notification): boolean {
  return state === 'queued' || state === 'deferred' || state === 'sending' || (state === 'unknown' && repeats === 0);
}
