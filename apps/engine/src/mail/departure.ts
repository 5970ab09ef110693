import { addMs, type Instant, sendingTimeOnOrAfter } from '@app/domain';
import type { Store, WorkClaim } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { SETTINGS, STORE } from '../tokens';
import { asciiDomainOf } from './address-in-ascii';
import { RecentlyRead } from './recently-read';
import { inQuarterOfAnHour } from './retry-times';
import { MailTransport } from './transport';

/** A mail is not to leave before then, and why. Business time. */
export type Wait = { until: Instant; reason: string };

/** What every mail waits for before it leaves, in one place. */
@Injectable()
export class Departure {
  private readonly holds: RecentlyRead<boolean>;

  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'work' | 'operations'>,
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly transport: MailTransport,
  ) {
    // Spares the writing of what would not leave. Whether it may leave is asked again where it is recorded that sending begins.
    this.holds = new RecentlyRead({ read: async (county) => (await store.operations.holds(county)).length > 0 });
  }

  /** Why no mail of the county is gathered (put with what else its reader gets that day), or sent, now. */
  async wait(county: string, now: Instant, what: 'gather' | 'send'): Promise<Wait | undefined> {
    if (await this.isHeld(county, now)) return { until: inQuarterOfAnHour(now), reason: 'mail is on hold' };
    const sendAt = sendingTimeOnOrAfter(now);
    if (sendAt > now) return { until: sendAt, reason: 'outside sending hours' };
    const { waitMs } = this.transport;
    return what === 'send' && waitMs > 0
      ? { until: addMs(now, Math.ceil(waitMs)), reason: 'the mail server is away' }
      : undefined;
  }

  /** For this engine by its settings, for all by a switch in the database. */
  private async isHeld(county: string, now: Instant): Promise<boolean> {
    if (this.settings.mail.mode.kind === 'hold') return true;
    // What was read a moment ago must not put off by a quarter of an hour what has just been released.
    return (await this.holds.at(county, now)) && (await this.holds.anew(county, now));
  }

  /** Takes the mail's turn within the rate limits, or says when it comes. Asked last: a turn that is taken is used up. */
  async turn(work: WorkClaim, address: string): Promise<Wait | undefined> {
    const { perMinute, perMinuteAndDomain } = this.settings.sending;
    const domain = asciiDomainOf(address);
    const until = await this.store.work.takeTurn(work, { domain, perMinute, perMinuteAndDomain });
    return until === undefined ? undefined : { until, reason: 'the rate limit' };
  }
}
