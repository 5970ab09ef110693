import { addDays, type CivilDate, type Instant, nextSendingMorning } from '@app/domain';
import { isReminder, urgencyOf } from '@app/mail';
import type { Notification, Settled, Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { STORE } from '../tokens';
import type { Wait } from './departure';
import { RecentlyRead } from './recently-read';

/** What a silence makes of a mail: it waits, or it falls away. */
type Hushed = { wait: Wait } | { settled: Settled };

/** Organisations that are not to be written to for a while: staff have said so, and until when. */
@Injectable()
export class Silence {
  private readonly recent: RecentlyRead<ReadonlyMap<string, CivilDate>>;

  constructor(@Inject(STORE) store: Pick<Store, 'silences'>) {
    this.recent = new RecentlyRead({ read: (county) => store.silences.lastDays(county) });
  }

  /**
   * Undefined where the mail may go: there is no silence, it answers what its reader has just done, or staff have sent it again. What
   * waits is looked at every morning, so that it leaves when the silence is ended early.
   */
  async over(notification: Notification, now: Instant): Promise<Hushed | undefined> {
    const { county, template, to, data, resentOf } = notification;
    const lastDay = (await this.recent.at(county, now)).get(to.organisation);
    if (lastDay === undefined || resentOf !== null || urgencyOf(template, data, lastDay) === 'reply') return undefined;
    if (isReminder(template)) return { settled: { state: 'suppressed', reply: 'organisation-silenced' } };
    return {
      wait: { until: nextSendingMorning(now), reason: `the organisation is written to from ${addDays(lastDay, 1)} on` },
    };
  }
}
