import { DatabaseAwayError, type Store } from '@app/store';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';

const intervalMs = 3_600_000;

/**
 * Has the checkpoint of each county's log mailed to its registry, once a month. Whether one replica looks or all do is the same: the
 * database owes a month's mail once.
 */
@Injectable()
export class MonthlyCheckpoints implements OnApplicationBootstrap {
  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'log'>,
    private readonly log: JsonLogger,
  ) {}

  /** Not waited for: the engine begins to work whatever the database is doing. */
  onApplicationBootstrap(): void {
    void this.look();
  }

  @Interval(intervalMs)
  async look(): Promise<void> {
    try {
      for (const { county } of await this.store.log.sizes()) await this.store.log.oweMonthlyCheckpoint(county);
    } catch (error) {
      // In an hour there is another chance.
      if (!(error instanceof DatabaseAwayError)) throw error;
      this.log.warn('monthly checkpoints could not be owed, the database is away');
    }
  }
}
