import type { Instant } from '@app/domain';
import { elapsedMs } from '../clock/real-time';

/** What was read serves the mails of so long, in business time and in real time. */
const freshMs = 2_000;

/** `version`: as it stood before the value was read, where that is asked for. */
type Read<T> = { value: T; version: string | undefined };
type Kept<T> = { read: Promise<Read<T>>; now: Instant; readAt: number };

type RecentlyReadOptions<T> = {
  read: (county: string) => Promise<T>;
  /** Whether it has changed, asked before it is read again; without, it is always read again. */
  version?: (county: string) => Promise<string | undefined>;
  clockMs?: () => number;
};

/**
 * Something of a county that many mails of one moment need: it is read once for them. What is changed meanwhile is seen two seconds
 * later.
 */
export class RecentlyRead<T> {
  private readonly kept = new Map<string, Kept<T>>();

  constructor(private readonly options: RecentlyReadOptions<T>) {}

  /** As of the business time `now`, or of at most two seconds before. */
  at(county: string, now: Instant): Promise<T> {
    const kept = this.kept.get(county);
    return kept && this.isFresh(kept, now) ? valueOf(kept) : this.keep(county, now, this.readAgain(county, kept));
  }

  /** Read now, for this and the mails that follow. */
  anew(county: string, now: Instant): Promise<T> {
    return this.keep(county, now, this.readAgain(county, undefined));
  }

  private keep(county: string, now: Instant, read: Promise<Read<T>>): Promise<T> {
    const kept = { read, now, readAt: this.clockMs() };
    this.kept.set(county, kept);
    // What could not be read is asked for again by the next.
    read.catch(() => this.forget(county, kept));
    return valueOf(kept);
  }

  private async readAgain(county: string, kept: Kept<T> | undefined): Promise<Read<T>> {
    const before = await kept?.read;
    const version = await this.options.version?.(county);
    if (before !== undefined && version !== undefined && before.version === version) return before;
    return { value: await this.options.read(county), version };
  }

  private isFresh({ now: readFor, readAt }: Kept<T>, now: Instant): boolean {
    return Math.abs(Date.parse(now) - Date.parse(readFor)) < freshMs && this.clockMs() - readAt < freshMs;
  }

  private forget(county: string, kept: Kept<T>): void {
    if (this.kept.get(county) === kept) this.kept.delete(county);
  }

  private clockMs(): number {
    return (this.options.clockMs ?? elapsedMs)();
  }
}

async function valueOf<T>({ read }: Kept<T>): Promise<T> {
  return (await read).value;
}
