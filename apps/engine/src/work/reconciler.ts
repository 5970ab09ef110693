import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Bell } from './bell';
import { Dispatcher } from './dispatcher';

/** How late work may be found whose bell was lost, besides its lease. */
const intervalMs = 15_000;

/** Looks after lost bells: rings again for what is due and nobody holds, and gives a queue that was away another chance. */
@Injectable()
export class Reconciler {
  constructor(
    private readonly bell: Bell,
    private readonly dispatcher: Dispatcher,
  ) {}

  @Interval(intervalMs)
  async reconcile(): Promise<void> {
    await this.bell.retry();
    this.dispatcher.wake();
  }
}
