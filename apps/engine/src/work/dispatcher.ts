import type { Instant } from '@app/domain';
import type { Store } from '@app/store';
import { Inject, Injectable } from '@nestjs/common';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';
import { MonthlyCheckpoints } from '../mail/monthly-checkpoints';
import { Bell, QueueAwayError } from './bell';
import { WorkRunner } from './work-runner';

/** Rung for in one go; more is a backlog. */
const batch = 50;
/** Timers may be set by processes whose NOTIFY was lost; the database is asked at least this often. */
const longestSleepMs = 60_000;
/** What is due and was rung for is being done; it is not looked at again sooner than this. */
const shortestSleepMs = 1_000;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

/**
 * Brings due work to the workers: rings for it, or does it here while the queue is away. However often it is woken, one
 * round runs at a time, and one more follows when somebody woke it meanwhile.
 */
@Injectable()
export class Dispatcher {
  private wanted = false;
  private stopped = false;
  private round: Promise<void> | undefined;
  private sleep: NodeJS.Timeout | undefined;
  private pauseMs = firstPauseMs;

  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'work'>,
    @Inject(Bell) private readonly bell: Pick<Bell, 'away' | 'ring'>,
    @Inject(WorkRunner) private readonly runner: Pick<WorkRunner, 'takeDue'>,
    @Inject(MonthlyCheckpoints) private readonly monthly: Pick<MonthlyCheckpoints, 'at'>,
    private readonly log: JsonLogger,
  ) {}

  /** Says that work may be due. Returns at once. */
  wake(): void {
    if (this.stopped) return;
    this.wanted = true;
    this.round ??= this.rounds();
  }

  /** Begins no more rounds; resolves when the one that runs has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.sleep);
    await this.round;
  }

  private async rounds(): Promise<void> {
    while (this.wanted && !this.stopped) {
      this.wanted = false;
      this.sleepFor(await this.oneRound());
    }
    // Set in the same turn as the check above: whoever wakes after it starts anew.
    this.round = undefined;
  }

  private sleepFor(sleepMs: number): void {
    clearTimeout(this.sleep);
    if (!this.stopped) this.sleep = setTimeout(() => this.wake(), sleepMs);
  }

  /** @returns how long to sleep unless woken, in milliseconds of real time. */
  private async oneRound(): Promise<number> {
    try {
      await this.dispatch();
      const { at, now } = await this.store.work.nextDueAt();
      if (await this.monthly.at(now)) this.wanted = true;
      const sleepMs = untilMs(at, now);
      this.pauseMs = firstPauseMs;
      return sleepMs;
    } catch (error) {
      this.log.warn('work could not be looked for; trying again', { pauseMs: this.pauseMs, ...errorFacts(error) });
      const sleepMs = this.pauseMs;
      this.pauseMs = Math.min(this.pauseMs * 2, longestPauseMs);
      return sleepMs;
    }
  }

  private async dispatch(): Promise<void> {
    let more = true;
    // More than one ringing is a backlog: it is taken from the database in larger portions, as every replica does, because a
    // bell for each costs more than most of the work.
    let backlog = false;
    while (more && !this.stopped) {
      const direct: boolean = this.bell.away || backlog;
      more = await (direct ? this.takeSome() : this.ringForSome());
      backlog ||= !direct && more;
    }
  }

  private async ringForSome(): Promise<boolean> {
    const due = await this.store.work.due(batch);
    if (due.length === 0) return false;
    try {
      await this.bell.ring(due);
    } catch (error) {
      if (!(error instanceof QueueAwayError)) throw error;
      return true;
    }
    return due.length === batch;
  }

  /** In two lanes, so that what is slow in one portion does not hold up the next. */
  private async takeSome(): Promise<boolean> {
    const lane = async (): Promise<boolean> => {
      let taken = 0;
      let more = true;
      while (more && !this.stopped) {
        const some = await this.runner.takeDue();
        taken += some;
        more = some > 0;
      }
      return taken > 0;
    };
    return (await Promise.all([lane(), lane()])).some(Boolean);
  }
}

function untilMs(at: Instant | null, now: Instant): number {
  if (at === null) return longestSleepMs;
  // A virtual clock stands still: it wakes the engine when it is moved.
  return Math.min(Math.max(Date.parse(at) - Date.parse(now), shortestSleepMs), longestSleepMs);
}
