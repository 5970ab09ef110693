import { type Begun, DatabaseAwayError, type KeptAnswer, type KeptAnswerStore } from '@app/store';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { lastValueFrom, of, throwError } from 'rxjs';
import { z } from 'zod';
import { rememberCaller } from '../access/caller';
import { Describe } from '../openapi/describe.decorator';
import { pause } from '../clock/real-time';
import { Problem } from '../problems/problem';
import { Repeated, type Repeats } from './repeats.decorator';
import { RepeatsInterceptor } from './repeats.interceptor';

/** Answers in memory. */
function memory() {
  const rows = new Map<string, { hash: string; answer?: KeptAnswer }>();
  const store: KeptAnswerStore = {
    begin: ({ id, requestHash }): Promise<Begun> => {
      const row = rows.get(id);
      if (!row) rows.set(id, { hash: requestHash });
      if (!row) return Promise.resolve({ outcome: 'begun', mark: '1' });
      if (row.hash !== requestHash) return Promise.resolve({ outcome: 'key-reused' });
      return Promise.resolve(row.answer ? { outcome: 'done', answer: row.answer } : { outcome: 'unfinished' });
    },
    settle: ({ id }, answer) => Promise.resolve(void rows.set(id, { hash: rows.get(id)?.hash ?? '', answer })),
    release: ({ id }) => Promise.resolve(void rows.delete(id)),
    dropOld: () => Promise.resolve(0),
  };
  return { store, rows };
}

type Asked = {
  key?: string;
  body?: string;
  query?: Record<string, string>;
  by?: Repeats;
  method?: string;
  /** Whether the route can be asked only to look. */
  tries?: boolean;
};

function asked(
  interceptor: RepeatsInterceptor,
  next: CallHandler,
  { key = 'k', body = '{}', query = {}, by, method = 'POST', tries = false }: Asked,
) {
  const request = {
    method,
    originalUrl: '/v1/contacts',
    query,
    headers: {},
    body: Buffer.from(body),
    get: () => key,
  } as unknown as Request;
  rememberCaller(request, { kind: 'key', id: '09-1', county: '09', role: 'coordinator' });
  const headers: Record<string, string> = { location: '/there' };
  const response = {
    statusCode: 201,
    status: (status: number) => ((response.statusCode = status), response),
    set: (more: object) => Object.assign(headers, more),
    getHeader: (name: string) => headers[name],
  };
  const handler = () => undefined;
  const trial = z.object({ dryRun: z.unknown() });
  if (tries)
    Describe({ tag: 't', summary: 's', answers: {}, query: trial, body: { schema: trial } })({}, 'handler', {
      value: handler,
    });
  if (by && by !== 'kept-answer') Repeated(by)({}, 'handler', { value: handler });
  const context = {
    getHandler: () => handler,
    switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
  };
  const answer = lastValueFrom(interceptor.intercept(context as unknown as ExecutionContext, next));
  return { answer, headers, response };
}

const codeOf = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: unknown) => (error instanceof Problem ? error.kind : (error as Error).name),
  );

describe('a request under a key', () => {
  let done = 0;
  const next: CallHandler = { handle: () => of({ done: (done += 1) }) };
  beforeEach(() => {
    done = 0;
  });

  it('is done once, and its answer given again with its status and headers', async () => {
    const interceptor = new RepeatsInterceptor(memory().store);
    await expect(asked(interceptor, next, { body: '{"a":1,"b":2}' }).answer).resolves.toEqual({ done: 1 });
    const again = asked(interceptor, next, { body: '{ "b": 2, "a": 1 }' });
    await expect(again.answer).resolves.toEqual({ done: 1 });
    expect(again.response.statusCode).toBe(201);
    expect(again.headers).toMatchObject({ location: '/there', 'Idempotency-Replayed': 'true' });
    expect(await codeOf(asked(interceptor, next, { body: '{"a":2}' }).answer)).toBe('idempotency-key-reused');
    await asked(interceptor, next, { key: 'other' }).answer;
    expect(done).toBe(2);
  });

  it('that only looks, only reads, or is known by an id of its own is none of its business', async () => {
    const { store, rows } = memory();
    const interceptor = new RepeatsInterceptor(store);
    const cases: Asked[] = [
      { query: { dryRun: 'true' }, tries: true },
      { body: '{"dryRun":true}', tries: true },
      { method: 'GET' },
      { by: 'own-id' },
      { by: 'changes-nothing' },
    ];
    for (const one of cases) await asked(interceptor, next, one).answer;
    expect([done, rows.size]).toEqual([5, 0]);
    // Where nobody can be asked only to look, whoever says so is not believed.
    for (const said of [{ query: { dryRun: 'true' } }, { body: '{"dryRun":true}' }])
      await asked(interceptor, next, { ...said, key: JSON.stringify(said) }).answer;
    expect(rows.size).toBe(2);
  });

  it('keeps nothing of an answer with a secret: a repeated one only hears that it was done', async () => {
    const { store, rows } = memory();
    const interceptor = new RepeatsInterceptor(store);
    await asked(interceptor, next, { by: 'nothing-kept' }).answer;
    expect(JSON.stringify([...rows.values()])).not.toContain('done');
    expect(await codeOf(asked(interceptor, next, { by: 'nothing-kept' }).answer)).toBe('done-before');
    expect(done).toBe(1);
  });

  it('leaves the key free where it was refused, and nobody does it again where that is not known', async () => {
    const failing = (error: Error): CallHandler => ({ handle: () => throwError(() => error) });
    const interceptor = new RepeatsInterceptor(memory().store, 0);
    expect(await codeOf(asked(interceptor, failing(new Problem('invalid-data')), {}).answer)).toBe('invalid-data');
    await expect(asked(interceptor, next, {}).answer).resolves.toEqual({ done: 1 });
    for (const [key, error] of Object.entries({ away: new DatabaseAwayError('x'), broken: new TypeError('x') })) {
      expect(await codeOf(asked(interceptor, failing(error), { key }).answer)).toBe(error.name);
      expect(await codeOf(asked(interceptor, next, { key }).answer)).toBe('request-unfinished');
    }
    expect(done).toBe(1);
  });

  it('refused while the database goes away is refused all the same, and its key freed later, though not tried for ever', async () => {
    const refusing: CallHandler = { handle: () => throwError(() => new Problem('invalid-data')) };
    const { store } = memory();
    const { release } = store;
    let fails = 2;
    let attempts = 0;
    store.release = (begun) => {
      attempts += 1;
      return attempts > fails ? release(begun) : Promise.reject(new DatabaseAwayError('x'));
    };
    const interceptor = new RepeatsInterceptor(store, 10_000, [0, 0, 0]);
    expect(await codeOf(asked(interceptor, refusing, {}).answer)).toBe('invalid-data');
    await expect(asked(interceptor, next, {}).answer).resolves.toEqual({ done: 1 });
    expect(attempts).toBe(3);

    [fails, attempts] = [Infinity, 0];
    const impatient = new RepeatsInterceptor(store, 0, [0, 0]);
    expect(await codeOf(asked(impatient, refusing, { key: 'away' }).answer)).toBe('invalid-data');
    const end = performance.now() + 5_000;
    while (attempts < 3 && performance.now() < end) await pause(1);
    for (let turn = 0; turn < 20; turn += 1) await pause(0);
    expect(attempts).toBe(3);
    expect(await codeOf(asked(impatient, next, { key: 'away' }).answer)).toBe('request-unfinished');
  });
});
