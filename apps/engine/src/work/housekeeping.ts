import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { errorFacts, JsonLogger } from '../log/json-logger';
import type { Settings } from '../config/settings';
import { SETTINGS, STORE } from '../tokens';

const intervalMs = 3_600_000;
/** Removed by one statement, so that it ends long before statements are broken off. */
const portion = 10_000;
/** Of one kind in an hour; the next goes on. */
const mostPortions = 100;

/** Removes what is kept for a time only: drafts of the answer pages, kept answers, notes of the access log, what was proposed and nobody decided, and what webhooks have delivered. Whether one replica does it or all do is the same. */
@Injectable()
export class Housekeeping {
  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'answers' | 'keptAnswers' | 'access' | 'proposals' | 'webhooks'>,
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'accessLogDays'>,
    private readonly log: JsonLogger,
  ) {}

  @Interval(intervalMs)
  async drop(): Promise<void> {
    const { answers, proposals, keptAnswers, access, webhooks } = this.store;
    await this.step('drafts of answers', () => answers.dropOld(portion));
    await this.step('proposals', async () => {
      await proposals.lapse();
      return 0;
    });
    await this.step('kept answers', () => keptAnswers.dropOld(portion));
    await this.step('the access log', () => access.purge(this.settings.accessLogDays, portion));
    await this.step('deliveries of webhooks', () => webhooks.dropOld(portion));
  }

  /** What fails keeps nothing else from being removed. In an hour there is another chance. */
  private async step(what: string, remove: () => Promise<number>): Promise<void> {
    try {
      for (let done = 0; done < mostPortions; done += 1) if ((await remove()) < portion) return;
    } catch (error) {
      this.log.warn('what has been kept long enough could not be removed', { what, ...errorFacts(error) });
    }
  }
}
