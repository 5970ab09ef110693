import { connect } from 'node:net';
import { createAdminApi } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { usualLimits, usualProtection } from '../src/protection/protection';
import { DeskVisitor, signIn } from './desk-visitor';
import { problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
beforeEach(() => api.logged.splice(0));
afterAll(() => api.close());

const told = (event: string) => api.logged.filter((line) => line.event === event);

describe('the log hears of', () => {
  it('whoever signs in and out, by the id of the key', async () => {
    const { id, key } = await api.store.keys.create({ county: '09', role: 'coordinator' });
    const visitor = await DeskVisitor.signIn(api, key);
    const out = await visitor.send(await visitor.get('/desk'), /sign-out/, {});
    expect(out.headers.get('clear-site-data')).toBe('"cache", "storage"');
    await visitor.post('/desk/sign-out', {});
    const by = `key:${id}`;
    expect(api.logged).toEqual([
      { level: 'info', event: 'signed-in', by, county: '09', from: '127.0.0.1' },
      { level: 'info', event: 'signed-out', by, county: '09' },
    ]);
    expect(JSON.stringify(api.logged)).not.toContain(key);
  });

  it('each wrong key once, whatever it was tried on', async () => {
    const wrong = `vk_00000000_${'w'.repeat(43)}`;
    await signIn(api, wrong);
    await request(api, wrong, '/v1/tasks');
    await request(api, undefined, `/r/${'l'.repeat(43)}`);
    expect(told('wrong-secret')).toEqual(Array(2).fill({ level: 'warn', event: 'wrong-secret', whose: '127.0.0.1' }));
    expect(JSON.stringify(api.logged)).not.toMatch(/w{43}|l{43}/);
  });

  it('what a known key was refused, once a minute, over the API and at the desk', async () => {
    const { id, key } = await api.store.keys.create({ county: '09', role: 'service', permissions: ['tasks:read'] });
    for (const path of ['/v1/keys', '/v1/keys', '/v1/workflows'])
      expect(problemIn(await request(api, key, path)).code).toBe('not-permitted');
    const elsewhere = await request(api, key, '/v1/tasks', { headers: { 'Vuosikello-County': '07' } });
    expect(problemIn(elsewhere).code).toBe('no-role');
    const visitor = await DeskVisitor.signIn(api, key);
    expect((await visitor.get('/desk/log')).status).toBe(403);
    const line = { level: 'warn', event: 'refused', by: `key:${id}`, county: '09', why: 'not-permitted' };
    expect(told('refused')).toEqual([
      { ...line, permission: 'keys:read' },
      { ...line, permission: 'workflows:read' },
      { ...line, permission: 'tasks:read', why: 'no-role' },
      { ...line, permission: 'events:read' },
    ]);
  });
});

describe('an answer', () => {
  it('has the headers of its page whichever way its address is written: another case is another address', async () => {
    for (const path of [
      `/R/${'l'.repeat(43)}`,
      '/V1/tasks',
      '/v1/Calendar.ics',
      '/Desk/sign-in',
      '/v1/Workflows:batch',
    ])
      expect([path, problemIn(await request(api, api.keys.admin, path)).code]).toEqual([path, 'unknown-route']);
  });

  it('to what is no HTTP is data too', async () => {
    const answer = await raw('GET / HTTP/1.1\r\nHost: a\r\nno header\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(answer).toMatch(/\r\nX-Content-Type-Options: nosniff\r\nContent-Security-Policy: default-src 'none'/);
  });

  it('does not repeat a request (TRACE)', async () => {
    const answer = await raw('TRACE /v1/tasks HTTP/1.1\r\nHost: a\r\nX-Secret: told\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('told');
  });
});

it('the token of the metrics is guessed no faster than a key', async () => {
  const limits = { ...usualLimits, wrongSecrets: 2 };
  const metricsToken = 'a-token-of-sixteen-letters';
  const app = await createAdminApi({
    ...{ store: api.store, log: () => undefined, https: false, metricsToken },
    protection: { ...usualProtection, limits },
  });
  const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
  const read = async (token: string) => (await request({ url }, token, '/metrics')).status;
  const statuses = [await read(metricsToken)];
  for (const wrong of ['first', 'second', 'third']) statuses.push(await read(`${wrong}-wrong-token`));
  statuses.push(await read(metricsToken));
  await app.close();
  expect(statuses).toEqual([200, 401, 401, 429, 200]);
});

it('a key makes two dossiers at a time, and has room again when they are made', async () => {
  const path = `/v1/workflows/${await startRequest(api, 'dossier')}/dossier`;
  const dossier = () => request(api, api.keys.auditor, path);
  const now = await api.store.now();
  const asked = jest.spyOn(api.store, 'now');
  const [twice, bothAsked] = signal();
  const [held, goOn] = signal();
  asked.mockImplementation(async () => {
    if (asked.mock.calls.length === 2) bothAsked();
    await held;
    return now;
  });
  const first = [dossier(), dossier()];
  await twice;
  const third = await dossier();
  expect([third.status, problemIn(third).detail]).toEqual([
    429,
    expect.stringContaining('One key may make 2 at a time'),
  ]);
  goOn();
  expect((await Promise.all(first)).map(({ status }) => status)).toEqual([200, 200]);
  asked.mockRestore();
  expect((await dossier()).status).toBe(200);
});

it('probes that come together ask the database once', async () => {
  const asked = jest.spyOn(api.store, 'migrationLevel');
  const answers = await Promise.all(Array.from({ length: 20 }, () => request(api, undefined, '/health/ready')));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(asked.mock.calls.length).toBeLessThan(20);
  asked.mockRestore();
});

/** Something to wait for, and what makes it happen. */
function signal(): [Promise<void>, () => void] {
  let happen = () => {};
  const happens = new Promise<void>((resolve) => (happen = resolve));
  return [happens, happen];
}

/** What the server says to these very bytes. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1');
  socket.end(bytes);
  let answer = '';
  for await (const chunk of socket as AsyncIterable<Buffer>) answer += chunk.toString();
  return answer;
}
