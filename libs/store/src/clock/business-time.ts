import type { Instant } from '@app/domain';
import { addMs } from '@app/domain';

/** An estimate is used for so long; real time. */
const freshMs = 10_000;

/**
 * Business time between two looks at the database: what it said last, and how long ago that was by a clock that nobody
 * sets. A virtual clock stands still, so nothing is estimated from it.
 */
export class BusinessTime {
  private last: { now: Instant; at: number } | undefined;

  /** Takes in what the database has just said. */
  observe(now: Instant, virtual: boolean): void {
    this.last = virtual ? undefined : { now, at: performance.now() };
  }

  /** Undefined when the database has to be asked. Good to a few milliseconds; the database checks it when it is used. */
  estimate(): Instant | undefined {
    if (!this.last) return undefined;
    const elapsedMs = Math.round(performance.now() - this.last.at);
    return elapsedMs > freshMs ? undefined : addMs(this.last.now, elapsedMs);
  }
}
