import { addDays, helsinkiDate, helsinkiInstant, type Instant, sendingTimeOnOrAfter } from '@app/domain';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { SETTINGS } from '../tokens';
import { inOneMinute, inQuarterOfAnHour } from './retry-times';
import { MailTransport } from './transport';

/** Why a mail waits, and until when (business time). */
export type Wait = { until: Instant; reason: string };

/** When mail may go. */
@Injectable()
export class MailTimes {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly transport: MailTransport,
  ) {}

  /** Why mail is not gathered (put with what else its reader gets that day), or not sent, now. All reasons to wait stand here. */
  async notBefore(now: Instant, what: 'gather' | 'send'): Promise<Wait | undefined> {
    if (this.settings.mail.mode.kind === 'hold') return { until: inQuarterOfAnHour(now), reason: 'mail is on hold' };
    const sendAt = sendingTimeOnOrAfter(now);
    if (sendAt > now) return { until: sendAt, reason: 'outside sending hours' };
    if (what === 'gather' || (await this.transport.isReachable())) return undefined;
    return { until: inOneMinute(now), reason: 'the mail server is away' };
  }
}

/** When sending begins on the next day on which mail is sent. */
export function nextMorning(now: Instant): Instant {
  return sendingTimeOnOrAfter(helsinkiInstant(addDays(helsinkiDate(now), 1), '00:00'));
}
