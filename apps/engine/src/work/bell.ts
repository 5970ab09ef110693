import { within } from '@app/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import type { Settings } from '../config/settings';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { SETTINGS } from '../tokens';
import { hang, type HungBell, type Ring } from './hung-bell';

/** The queue does not answer; the work itself is safe in the database. */
export class QueueAwayError extends Error {
  constructor(cause?: unknown) {
    super('The queue does not answer', { cause });
    this.name = 'QueueAwayError';
  }
}

const hangLimitMs = 5_000;
const ringLimitMs = 2_000;

/**
 * The queue as a bell: it says that a work item is due, and nothing else. It may lose every ring or ring twice; when it
 * is away, the dispatcher does without.
 */
@Injectable()
export class Bell {
  private hung: HungBell | undefined;
  private onRing: ((id: string) => Promise<void>) | undefined;
  private heard = true;
  private hanging: Promise<void> | undefined;

  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly log: JsonLogger,
  ) {}

  /** Whether ringing is of use now. */
  get away(): boolean {
    return this.hung === undefined || !this.heard;
  }

  /** Starts listening. A queue that is away is tried again by `retry`. */
  async open(onRing: (id: string) => Promise<void>): Promise<void> {
    this.onRing = onRing;
    await this.retry();
  }

  /** Gives a queue that was away another chance. Whoever asks while it is being tried waits for that: two bells would both ring. */
  async retry(): Promise<void> {
    this.heard = true;
    if (this.hung !== undefined || this.onRing === undefined) return;
    this.hanging ??= this.tryToHang(this.onRing).finally(() => (this.hanging = undefined));
    await this.hanging;
  }

  /** Rings for each item. @throws QueueAwayError when it was not heard within 2 s. */
  async ring(items: readonly Ring[]): Promise<void> {
    if (this.hung === undefined) throw new QueueAwayError();
    try {
      await within(ringLimitMs, 'the queue', this.hung.ring(items));
    } catch (error) {
      this.heard = false;
      this.log.warn('the queue is away; work is taken from the database', errorFacts(error));
      throw new QueueAwayError(error);
    }
  }

  /** Whether a bell rung for nothing is heard within the limit, by this process or another. */
  async isHeard(limitMs: number): Promise<boolean> {
    const { hung } = this;
    if (hung === undefined) return false;
    try {
      return await within(limitMs, 'the queue', hung.sing(limitMs));
    } catch (error) {
      this.log.debug('the queue does not ring', errorFacts(error));
      return false;
    }
  }

  /** Takes no more rings, waits at most `limitMs` for what was begun, and lets go of the queue. */
  async close(limitMs: number): Promise<void> {
    this.onRing = undefined;
    const { hung } = this;
    this.hung = undefined;
    await hung?.takeDown(limitMs);
  }

  private async tryToHang(onRing: (id: string) => Promise<void>): Promise<void> {
    try {
      const hung = await hang(this.settings, onRing, hangLimitMs, (error) =>
        this.log.debug('the queue complains', errorFacts(error)),
      );
      if (this.isClosed()) {
        await hung.takeDown(0);
        return;
      }
      this.hung = hung;
      this.log.log('the queue answers');
    } catch (error) {
      this.log.warn('the queue is away; work is taken from the database', errorFacts(error));
    }
  }

  private isClosed(): boolean {
    return this.onRing === undefined;
  }
}
