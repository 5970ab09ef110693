import { setTimeout as wait } from 'node:timers/promises';
import { type Store, UnreadableEventError } from '@app/store';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { elapsedMs } from '../clock/real-time';
import { errorFacts, JsonLogger } from '../log/json-logger';
import { STORE } from '../tokens';

/** How often is looked without a bell: most events leave no work that somebody would ring for. */
const lookEveryMs = 100;
/** What comes right after a batch goes into the next one together: each has its price, whatever it holds. Bells do not shorten this. */
const gatherMs = 100;
const awayPauseMs = 2_000;
/** How long an event that cannot be read is left alone. */
const unreadablePauseMs = 10_000;
/** Beyond this, the log is said to be late. */
export const lateMs = 5_000;
const sayAgainMs = 600_000;

export type SequencerState = {
  /** For how long the event that has waited longest has been seen without a position, in milliseconds. */
  behindMs: number;
  /** Counties whose log ends before an event that cannot be read. */
  unreadable: string[];
};

/**
 * Gives committed events their positions, as every replica does: the database lets one at a time. What a process leaves undone another,
 * or the next, goes on with.
 */
@Injectable()
export class Sequencer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly stopping = new AbortController();
  private bell = new AbortController();
  private running: Promise<void> | undefined;
  /** By county: at which size its log was seen to stand still, and since when. */
  private readonly waiting = new Map<string, { size: number; sinceMs: number; saidMs?: number }>();
  private readonly unreadable = new Map<string, { untilMs: number; event: string; saidMs: number }>();

  constructor(
    @Inject(STORE) private readonly store: Pick<Store, 'log'>,
    private readonly log: JsonLogger,
  ) {}

  onApplicationBootstrap(): void {
    this.running = this.run();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping.abort();
    this.wake();
    await this.running;
  }

  /** Says that there may be events. Returns at once. */
  wake(): void {
    this.bell.abort();
  }

  get state(): SequencerState {
    const sinceMs = Math.min(...[...this.waiting.values()].map((one) => one.sinceMs));
    return {
      behindMs: this.waiting.size === 0 ? 0 : Math.round(elapsedMs() - sinceMs),
      unreadable: [...this.unreadable.keys()],
    };
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      const pause = await this.round().catch((error: unknown) => {
        this.log.warn('the log could not be continued; trying again', errorFacts(error));
        return { ms: awayPauseMs, signal: this.stopping.signal };
      });
      await wait(pause.ms, undefined, { signal: pause.signal }).catch(() => undefined);
    }
  }

  /** @returns how long to wait for the next, in milliseconds of real time, and what ends that early */
  private async round(): Promise<{ ms: number; signal: AbortSignal }> {
    const behind = await this.store.log.behind();
    this.note(behind);
    let appended = 0;
    for (const { county, ready } of behind) if (ready) appended += await this.sequence(county);
    return appended > 0 ? { ms: gatherMs, signal: this.stopping.signal } : { ms: lookEveryMs, signal: this.heard() };
  }

  private async sequence(county: string): Promise<number> {
    const known = this.unreadable.get(county);
    if (known && known.untilMs > elapsedMs()) return 0;
    try {
      let all = 0;
      for (;;) {
        const done = await this.store.log.sequence(county);
        if (done.outcome !== 'appended') return all;
        this.unreadable.delete(county);
        this.waiting.delete(county);
        all += done.count;
        if (!done.more || this.stopping.signal.aborted) return all;
      }
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
      this.noteUnreadable(error);
      return 0;
    }
  }

  private note(behind: Awaited<ReturnType<Store['log']['behind']>>): void {
    const now = elapsedMs();
    const counties = new Set(behind.map(({ county }) => county));
    for (const county of this.waiting.keys()) if (!counties.has(county)) this.waiting.delete(county);
    for (const { county, size, ready } of behind) {
      const before = this.waiting.get(county);
      if (before?.size !== size) {
        this.waiting.set(county, { size, sinceMs: now });
        continue;
      }
      const behindMs = Math.round(now - before.sinceMs);
      if (behindMs < lateMs || now - (before.saidMs ?? -sayAgainMs) < sayAgainMs) continue;
      before.saidMs = now;
      this.log.warn(ready ? 'the log is behind' : 'the log is behind: a transaction holds it up', {
        county,
        size,
        behindMs,
      });
    }
  }

  private noteUnreadable({ county, stream, seq, message }: UnreadableEventError): void {
    const event = `${stream}/${seq}`;
    const now = elapsedMs();
    const known = this.unreadable.get(county);
    const isNews = known?.event !== event || now - known.saidMs > sayAgainMs;
    this.unreadable.set(county, { untilMs: now + unreadablePauseMs, event, saidMs: isNews ? now : known.saidMs });
    if (isNews)
      this.log.error('the log of a county ends before an event that cannot be read', { county, event, error: message });
  }

  private heard(): AbortSignal {
    if (this.bell.signal.aborted && !this.stopping.signal.aborted) this.bell = new AbortController();
    return this.bell.signal;
  }
}
