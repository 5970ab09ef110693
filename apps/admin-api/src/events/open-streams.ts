import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Caller } from '../access/caller';
import { text } from '../language/text';
import { Problem } from '../problems/problem';
import { AtOnce } from '../protection/at-once';

/** Streams open at once. */
const most = { ofOneKey: 5, ofOneCounty: 100, altogether: 500 };

/** Counts the streams that are open, and ends them when the server does. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly atOnce = new AtOnce(most);
  private readonly open = new Set<AbortController>();

  /** A stream of a key or user: `signal` says that the server ends, `close` that the stream has. @throws Problem 429 */
  take(caller: Pick<Caller, 'county' | 'id'>): { signal: AbortSignal; close: () => void } {
    const end = this.atOnce.begin(caller, tooManyStreams);
    const ending = new AbortController();
    this.open.add(ending);
    const close = () => {
      end();
      this.open.delete(ending);
      ending.abort();
    };
    return { signal: ending.signal, close };
  }

  onModuleDestroy(): void {
    for (const ending of [...this.open]) ending.abort();
  }
}

function tooManyStreams(because: 'key' | 'others'): Problem {
  const detail = because === 'key' ? tooManyOfKey : tooMany;
  return new Problem('too-many-streams', { detail, headers: { 'Retry-After': '30' } });
}

const tooMany = text(
  'Avoimia virtoja on liikaa. Yritä hetken kuluttua uudelleen tai lue lokia sivuittain: GET /v1/events.',
  'För många strömmar är öppna. Försök igen om en stund eller läs loggen sida för sida: GET /v1/events.',
  'Too many streams are open. Try again in a while, or read the log page by page: GET /v1/events.',
);
const tooManyOfKey = text(
  `Avaimella voi olla enintään ${most.ofOneKey} avointa virtaa. Sulje aiempi tai lue lokia sivuittain: GET /v1/events.`,
  `En nyckel får ha högst ${most.ofOneKey} öppna strömmar. Stäng en tidigare eller läs loggen sida för sida: GET /v1/events.`,
  `A key may have ${most.ofOneKey} open streams at most. Close an earlier one, or read the log page by page: GET /v1/events.`,
);
