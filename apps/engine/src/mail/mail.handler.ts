import { helsinkiDate, type Instant, nextSendingMorning } from '@app/domain';
import { recipientOf } from '@app/mail';
import type { Notification, Settled, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { chance } from '../clock/randomness';
import type { Settings } from '../config/settings';
import { JsonLogger } from '../log/json-logger';
import { SETTINGS, STORE } from '../tokens';
import { failed, finished, type Outcome, postponed, recorded, type WorkHandler, type WorkOf } from '../work/handler';
import { Departure } from './departure';
import { Gathering, type Reached } from './gathering';
import { Journal } from './journal';
import { Letters } from './letters';
import { isGivenUp, isOver, type Lifetime, lifetimeOf } from './lifetime';
import { Registers } from './registers';
import { Silence } from './silence';
import { givenUp, interruptedSettlement, isOwed, settlementOf } from './settlement';
import { MailTransport } from './transport';

type MailWork = WorkOf<'mail'>;

/**
 * A notification that is owed: routine mail is put into its reader's mail of the day, which is work of its own; any other is sent at
 * once. It is recorded that sending begins, then how it ended. A mail goes out a second time only when nobody knows whether it did
 * the first time, and then under the same Message-ID.
 */
@Injectable()
export class MailHandler implements WorkHandler<'mail'> {
  readonly kind = 'mail';

  constructor(
    @Inject(STORE) private readonly store: Store,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly registers: Registers,
    private readonly departure: Departure,
    private readonly silence: Silence,
    private readonly gathering: Gathering,
    private readonly letters: Letters,
    private readonly journal: Journal,
    private readonly transport: MailTransport,
    private readonly log: JsonLogger,
  ) {}

  async handle(work: MailWork): Promise<Outcome> {
    const notification = await this.store.notifications.readToSend(work.county, work.payload.notification);
    if (notification === undefined) return failed('the notification does not exist');
    if (!isOwed(notification)) return finished;
    const now = await this.store.now();
    if (isInDigest(notification)) return postponed(nextSendingMorning(now), 'it is being sent with others');
    if (notification.state === 'sending')
      return this.record(work, notification, interruptedSettlement(notification, now));
    const wait = await this.departure.wait(work.county, now, 'gather');
    if (wait) return postponed(wait.until, wait.reason);
    if (isSpent(notification, this.lifetimeOf(notification), now))
      return this.record(
        work,
        notification,
        givenUp(`not sent in its time: ${notification.reply ?? 'it could not leave'}`),
      );
    const hushed = await this.silence.over(notification, now);
    if (!hushed) return this.reach(work, notification, now);
    if ('settled' in hushed) return this.record(work, notification, hushed.settled);
    return postponed(hushed.wait.until, hushed.wait.reason);
  }

  private async reach(work: MailWork, notification: Notification, now: Instant): Promise<Outcome> {
    const register = await this.registers.at(work.county, now, notification.to);
    if (register === undefined) return failed('the county has no register');
    const recipient = recipientOf(register, notification.to, helsinkiDate(now));
    if (recipient === undefined) return this.record(work, notification, withoutRecipient(notification));
    const reached = { notification, register, recipient, now };
    return (await this.gathering.gather(work, reached)) ?? this.send(work, reached);
  }

  private async send(work: MailWork, { notification, ...reached }: Reached): Promise<Outcome> {
    const { id } = notification;
    const batch = { ...reached, notifications: [notification] };
    const written = await this.letters.write(id, batch);
    const wait =
      (await this.departure.wait(work.county, batch.now, 'send')) ??
      (await this.departure.turn(work, this.letters.addressFor(batch.recipient)));
    if (wait) return postponed(wait.until, wait.reason);
    await this.letters.issueLinks(written);
    if (!(await this.store.notifications.beginSending(work, { notification: id, ...written.kept }))) return finished;
    const sent = await this.transport.send(this.letters.outgoing(batch, written));
    this.journal.note(sent, work.county, batch, written);
    const trying = { now: batch.now, lifetime: this.lifetimeOf(notification), chance: chance() };
    return this.record(work, notification, settlementOf(sent, notification, trying));
  }

  private lifetimeOf(notification: Notification): Lifetime {
    return lifetimeOf(notification, this.settings.sending.ttlMs);
  }

  private async record(work: MailWork, { id, template, to }: Notification, settled: Settled): Promise<Outcome> {
    const current = await this.store.notifications.settle(work, { ...settled, notification: id });
    const { state, reply } = settled;
    const facts = { notification: id, template, organisation: to.organisation, state, reply };
    if (!current) this.log.warn('the lease had ended before the mail was recorded', facts);
    else if (state === 'accepted') this.log.debug('mail', facts);
    else this.log.warn('mail', facts);
    // Without a record there is nothing left to do here: somebody else has the work, or the mail is no longer wanted.
    return current ? recorded : finished;
  }
}

/** A deputy is told beside somebody who is told: where there is none, nothing is missing. */
function withoutRecipient({ to }: Notification): Settled {
  if (to.audience.startsWith('deputy-of-')) return { state: 'suppressed', reply: 'no-deputy' };
  return { state: 'rejected', reply: 'no-recipient' };
}

/** Whether a digest that carries it has begun to leave: what becomes of it is for that to say. */
function isInDigest({ digest, state }: Notification): boolean {
  return digest !== null && (state === 'sending' || state === 'unknown');
}

/** Whether it is given up: its day is over, or the server has put it off, alone or with others, for as long as it is tried. */
function isSpent({ state, attempts }: Notification, lifetime: Lifetime, now: Instant): boolean {
  return isOver(lifetime, now) || (state === 'deferred' && isGivenUp(lifetime, now, attempts));
}
