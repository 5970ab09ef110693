import { addDays, helsinkiInstant, sendingTimeOnOrAfter } from '@app/domain';
import { isReminder, urgencyOf } from '@app/mail';
import type { Notification, Settled, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { STORE } from '../tokens';
import type { Wait } from './departure';

/** What a silence makes of a mail: it waits, or it falls away. */
type Hushed = { wait: Wait } | { settled: Settled };

/** Organisations that are not to be written to for a while: staff have said so, and until when. */
@Injectable()
export class Silence {
  constructor(@Inject(STORE) private readonly store: Pick<Store, 'silences'>) {}

  /** Undefined where the mail may go: there is no silence, it answers what its reader has just done, or staff have sent it again. */
  async over(notification: Notification): Promise<Hushed | undefined> {
    const { county, template, to, data, resentOf } = notification;
    const lastDay = await this.store.silences.lastDay(county, to.organisation);
    if (lastDay === undefined || resentOf !== null || urgencyOf(template, data, lastDay) === 'reply') return undefined;
    if (isReminder(template)) return { settled: { state: 'suppressed', reply: 'organisation-silenced' } };
    const until = sendingTimeOnOrAfter(helsinkiInstant(addDays(lastDay, 1), '00:00'));
    return { wait: { until, reason: 'the organisation is not written to' } };
  }
}
