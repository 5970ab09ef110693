import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { SchedulerRegistry } from '@nestjs/schedule';
import type { Settings } from '../config/settings';
import { SETTINGS } from '../tokens';
import { Bell } from './bell';
import { Dispatcher } from './dispatcher';

/**
 * Looks after lost bells: rings again for what is due and nobody holds, and gives a queue that was away another chance. Its interval is
 * how late work may be found whose bell was lost, besides its lease.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap {
  constructor(
    @Inject(SETTINGS) private readonly settings: Pick<Settings, 'reconcileMs'>,
    private readonly schedule: SchedulerRegistry,
    private readonly bell: Bell,
    private readonly dispatcher: Dispatcher,
  ) {}

  onApplicationBootstrap(): void {
    const interval = setInterval(() => void this.reconcile(), this.settings.reconcileMs);
    this.schedule.addInterval('reconcile', interval);
  }

  private async reconcile(): Promise<void> {
    await this.bell.retry();
    this.dispatcher.wake();
  }
}
