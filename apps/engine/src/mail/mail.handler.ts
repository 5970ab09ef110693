import {
  addMs,
  helsinkiDate,
  type Instant,
  nameIn,
  type Recipient,
  type Register,
  sendingTimeOnOrAfter,
} from '@app/domain';
import { askedOf, compose, type Mail, recipientOf } from '@app/mail';
import type { Notification, Settlement, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { chance } from '../clock/randomness';
import type { Settings } from '../config/settings';
import { JsonLogger } from '../log/json-logger';
import { withoutAddresses } from '../log/without-addresses';
import { SETTINGS, STORE } from '../tokens';
import { failed, finished, type Outcome, postponed, recorded, type WorkHandler, type WorkOf } from '../work/handler';
import type { SmtpOutcome } from './classify-smtp-outcome';
import { Departure } from './departure';
import { headersOf, messageIdOf } from './headers';
import { isGivenUp, isOver, lifetimeOf } from './lifetime';
import { RecentRegisters } from './recent-registers';
import { inQuarterOfAnHour, retryAt } from './retry-times';
import { MailTransport, type OutgoingMail } from './transport';
import { tellUndelivered } from './undelivered';

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
  private readonly registers: RecentRegisters;

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly transport: MailTransport,
    private readonly departure: Departure,
    private readonly log: JsonLogger,
  ) {
    this.registers = new RecentRegisters(store.register);
  }

  async handle(work: MailWork): Promise<Outcome> {
    const notification = await this.store.notifications.readToSend(work.county, work.payload.notification);
    if (notification === undefined) return failed('the notification does not exist');
    if (!isOwed(notification)) return finished;
    const now = await this.store.now();
    // Whoever began to send it has died, or its lease has ended: nobody knows how far it came.
    if (notification.state === 'sending')
      return this.settleUnknown(work, notification, now, 'the sending was interrupted');
    const wait = this.departure.wait(now);
    if (wait !== undefined) return postponed(wait.until, wait.reason);
    if (isOver(lifetimeOf(notification, this.settings.sending.ttlMs), now))
      return this.giveUp(work, notification, `not sent in its time: ${notification.reply ?? 'it could not leave'}`);
    const register = await this.registers.at(work.county, now);
    if (register === undefined) return failed('the county has no register');
    const recipient = recipientOf(register, notification.to, helsinkiDate(now));
    if (recipient === undefined) return this.nobody(work, notification);
    const turn = await this.departure.turn(work, this.addressFor(recipient));
    if (turn !== undefined) return postponed(turn.until, turn.reason);
    return this.send({ work, notification, register, recipient, now });
  }

  private async send(due: Due): Promise<Outcome> {
    const { work, notification, recipient, now } = due;
    const token = notification.link ? await this.issueLink(due) : undefined;
    const mail = this.write(due, token && this.pageAddress(token));
    const begun = await this.store.notifications.beginSending(work, {
      notification: notification.id,
      messageId: messageIdOf(notification.id, this.settings.mail.from),
      contact: recipient.contactId ?? null,
      language: recipient.language,
      subject: mail.subject,
      // The secret of the link is not kept: whoever reads the record must not be able to answer with it.
      text: token === undefined ? mail.text : mail.text.replaceAll(token, '…'),
    });
    if (!begun) return finished;
    const outcome = await this.transport.send(this.outgoing(due, mail));
    return this.settle(work, notification, outcome, now);
  }

  private write({ notification, register, recipient, now }: Due, link: string | undefined): Mail {
    const { replyTo, from } = this.settings.mail;
    return compose({ notification, register, recipient, on: helsinkiDate(now), link, replyTo, from });
  }

  private async issueLink({ notification, recipient, now }: Due): Promise<string> {
    const { county, workflow, id } = notification;
    const contact = recipient.contactId ?? null;
    const expiresAt = addMs(now, linkDays * dayMs);
    return this.store.links.issueToSend({ county, workflow, notification: id, contact, expiresAt });
  }

  private pageAddress(token: string): string {
    return `${this.settings.publicUrl}/r/${token}`;
  }

  private outgoing({ notification, register, recipient, now }: Due, mail: Mail): OutgoingMail {
    const { mail: settings, sending } = this.settings;
    const { mode, from, replyTo } = settings;
    const asked = replyTo ?? askedOf(register, helsinkiDate(now), replyTo)?.email;
    return {
      ...mail,
      id: notification.id,
      messageId: messageIdOf(notification.id, from),
      from: { name: nameIn(register.county.name, recipient.language), address: from },
      to: { name: recipient.name ?? '', address: this.addressFor(recipient) },
      bouncesTo: sending.bouncesTo,
      ...(asked !== undefined && { replyTo: asked }),
      date: new Date(now),
      headers: {
        ...headersOf({ county: notification.county, from }),
        ...(mode.kind === 'redirect' && { 'X-Original-To': recipient.email }),
      },
    };
  }

  private addressFor({ email }: Recipient): string {
    const { mode } = this.settings.mail;
    return mode.kind === 'redirect' ? mode.to : email;
  }

  private async settle(work: MailWork, notification: Notification, sent: SmtpOutcome, now: Instant): Promise<Outcome> {
    switch (sent.kind) {
      case 'accepted':
        return this.record(work, notification, { state: 'accepted', reply: sent.reply });
      case 'rejected':
        return this.record(work, notification, { state: 'rejected', reply: sent.reply });
      case 'unknown':
        return this.settleUnknown(work, notification, now, sent.reply);
      case 'deferred':
        return this.putOff(work, notification, sent, now);
    }
  }

  /** A server that is away says nothing about the mail: it is not given up for that, unless its day is over. */
  private putOff(
    work: MailWork,
    notification: Notification,
    { reply, relayAway }: SmtpOutcome & { kind: 'deferred' },
    now: Instant,
  ): Promise<Outcome> {
    const attempts = notification.attempts + 1;
    const again = sendingTimeOnOrAfter(retryAt(now, relayAway ? 1 : attempts, chance()));
    const lifetime = lifetimeOf(notification, this.settings.sending.ttlMs);
    const givenUp = relayAway ? isOver(lifetime, again) : isGivenUp(lifetime, again, attempts);
    if (givenUp) return this.giveUp(work, notification, `given up after ${attempts} attempts: ${reply}`);
    return this.record(work, notification, { state: 'deferred', reply, retryAt: again });
  }

  private async giveUp(work: MailWork, notification: Notification, reply: string): Promise<Outcome> {
    const outcome = await this.record(work, notification, { state: 'rejected', reply });
    if (outcome.kind === 'recorded') tellUndelivered(this.log, notification);
    return outcome;
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
