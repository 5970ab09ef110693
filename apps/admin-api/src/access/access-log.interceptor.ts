import type { Access, AccessStore } from '@app/store';
import type { Count } from '@app/telemetry';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { catchError, concatMap, from, map, type Observable, tap, throwError } from 'rxjs';
import { routeIn } from '../openapi/routes';
import { knownProblem } from '../problems/known-errors';
import { actorOf, callerOf } from './caller';
import { type Reading, readingKey } from './reads.decorator';

/** Statuses that say that somebody asked for what is not for them. */
const refusals = new Set([403, 404]);
/** Where a page begins says nothing about what was read. */
const ofPages = new Set(['limit', 'cursor', 'after']);
const longest = 200;

/**
 * Notes who reads what. An answer leaves when the note is stored: a read that cannot be noted is refused as the database that does not
 * take the note is away. Many readers' notes go together, so that each waits for one short statement.
 */
export class AccessLogInterceptor implements NestInterceptor {
  private readonly reflector = new Reflector();

  constructor(
    private readonly log: Pick<AccessStore, 'note'>,
    private readonly notes: Count,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reading = this.reflector.get<Reading | undefined>(readingKey, context.getHandler());
    if (!reading) return next.handle();
    const access = accessOf(context, reading);
    const all = [reading.what, ...(reading.also ?? [])].map((what) => ({ ...access, what }));
    const given = () => this.noted(all, 'given');
    const answered = reading.before
      ? given().pipe(concatMap(() => next.handle()))
      : next.handle().pipe(concatMap((answer: unknown) => given().pipe(map(() => answer))));
    return answered.pipe(catchError((error: unknown) => this.refused(access, error)));
  }

  private noted(all: readonly Access[], outcome: 'given' | 'refused'): Observable<unknown> {
    return from(Promise.all(all.map((one) => this.log.note(one)))).pipe(
      tap({ complete: () => this.notes.inc({ outcome }), error: () => this.notes.inc({ outcome: 'failed' }) }),
    );
  }

  private refused(access: Access, error: unknown): Observable<never> {
    if (!refusals.has(knownProblem(error)?.status ?? 0)) return throwError(() => error);
    return this.noted([{ ...access, outcome: 'refused' }], 'refused').pipe(concatMap(() => throwError(() => error)));
  }
}

function accessOf(context: ExecutionContext, { what, subject = [] }: Reading): Access {
  const request = context.switchToHttp().getRequest<Request<Record<string, string | string[]>>>();
  const caller = callerOf(request);
  const { id: actor, role } = actorOf(caller);
  const { path, description } = routeIn(context.getClass(), context.getHandler());
  const known = Object.keys(description?.query?.shape ?? {}).filter((name) => !ofPages.has(name));
  const filter = Object.fromEntries(
    known.flatMap((name) => {
      const value = request.query[name];
      return typeof value === 'string' ? [[name, value.slice(0, longest)]] : [];
    }),
  );
  const named = subject.flatMap((name) => request.params[name] ?? '').join('/');
  const about = named === '' ? null : named.slice(0, longest);
  return { county: caller.county, actor, role, what, subject: about, how: `GET ${path}`, filter };
}
