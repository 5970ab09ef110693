import { DatabaseAwayError, type Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';

const intervalMs = 3_600_000;

/** Removes what the answer pages keep for a time only. Whether one replica does it or all do is the same. */
@Injectable()
export class OldDrafts {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly log: JsonLogger,
  ) {}

  @Interval(intervalMs)
  async drop(): Promise<void> {
    try {
      await this.store.answers.dropOld();
    } catch (error) {
      // In an hour there is another chance.
      if (!(error instanceof DatabaseAwayError)) throw error;
      this.log.warn('old drafts could not be removed, the database is away');
    }
  }
}
