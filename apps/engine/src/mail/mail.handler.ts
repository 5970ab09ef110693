import { helsinkiDate, type Instant } from '@app/domain';
import { recipientOf } from '@app/mail';
import type { Notification, Settled, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { failed, finished, type Outcome, postponed, recorded, type WorkHandler, type WorkOf } from '../work/handler';
import { Gathering, type Reached } from './gathering';
import { Letters } from './letters';
import { MailTimes, nextMorning } from './mail-times';
import { interruptedSettlement, isOwed, settlementOf } from './settlement';
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
    private readonly times: MailTimes,
    private readonly gathering: Gathering,
    private readonly letters: Letters,
    private readonly transport: MailTransport,
    private readonly log: JsonLogger,
  ) {}

  async handle(work: MailWork): Promise<Outcome> {
    const notification = await this.store.notifications.read(work.county, work.payload.notification);
    if (notification === undefined) return failed('the notification does not exist');
    if (!isOwed(notification)) return finished;
    const now = await this.store.now();
    if (isInDigest(notification)) return postponed(nextMorning(now), 'it is being sent with others');
    if (notification.state === 'sending')
      return this.record(work, notification, interruptedSettlement(notification, now));
    const later = await this.times.notBefore(now, 'gather');
    if (later) return postponed(later.until, later.reason);
    return this.reach(work, notification, now);
  }

  private async reach(work: MailWork, notification: Notification, now: Instant): Promise<Outcome> {
    const register = await this.store.register.read(work.county);
    if (register === undefined) return failed('the county has no register');
    const recipient = recipientOf(register, notification.to, helsinkiDate(now));
    if (recipient === undefined) return this.record(work, notification, { state: 'rejected', reply: 'no-recipient' });
    const reached = { notification, register, recipient, now };
    return (await this.gathering.gather(work, reached)) ?? this.send(work, reached);
  }

  private async send(work: MailWork, { notification, ...reached }: Reached): Promise<Outcome> {
    const later = await this.times.notBefore(reached.now, 'send');
    if (later) return postponed(later.until, later.reason);
    const { id } = notification;
    const batch = { ...reached, notifications: [notification] };
    const kept = this.letters.kept(id, batch);
    const mail = await this.letters.withLinks(batch);
    if (!(await this.store.notifications.beginSending(work, { notification: id, ...kept }))) return finished;
    const sent = await this.transport.send(this.letters.outgoing(id, batch, mail));
    return this.record(work, notification, settlementOf(sent, notification, batch.now));
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

/** Whether a digest that carries it has begun to leave: what becomes of it is for that to say. */
function isInDigest({ digest, state }: Notification): boolean {
  return digest !== null && (state === 'sending' || state === 'unknown');
}
