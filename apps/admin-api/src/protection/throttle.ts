import { createHash } from 'node:crypto';
import type { Text } from '@app/domain';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Caller } from '../access/caller';
import { text } from '../language/text';
import type { Log } from '../logging/log';
import { Problem } from '../problems/problem';
import { clientAddress } from './client-address';
import type { Limits } from './protection';

const aMinute = 60;
const remembered = 10_000;
const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

type Counted = keyof Limits;

/**
 * Counts requests and refuses those beyond the limits (429). The counters are this process's own: of several replicas each has its limits.
 * What is refused has not been looked at: neither the database nor the issuer was asked.
 */
export class Throttle {
  private readonly counters: ReadonlyMap<Counted, RateLimiterMemory>;
  /** Hashes of secrets that have been looked up: who shows one of them again, right or wrong, is not guessing. */
  private readonly seen = new Set<string>();
  /** What requests have shown that nobody has looked up before, until it is known whether it was right. */
  private readonly shown = new WeakMap<object, { address: string; hash: string; isWrong: boolean }>();

  /** @param limits undefined: nothing is limited */
  constructor(
    private readonly limits: Limits | undefined,
    private readonly log: Log,
  ) {
    const counters = Object.entries(limits ?? {}) as [Counted, number][];
    this.counters = new Map(
      counters.map(([counted, points]) => [counted, new RateLimiterMemory({ points, duration: aMinute })]),
    );
  }

  /** Counts a request against its address. @throws Problem `too-many-requests` */
  async admitAddress(request: Request): Promise<void> {
    await this.count('address', clientAddress(request));
  }

  /** Counts a request against whoever sent it. @throws Problem `too-many-requests` */
  async admitCaller({ kind, id, county }: Caller, { method }: Pick<Request, 'method'>): Promise<void> {
    await this.count(reading.has(method) ? 'reads' : 'writes', `${kind}:${county}:${id}`);
  }

  /**
   * Lets a secret be looked up: a key, a token, the secret of a page or feed. It counts as wrong until it turns out that it is not, so that
   * many at once are no way round; one that has been looked up before does not count, so that nobody is shut out of what they use by
   * others behind the same address. @throws Problem `too-many-requests`
   */
  async admitSecret(request: Request, response: Response, secret: string): Promise<void> {
    if (!this.limits) return;
    const hash = createHash('sha256').update(secret).digest('base64');
    if (this.seen.has(hash)) return;
    const address = clientAddress(request);
    await this.count('wrongSecrets', address);
    this.shown.set(request, { address, hash, isWrong: false });
    response.once('close', () => this.settle(request, response));
  }

  /** The secret of the request was somebody's. */
  noteRight(request: object): void {
    const shown = this.shown.get(request);
    if (!shown) return;
    this.giveBack(request, shown.address);
    this.remember(shown.hash);
  }

  /** The secret of the request was nobody's. */
  noteWrong(request: object): void {
    const shown = this.shown.get(request);
    if (!shown || shown.isWrong) return;
    shown.isWrong = true;
    // Once for each secret, and of those as many a minute as are looked at.
    this.log('warn', 'wrong-secret', { whose: shown.address });
  }

  /** Whoever leaves before the answer is there has tried as well. While the database is away nobody knows whether it was right. */
  private settle(request: object, { writableFinished, statusCode }: Response): void {
    const shown = this.shown.get(request);
    if (!shown || !writableFinished) return;
    if (shown.isWrong) this.remember(shown.hash);
    // A refusal for something else says nothing of the secret.
    else if (statusCode < 400) this.noteRight(request);
    else this.giveBack(request, shown.address);
  }

  private giveBack(request: object, address: string): void {
    this.shown.delete(request);
    void this.counters.get('wrongSecrets')?.reward(address);
  }

  private remember(hash: string): void {
    const [oldest] = this.seen;
    if (this.seen.size >= remembered && oldest !== undefined) this.seen.delete(oldest);
    this.seen.add(hash);
  }

  private async count(counted: Counted, whose: string): Promise<void> {
    try {
      await this.counters.get(counted)?.consume(whose);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw this.refused(counted, whose, refusal);
    }
  }

  private refused(counted: Counted, whose: string, { msBeforeNext, consumedPoints }: RateLimiterRes): Problem {
    const limit = this.limits?.[counted] ?? 0;
    // Once a minute: a flood must not fill the log as well.
    if (consumedPoints === limit + 1) this.log('warn', 'throttled', { counted, whose, limit });
    return new Problem('too-many-requests', {
      detail: details[counted](limit),
      headers: { 'Retry-After': String(Math.max(1, Math.ceil(msBeforeNext / 1_000))) },
    });
  }
}

const details: Record<Counted, (limit: number) => Text> = {
  reads: (limit) =>
    text(
      `Samalla avaimella tai käyttäjällä voi lukea enintään ${limit} kertaa minuutissa.`,
      `Med samma nyckel eller användare kan man läsa högst ${limit} gånger i minuten.`,
      `One key or user may read ${limit} times a minute at most.`,
    ),
  writes: (limit) =>
    text(
      `Samalla avaimella tai käyttäjällä voi tehdä enintään ${limit} muutosta minuutissa. Monta toimintoa voi antaa yhtenä eränä (workflows:batch).`,
      `Med samma nyckel eller användare kan man göra högst ${limit} ändringar i minuten. Många åtgärder kan ges som en sats (workflows:batch).`,
      `One key or user may change something ${limit} times a minute at most. Many commands can go as one batch (workflows:batch).`,
    ),
  address: (limit) =>
    text(
      `Samasta osoitteesta vastataan enintään ${limit} pyyntöön minuutissa.`,
      `Högst ${limit} begäranden i minuten från samma adress besvaras.`,
      `At most ${limit} requests a minute from one address are answered.`,
    ),
  wrongSecrets: () =>
    text(
      'Samasta osoitteesta on yritetty liian monella väärällä avaimella tai linkillä. Aiemmin käytetyt avaimet ja linkit toimivat.',
      'För många felaktiga nycklar eller länkar har prövats från samma adress. De nycklar och länkar som har använts tidigare fungerar.',
      'Too many wrong keys or links have been tried from this address. Those that were used before work.',
    ),
};
