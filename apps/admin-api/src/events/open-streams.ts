import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Caller } from '../access/caller';
import { text } from '../language/text';
import { Problem } from '../problems/problem';

/** Streams open at once: of one key, of one county, so that none has all of them, and of all together on this server. */
const ofOneKey = 5;
const ofOneCounty = 100;
const altogether = 500;

/** Counts the streams that are open, and ends them when the server does. */
@Injectable()
export class OpenStreams implements OnModuleDestroy {
  private readonly open = new Map<AbortController, Owner>();

  /** A stream of a key or user: `signal` says that the server ends, `close` that the stream has. @throws Problem 429 */
  take({ county, id }: Owner): { signal: AbortSignal; close: () => void } {
    const ofCounty = [...this.open.values()].filter((owner) => owner.county === county);
    const own = ofCounty.filter((owner) => owner.id === id);
    if (own.length >= ofOneKey || ofCounty.length >= ofOneCounty || this.open.size >= altogether)
      throw new Problem('too-many-streams', {
        detail: own.length >= ofOneKey ? tooManyOfKey : tooMany,
        headers: { 'Retry-After': '30' },
      });
    const ending = new AbortController();
    this.open.set(ending, { county, id });
    const close = () => {
      this.open.delete(ending);
      ending.abort();
    };
    return { signal: ending.signal, close };
  }

  onModuleDestroy(): void {
    for (const ending of [...this.open.keys()]) ending.abort();
  }
}

type Owner = Pick<Caller, 'county' | 'id'>;

const tooMany = text(
  'Avoimia virtoja on liikaa. Yritä hetken kuluttua uudelleen tai lue lokia sivuittain: GET /v1/events.',
  'För många strömmar är öppna. Försök igen om en stund eller läs loggen sida för sida: GET /v1/events.',
  'Too many streams are open. Try again in a while, or read the log page by page: GET /v1/events.',
);
const tooManyOfKey = text(
  `Avaimella voi olla enintään ${ofOneKey} avointa virtaa. Sulje aiempi tai lue lokia sivuittain: GET /v1/events.`,
  `En nyckel får ha högst ${ofOneKey} öppna strömmar. Stäng en tidigare eller läs loggen sida för sida: GET /v1/events.`,
  `A key may have ${ofOneKey} open streams at most. Close an earlier one, or read the log page by page: GET /v1/events.`,
);
