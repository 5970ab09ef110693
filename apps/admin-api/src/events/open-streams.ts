import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

/** Streams open at once: of one key, and of all together on this server. */
const ofOneKey = 5;
const altogether = 500;

/** Counts the streams that are open, and ends them when the server does. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly open = new Map<string, Set<AbortController>>();

  /** A stream of the key: `signal` says that the server ends, `close` that the stream has. @throws Problem 429 */
  take(key: string): { signal: AbortSignal; close: () => void } {
    const own = this.open.get(key) ?? new Set();
    if (own.size >= ofOneKey || this.count() >= altogether)
      throw new Problem('too-many-streams', { detail: tooMany, headers: { 'Retry-After': '30' } });
    const ending = new AbortController();
    this.open.set(key, own.add(ending));
    const close = () => {
      own.delete(ending);
      // Told twice of a stream's end, it must not forget those that the key has opened since.
      if (own.size === 0 && this.open.get(key) === own) this.open.delete(key);
      ending.abort();
    };
    return { signal: ending.signal, close };
  }

  onModuleDestroy(): void {
    for (const own of this.open.values()) for (const ending of [...own]) ending.abort();
  }

  private count(): number {
    return [...this.open.values()].reduce((sum, own) => sum + own.size, 0);
  }
}

const tooMany = text(
  `Avaimella voi olla enintään ${ofOneKey} avointa virtaa. Sulje aiempi tai lue lokia sivuittain: GET /v1/events.`,
  `En nyckel får ha högst ${ofOneKey} öppna strömmar. Stäng en tidigare eller läs loggen sida för sida: GET /v1/events.`,
  `A key may have ${ofOneKey} open streams at most. Close an earlier one, or read the log page by page: GET /v1/events.`,
);
