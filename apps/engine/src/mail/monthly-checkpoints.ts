import { helsinkiDate, type Instant } from '@app/domain';
import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { elapsedMs } from '../clock/real-time';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS, STORE } from '../tokens';

/** A county that was signed for the first time since is found at the next look. */
const lookAgainMs = 3_600_000;

/**
 * Has the checkpoint of each county's log mailed to its registry, once a month of business time. Whether one replica looks or all do is
 * the same: the database owes a month's mail once.
 */
@Injectable()
export class MonthlyCheckpoints {
  private month = '';
  private lookedMs = -Infinity;
  private isUnsigned = true;

  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'log'>,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'log'>,
    private readonly log: JsonLogger,
  ) {}

  /** To be told business time whenever it is known; looks where a month has begun. Never throws. @returns whether a mail has become due */
  async at(now: Instant): Promise<boolean> {
    const month = helsinkiDate(now).slice(0, 7);
    const pauseMs = this.isUnsigned ? this.settings.log.checkpointEveryMs : lookAgainMs;
    if (month === this.month && elapsedMs() - this.lookedMs < pauseMs) return false;
    this.month = month;
    this.lookedMs = elapsedMs();
    this.isUnsigned = true;
    try {
      const outcomes = [];
      for (const { county } of await this.store.log.sizes())
        outcomes.push(await this.store.log.oweMonthlyCheckpoint(county));
      this.isUnsigned = outcomes.length === 0 || outcomes.includes('not-signed');
      return outcomes.includes('owed');
    } catch (error) {
      this.log.warn('monthly checkpoints could not be owed; trying again', errorFacts(error));
      return false;
    }
  }
}
