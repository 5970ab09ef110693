import type { Instant } from '@app/domain';
import { elapsedMs } from '../clock/real-time';

/** What was read serves the mails of so long, in business time and in real time. */
const freshMs = 2_000;

type Kept<T> = { value: Promise<T>; now: Instant; readAt: number };

/**
 * Something of a county that many mails of one moment need: it is read once for them. What is changed meanwhile is seen two seconds
 * later.
 */
export class RecentlyRead<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(
    private readonly read: (county: string) => Promise<T>,
    private readonly clockMs: () => number = elapsedMs,
  ) {}

  /** As of the business time `now`, or of at most two seconds before. */
  at(county: string, now: Instant): Promise<T> {
    const kept = this.kept.get(county);
    return kept && this.isFresh(kept, now) ? kept.value : this.anew(county, now);
  }

  /** Read now, for this and the mails that follow. */
  anew(county: string, now: Instant): Promise<T> {
    const kept = { value: this.read(county), now, readAt: this.clockMs() };
    this.kept.set(county, kept);
    // What could not be read is asked for again by the next.
    kept.value.catch(() => this.forget(county, kept));
    return kept.value;
  }

  private isFresh({ now: readFor, readAt }: Kept<T>, now: Instant): boolean {
    return Math.abs(Date.parse(now) - Date.parse(readFor)) < freshMs && this.clockMs() - readAt < freshMs;
  }

  private forget(county: string, kept: Kept<T>): void {
    if (this.kept.get(county) === kept) this.kept.delete(county);
  }
}
