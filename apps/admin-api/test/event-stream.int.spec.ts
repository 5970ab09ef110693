import { z } from 'zod';
import { until } from '../../../test/e2e/until';
import { fillLog } from '../../../test/support/filled-log';
import { event } from '../src/events/event.schema';
import { problemIn, request, type RunningApi, runApi, startRequest } from './running-api';
import { requestData } from './request-data';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
  await startRequest(api, 'answer-016');
  await fillLog(api.database, '09');
});
afterAll(() => api.close());

const cloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  datacontenttype: z.literal('application/json'),
  data: event,
});

/** What a reader of server-sent events makes of a stream; `lastId` moves on without an event too. */
async function follow(query = '', headers: Record<string, string> = {}, key = api.keys.auditor) {
  const leaving = new AbortController();
  const response = await fetch(`${api.url}/v1/events/stream${query}`, {
    headers: { Authorization: `Bearer ${key}`, ...headers },
    signal: leaving.signal,
  });
  if (!response.ok || !response.body) throw new Error(`${response.status} ${await response.text()}`);
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  let lastId = '';
  const seen: ReturnType<typeof event.parse>[] = [];
  /** The next so many events, as soon as they have come. */
  const next = async (count: number) => {
    for (const wanted = seen.length + count; seen.length < wanted;) {
      const { value, done } = await reader.read();
      if (done) throw new Error('the stream has ended');
      text += value;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        lastId = /^id: (\d+)$/m.exec(block)?.[1] ?? lastId;
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (data === undefined) continue;
        const { data: said, ...context } = cloudEvent.parse(JSON.parse(data));
        expect(context).toMatchObject({
          id: `09:${said.position}`,
          source: `${api.url}/log/09`,
          type: `fi.vuosikello.${said.type}.v1`,
          subject: said.stream,
          time: said.at,
        });
        seen.push(said);
      }
    }
    return seen.splice(0, count);
  };
  return { next, lastId: () => lastId, leave: () => leaving.abort() };
}

describe('the log as it grows', () => {
  it('tells what happens from now on, and misses nothing between two visits', async () => {
    const first = await follow();
    await startRequest(api, 'answer-081', requestData({ organisation: '081' }));
    await fillLog(api.database, '09');
    expect((await first.next(2)).map(({ position, stream }) => [position, stream])).toEqual([
      [3, '09.answer-081'],
      [4, '09.answer-081'],
    ]);
    first.leave();
    await startRequest(api, 'answer-098', requestData({ organisation: '098' }));
    const size = await fillLog(api.database, '09');
    const again = await follow('?after=0', { 'Last-Event-ID': '4', 'Accept-Language': 'sv' });
    const rest = await again.next(size - 5);
    expect(rest.map(({ position }) => position)).toEqual(Array.from({ length: size - 5 }, (_, at) => at + 5));
    expect(rest.find(({ type }) => type === 'InformationRequested')?.words).toMatch(/^Hollola kommun ombads svara/);
    again.leave();
  });

  it('moves the id on over what a filter leaves out', async () => {
    const filtered = await follow('?after=0&type=InformationRequested');
    await filtered.next(2);
    await startRequest(api, 'answer-142', requestData({ organisation: '142' }));
    const size = await fillLog(api.database, '09');
    await filtered.next(1);
    await startRequest(api, 'answer-316', requestData({ organisation: '316' }));
    await fillLog(api.database, '09');
    await filtered.next(1);
    // What came before the last event has been told of, and what it left out before that too.
    expect(Number(filtered.lastId())).toBeGreaterThanOrEqual(size);
    filtered.leave();
  });

  it('ends when its key is revoked, and tells of nothing that happens after that', async () => {
    const made = await api.store.keys.create({ county: '09', role: 'auditor' });
    const busy = await follow('', {}, made.key);
    const quiet = await follow('?type=LogRestored', {}, made.key);
    await api.store.keys.revoke('09', made.id);
    let open = true;
    const news = async () => {
      for (let count = 0; open; count += 1) {
        await startRequest(api, `revoked-${count}`, requestData({ about: `after ${count}` }));
        await fillLog(api.database, '09');
      }
    };
    // For as long as a key is believed, both may go on; then they end, whether there is news or not.
    const ended = async (stream: Awaited<ReturnType<typeof follow>>) =>
      stream.next(100_000).then(
        () => 'goes on',
        (error: unknown) => (error as Error).message,
      );
    const going = news();
    const ends = await Promise.all([ended(busy), ended(quiet)]).finally(() => (open = false));
    await going;
    expect(ends).toEqual(['the stream has ended', 'the stream has ended']);
    const refused = await request(api, made.key, '/v1/events/stream');
    expect(refused.status).toBe(401);
  }, 20_000);

  it('is open five times for a key at most, and refuses positions that are none', async () => {
    const open = await Promise.all(Array.from({ length: 5 }, () => follow('', {}, api.keys.admin)));
    const refused = await request(api, api.keys.admin, '/v1/events/stream');
    expect(problemIn(refused)).toMatchObject({ status: 429, code: 'too-many-streams' });
    expect(refused.headers.get('retry-after')).toBe('30');
    open[0]?.leave();
    // The server hears a moment later that a reader has left.
    const reopen = () => follow('', {}, api.keys.admin).catch(() => undefined);
    const reopened = await until('a stream is free again', reopen, 10_000);
    // One stays open: the end of the server ends it, or closing would wait for ever.
    for (const one of [...open.slice(1), reopened]) one.leave();
    await until('a stream is free once more', reopen, 10_000);
    const codeOf = async (query: string, headers = {}) =>
      problemIn(await request(api, api.keys.auditor, `/v1/events/stream${query}`, { headers })).code;
    expect(await codeOf('', { 'Last-Event-ID': 'x' })).toBe('invalid-header');
    expect(await codeOf('', { 'Last-Event-ID': '999999' })).toBe('no-such-position');
    expect(await codeOf('?after=999999')).toBe('no-such-position');
    expect(await codeOf('?limit=1')).toBe('unknown-field');
    expect(await codeOf('?county=05')).toBe('unknown-id');
  });
});
