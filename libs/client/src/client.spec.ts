import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answered, connect } from './index';

const problem = { type: 'urn:x', title: 'Not found', status: 404, code: 'unknown-id', detail: 'No.', instance: '/v1' };

describe('the client', () => {
  let server: Server;
  let answers: ((response: ServerResponse) => void)[];
  const asked: IncomingMessage[] = [];
  const api = (token: string | (() => string) = 'vk_a', patienceSeconds = 5) =>
    connect({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token,
      language: 'sv',
      patienceSeconds,
    });
  const json =
    (status: number, body: unknown, headers = {}) =>
    (response: ServerResponse) =>
      response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request);
      request.resume();
      (answers.shift() ?? json(500, problem))(response);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  beforeEach(() => {
    asked.length = 0;
    answers = [];
  });

  const give = (client: ReturnType<typeof api>) =>
    client.POST('/v1/workflows/{id}/commands', {
      params: { path: { id: '09.a' }, header: { 'If-Match': '"3"' } },
      body: { command: 'invite', data: {} },
    });

  it('says whose it is and in which language, and gives the version with the data', async () => {
    answers = [json(200, { id: '09.a' }, { ETag: '"3"' })];
    const { data, etag } = await answered(api().GET('/v1/workflows/{id}', { params: { path: { id: '09.a' } } }));
    expect([data.id, etag]).toEqual(['09.a', '"3"']);
    expect(asked[0]?.headers).toMatchObject({ authorization: 'Bearer vk_a', 'accept-language': 'sv' });
    expect(asked[0]?.headers['idempotency-key']).toBeUndefined();
  });

  it('asks for the token anew before each request', async () => {
    answers = [json(200, { items: [] }), json(200, { items: [] })];
    let number = 0;
    const renewing = api(() => `t${++number}`);
    await renewing.GET('/v1/tasks');
    await renewing.GET('/v1/tasks');
    expect(asked.map(({ headers }) => headers.authorization)).toEqual(['Bearer t1', 'Bearer t2']);
  });

  it('repeats a write under one key while the server is not ready', async () => {
    answers = [json(503, problem), json(429, problem), json(200, { id: '09.a' })];
    await answered(give(api()));
    const keys = asked.map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(3);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('gives each write a key of its own', async () => {
    answers = [json(200, {}), json(200, {})];
    await give(api());
    await give(api());
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(2);
  });

  it('gives up when its patience is over, and says why', async () => {
    answers = [json(503, { ...problem, code: 'database-away' }, { 'Retry-After': '60' })];
    await expect(answered(give(api()))).rejects.toMatchObject({ status: 503, code: 'database-away' });
    await expect(
      connect({ baseUrl: 'http://127.0.0.1:1', token: 'a', patienceSeconds: 0 }).GET('/v1/tasks'),
    ).rejects.toThrow('fetch failed');
  });

  it('throws what the server refuses, also where a proxy answers in its own words', async () => {
    answers = [json(404, problem), (response) => response.writeHead(502).end('<h1>Bad gateway</h1>')];
    await expect(answered(give(api()))).rejects.toMatchObject({ code: 'unknown-id', problem });
    await expect(answered(give(api()))).rejects.toMatchObject({ status: 502, code: 'unknown' });
  });
});
