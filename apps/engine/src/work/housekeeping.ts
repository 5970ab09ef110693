import { DatabaseAwayError, type Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JsonLogger } from '../log/json-logger';
import type { Settings } from '../config/settings';
import { SETTINGS, STORE } from '../tokens';

const intervalMs = 3_600_000;

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
    try {
      await this.store.answers.dropOld();
      await this.store.proposals.lapse();
      await this.store.keptAnswers.dropOld();
      await this.store.access.purge(this.settings.accessLogDays);
      await this.store.webhooks.dropOld();
    } catch (error) {
      // In an hour there is another chance.
      if (!(error instanceof DatabaseAwayError)) throw error;
      this.log.warn('what has been kept long enough could not be removed, the database is away');
    }
  }
}
