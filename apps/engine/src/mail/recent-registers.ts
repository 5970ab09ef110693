import type { Instant, Register } from '@app/domain';
import type { Store } from '@app/store';
import { elapsedMs } from '../clock/real-time';

/** A register serves the mails of so long, in business time and in real time. */
const freshMs = 2_000;

type Recent = { register: Promise<Register | undefined>; now: Instant; readAt: number };

/**
 * The registers that mails are written from. Many mails of a county leave at one moment: it is read once for them. What is
 * changed in the register meanwhile is seen two seconds later.
 */
export class RecentRegisters {
  private readonly recent = new Map<string, Recent>();

  constructor(
    private readonly registers: Pick<Store['register'], 'withColleagues'>,
    private readonly clockMs: () => number = elapsedMs,
  ) {}

  /** The county's register as of the business time `now`, or of at most two seconds before. */
  at(county: string, now: Instant): Promise<Register | undefined> {
    const kept = this.recent.get(county);
    if (kept && this.isFresh(kept, now)) return kept.register;
    const read = { register: this.registers.withColleagues(county), now, readAt: this.clockMs() };
    this.recent.set(county, read);
    // What could not be read is asked for again by the next.
    read.register.catch(() => this.forget(county, read));
    return read.register;
  }

  private isFresh({ now: readFor, readAt }: Recent, now: Instant): boolean {
    return Math.abs(Date.parse(now) - Date.parse(readFor)) < freshMs && this.clockMs() - readAt < freshMs;
  }

  private forget(county: string, read: Recent): void {
    if (this.recent.get(county) === read) this.recent.delete(county);
  }
}
