import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Store } from '@app/store';
import { STORE } from '../store.token';

/** How often is looked whether the log of a county has grown, however many wait for it. */
const lookMs = 250;

type Waiter = { beyond: number; tell: (grown: boolean) => void };
type Watch = { waiters: Set<Waiter>; timer: NodeJS.Timeout | undefined };

/** Tells whoever waits that the log of a county has grown: one look for all of them, and none while nobody waits. */
@Injectable()
export class LogWatch implements OnModuleDestroy {
  private readonly counties = new Map<string, Watch>();
  private closed = false;

  constructor(@Inject(STORE) private readonly store: Store) {}

  /** Resolves to true once the log has an event after the position, to false after that time or when the signal comes. */
  async grownBeyond(county: string, position: number, { ms, signal }: { ms: number; signal: AbortSignal }) {
    if (this.closed || signal.aborted) return false;
    const watch = this.counties.get(county) ?? { waiters: new Set(), timer: undefined };
    this.counties.set(county, watch);
    return new Promise<boolean>((resolve) => {
      const giveUp = () => waiter.tell(false);
      const patience = setTimeout(giveUp, ms);
      const waiter: Waiter = {
        beyond: position,
        tell: (grown) => {
          clearTimeout(patience);
          signal.removeEventListener('abort', giveUp);
          watch.waiters.delete(waiter);
          resolve(grown);
        },
      };
      signal.addEventListener('abort', giveUp);
      watch.waiters.add(waiter);
      watch.timer ??= this.lookSoon(county, watch);
    });
  }

  onModuleDestroy(): void {
    this.closed = true;
    for (const { waiters, timer } of this.counties.values()) {
      clearTimeout(timer);
      for (const waiter of [...waiters]) waiter.tell(false);
    }
  }

  private lookSoon(county: string, watch: Watch): NodeJS.Timeout {
    return setTimeout(() => void this.look(county, watch), lookMs);
  }

  private async look(county: string, watch: Watch): Promise<void> {
    // A database that is away is asked again; whoever reads next hears of it.
    const size = await this.store.events.size(county).catch(() => 0);
    for (const waiter of [...watch.waiters]) if (size - 1 > waiter.beyond) waiter.tell(true);
    watch.timer = watch.waiters.size > 0 && !this.closed ? this.lookSoon(county, watch) : undefined;
    if (!watch.timer) this.counties.delete(county);
  }
}
