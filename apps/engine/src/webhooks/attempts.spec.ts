import { addMs, type Instant, instant } from '@app/domain';
import type { WebhookDelivery } from '@app/store';
import fc from 'fast-check';
import { attempted } from './attempts';
import type { Answered } from './deliver';

const now = instant('2026-06-01T06:00:00Z');
const hourMs = 3_600_000;
const delivery: WebhookDelivery = {
  id: '09-1a2b3c4d_7',
  position: 7,
  type: 'AnswerReceived',
  state: 'waiting',
  attempts: 1,
  owedAt: now,
  dueAt: now,
  giveUpAt: addMs(now, 72 * hourMs),
  endedAt: null,
  status: null,
  reason: null,
};
const moment = { now, realNow: now, chance: 0 };
const answer = (status: number, retryAfter?: string): Answered => ({ kind: 'answered', status, retryAfter });
const secondsUntil = (at: Instant | undefined) =>
  at === undefined ? undefined : (Date.parse(at) - Date.parse(now)) / 1_000;
const again = (answered: Answered, attempts = 1, chance = 0) => {
  const how = attempted(answered, { ...delivery, attempts }, { ...moment, chance });
  return how.kind === 'failed' ? secondsUntil(how.againAt) : how.kind;
};

it('any 2xx is taken, 410 ends it all, and everything else is repeated', () => {
  for (const status of [200, 201, 202, 204, 299])
    expect(attempted(answer(status), delivery, moment)).toEqual({ kind: 'delivered', status });
  expect(attempted(answer(410), delivery, moment)).toEqual({ kind: 'gone', status: 410 });
  for (const status of [300, 301, 302, 307, 308])
    expect(attempted(answer(status), delivery, moment)).toMatchObject({
      kind: 'failed',
      status,
      reason: 'redirect',
      rests: false,
    });
  for (const status of [400, 401, 404, 418, 500])
    expect(attempted(answer(status), delivery, moment)).toMatchObject({
      kind: 'failed',
      status,
      reason: 'status',
      rests: false,
    });
});

it('pauses grow sixfold up to twelve hours, and up to a quarter longer', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8].map((attempts) => again(answer(500), attempts));
  expect(pauses).toEqual([5, 30, 180, 1_080, 6_480, 38_880, 43_200, 43_200]);
  expect(again(answer(500), 2, 0.999)).toBeCloseTo(37.5, 1);
});

it.each<[string, Answered]>([
  ['nobody answers', { kind: 'failed', reason: 'no-connection' }],
  ['it takes too long', { kind: 'failed', reason: 'timeout' }],
  ['the gateway says so', answer(502)],
  ['it is busy', answer(503)],
  ['it is too much', answer(429)],
])('where %s, the others wait, and it is tried every hour', (_, answered) => {
  expect(attempted(answered, delivery, moment)).toMatchObject({ kind: 'failed', rests: true });
  expect([again(answered, 1), again(answered, 12)]).toEqual([5, 3_600]);
});

it('waits as long as 429 and 503 ask for, in seconds or up to a date; nobody else is asked', () => {
  expect(again(answer(429, '120'))).toBe(120);
  expect(again(answer(503, 'Mon, 01 Jun 2026 07:00:00 GMT'))).toBe(3_600);
  expect(again(answer(503, 'Mon, 01 Jun 2026 05:00:00 GMT'))).toBe(5);
  expect(again(answer(503, 'soon'))).toBe(5);
  expect(again(answer(429, '1'))).toBe(5);
  expect(again(answer(500, '120'))).toBe(5);
  expect(again(answer(429, '999999999'))).toBe(72 * 3_600);
});

it('is tried once more when its time is over, and then given up', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 0.999, noNaN: true }), fc.constantFrom(500, 503), (chance, status) => {
      let at = now;
      let attempts = 1;
      for (; attempts < 200; attempts += 1) {
        const how = attempted(answer(status), { ...delivery, attempts }, { now: at, realNow: at, chance });
        if (how.kind !== 'failed') throw new Error(how.kind);
        if (how.againAt === undefined) break;
        expect(how.againAt > at).toBe(true);
        at = how.againAt;
      }
      expect(at).toBe(delivery.giveUpAt);
      expect(attempts).toBeLessThan(90);
    }),
    { numRuns: 50 },
  );
});

it('a test, and what the log has no more, is not repeated', () => {
  expect(attempted(answer(500), { ...delivery, position: null }, moment)).toMatchObject({
    kind: 'failed',
    againAt: undefined,
  });
  expect(attempted({ kind: 'failed', reason: 'no-event' }, delivery, moment)).toMatchObject({
    againAt: undefined,
    rests: false,
  });
});
