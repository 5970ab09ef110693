import type { Store } from '@app/store';
import { within } from '@app/telemetry';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { Sequencer } from '../sealing/sequencer';
import { STORE } from '../tokens';
import { Bell } from './bell';
import { Dispatcher } from './dispatcher';
import { WorkRunner } from './work-runner';

/** What was begun may be finished, for this long. */
const finishLimitMs = 20_000;
const listenRetryMs = 5_000;

/** Starts the work when the process is put together, and ends it before anything is taken apart. */
@Injectable()
export class WorkLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private stopListening: (() => Promise<void>) | undefined;
  private listenAgain: NodeJS.Timeout | undefined;
  private ending = false;

  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly bell: Bell,
    private readonly dispatcher: Dispatcher,
    private readonly runner: WorkRunner,
    private readonly sequencer: Sequencer,
    private readonly log: JsonLogger,
  ) {}

  /** Whether the process has begun to end: it takes no more work. */
  get stopping(): boolean {
    return this.ending;
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.bell.open((id) => this.runner.answer(id));
    await this.listen();
    this.dispatcher.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.ending = true;
    clearTimeout(this.listenAgain);
    const rounds = this.dispatcher.stop();
    await this.stopListening?.().catch((error: unknown) => this.log.debug('unlisten failed', errorFacts(error)));
    await Promise.all([
      this.bell.close(finishLimitMs),
      within(finishLimitMs, 'the work in hand', rounds).catch((error: unknown) =>
        this.log.warn('work in hand is left to its lease', errorFacts(error)),
      ),
    ]);
  }

  private async listen(): Promise<void> {
    try {
      this.stopListening = await this.store.work.listen(() => {
        this.dispatcher.wake();
        this.sequencer.wake();
      });
    } catch (error) {
      this.log.warn('the database cannot be listened to; trying again', errorFacts(error));
      if (!this.ending) this.listenAgain = setTimeout(() => void this.listen(), listenRetryMs);
    }
  }
}
