import {
  type Begun,
  type BegunRequest,
  DatabaseAwayError,
  type KeptAnswer,
  type KeptAnswerStore,
  type KeyedRequest,
} from '@app/store';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { firstValueFrom, from, type Observable } from 'rxjs';
import { type Access, accessKey } from '../access/allow.decorator';
import { callerOf } from '../access/caller';
import { idempotencyKeyIn } from '../input/headers.decorator';
import { type Description, descriptionKey } from '../openapi/describe.decorator';
import { knownProblem } from '../problems/known-errors';
import { Problem } from '../problems/problem';
import { commandIdOf } from '../workflows/command-identity';
import { pause } from '../clock/real-time';
import { isTrial, requestHash } from './keyed-request';
import { keepsAnswers, type Repeats, repeatsKey } from './repeats.decorator';

const [firstPauseMs, longestPauseMs] = [20, 500];
/** Between attempts to free the key of a request that was refused while the database went away; in real time, five minutes in all. */
const usualReleasePausesMs = [1_000, 4_000, 15_000, 60_000, 220_000];
/** What of an answer is said again beside its body. */
const keptHeaders = ['etag', 'location', 'content-language', 'cache-control'];

/**
 * One request, one effect: of requests with the same Idempotency-Key from the same caller one is done, and the others are given its answer.
 * What was refused leaves the key free. A repeated request waits `patienceMs` (real time) for the first one, and is then told to come again. Where it cannot be known whether it was done (the process or the database went away in between),
 * nobody does it again under this key.
 */
export class RepeatsInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  constructor(
    private readonly kept: KeptAnswerStore,
    private readonly patienceMs = 10_000,
    private readonly releasePausesMs: readonly number[] = usualReleasePausesMs,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<Request>();
    const by = this.reflector.get<Repeats | undefined>(repeatsKey, handler) ?? 'kept-answer';
    const description = this.reflector.get<Description | undefined>(descriptionKey, handler);
    const isOpen = this.reflector.get<Access | undefined>(accessKey, handler) === 'public';
    if (isOpen || !keepsAnswers(by) || request.method === 'GET' || isTrial(request, description)) return next.handle();
    const key = idempotencyKeyIn(request);
    if (key === undefined) return next.handle();
    const caller = callerOf(request);
    const { county } = caller;
    const keyed = { county, id: commandIdOf(caller, key), requestHash: requestHash(request) };
    const response = context.switchToHttp().getResponse<Response>();
    return from(this.once(keyed, () => firstValueFrom(next.handle(), { defaultValue: undefined }), by, response));
  }

  private async once(
    keyed: KeyedRequest,
    run: () => Promise<unknown>,
    by: Repeats,
    response: Response,
  ): Promise<unknown> {
    const begun = await this.begun(keyed);
    switch (begun.outcome) {
      case 'begun':
        return this.first({ ...keyed, mark: begun.mark }, run, by, response);
      case 'done':
        return again(begun.answer, response);
      case 'unfinished':
        throw new Problem('request-unfinished', { headers: { 'Retry-After': '60' } });
      case 'key-reused':
        throw new Problem('idempotency-key-reused');
    }
  }

  private async begun(keyed: KeyedRequest): Promise<Begun> {
    let begun = await this.kept.begin(keyed);
    let pauseMs = firstPauseMs;
    for (let waitedMs = 0; begun.outcome === 'unfinished' && waitedMs < this.patienceMs; waitedMs += pauseMs) {
      await pause(pauseMs);
      pauseMs = Math.min(2 * pauseMs, longestPauseMs);
      begun = await this.kept.begin(keyed);
    }
    return begun;
  }

  private async first(
    begun: BegunRequest,
    run: () => Promise<unknown>,
    by: Repeats,
    response: Response,
  ): Promise<unknown> {
    let answer: unknown;
    try {
      answer = await run();
    } catch (error) {
      // Refused, so that nothing was done; of any other error, and of a database that went away, that is not known.
      if (knownProblem(error) && !(error instanceof DatabaseAwayError)) await this.letGo(begun);
      throw error;
    }
    const body = by === 'nothing-kept' ? null : answer === undefined ? '' : JSON.stringify(answer);
    await this.kept.settle(begun, { status: response.statusCode, headers: headersOf(response), body });
    return answer;
  }

  /** Never fails: that the key is still taken is no answer to what was asked. */
  private async letGo(begun: BegunRequest): Promise<void> {
    await this.kept.release(begun).catch(() => void this.letGoLater(begun));
  }

  private async letGoLater(begun: BegunRequest): Promise<void> {
    for (const ms of this.releasePausesMs) {
      await pause(ms, { holdsProcess: false });
      const isFree = await this.kept.release(begun).then(
        () => true,
        () => false,
      );
      if (isFree) return;
    }
  }
}

function again({ status, headers, body }: KeptAnswer, response: Response): unknown {
  if (body === null) throw new Problem('done-before', { headers: locationIn(headers) });
  response.status(status).set({ ...headers, 'Idempotency-Replayed': 'true' });
  return body === '' ? undefined : (JSON.parse(body) as unknown);
}

function locationIn({ location }: KeptAnswer['headers']): Record<string, string> {
  return location === undefined ? {} : { Location: location };
}

function headersOf(response: Response): Record<string, string> {
  return Object.fromEntries(
    keptHeaders.flatMap((name) => {
      const value = response.getHeader(name);
      return typeof value === 'string' ? [[name, value]] : [];
    }),
  );
}
