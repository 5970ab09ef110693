import { connect } from 'node:net';
import { createAdminApi, type AdminApiOptions } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { logToStderr } from '../src/logging/log';
import { usualProtection } from '../src/protection/protection';
import { linkTo } from './answer-links';
import { signIn } from './desk-visitor';
import { type Answer, keysFor, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

const few = { reads: 5, writes: 3, address: 1_000, wrongSecrets: 4 };

let api: RunningApi;
let link: string;
const stopping: (() => Promise<void>)[] = [];
beforeAll(async () => {
  api = await runApi();
  link = await linkTo(api, await startRequest(api, 'protected'));
});
afterEach(async () => {
  for (const stop of stopping.splice(0)) await stop();
});
afterAll(() => api.close());

/** One more server on the same database, as a replica is. */
async function serve(options: Partial<AdminApiOptions>) {
  const logged: Record<string, unknown>[] = [];
  const app = await createAdminApi({
    store: api.store,
    log: (level, event, fields) => logged.push({ level, event, ...fields }),
    https: false,
    ...options,
  });
  stopping.push(() => app.close());
  return { url: `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`, logged };
}

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status);
const times = <T>(count: number, one: (turn: number) => Promise<T>) =>
  Array.from({ length: count }).reduce<Promise<T[]>>(
    async (before, _, turn) => [...(await before), await one(turn)],
    Promise.resolve([]),
  );
const nobodys = (turn: number) => `vk_${String(turn).padStart(43, 'x')}`;
const noLink = (turn: number) => `/r/${String(turn).padStart(43, 'y')}`;

describe('whoever asks too often', () => {
  it('is told so in their language and when to come back; others are answered, and writing is counted apart', async () => {
    const server = await serve({ protection: { ...usualProtection, limits: few } });
    const read = (key: string, language = 'fi') =>
      request(server, key, '/v1/definitions', { headers: { 'Accept-Language': language } });
    expect(statuses(await times(5, () => read(api.keys.auditor)))).toEqual([200, 200, 200, 200, 200]);
    const refused = [
      await read(api.keys.auditor),
      await read(api.keys.auditor, 'sv'),
      await read(api.keys.auditor, 'en'),
    ];
    expect(refused.map((answer) => problemIn(answer).title)).toEqual([
      'Pyyntöjä on liikaa',
      'För många begäranden',
      'Too many requests',
    ]);
    expect(problemIn(refused[0] as Answer)).toMatchObject({
      status: 429,
      code: 'too-many-requests',
      detail: 'Samalla avaimella tai käyttäjällä voi lukea enintään 5 kertaa minuutissa.',
    });
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await read(api.keys.admin)).status).toBe(200);

    const check = () =>
      request(server, api.keys.coordinator, '/v1/year-clocks/check', { method: 'POST', json: { county: '09' } });
    expect((await times(4, check)).map(({ status }) => status === 429)).toEqual([false, false, false, true]);
    expect((await read(api.keys.coordinator)).status).toBe(200);
    expect((await request(server, undefined, '/health/live')).status).toBe(200);
    // A flood is one line in the log.
    expect(server.logged.filter(({ event }) => event === 'throttled')).toEqual([
      expect.objectContaining({ counted: 'reads', limit: 5 }),
      expect.objectContaining({ counted: 'writes', limit: 3 }),
    ]);
  });
});

describe('whoever guesses keys, links and calendars', () => {
  it('is stopped, and those behind the same address go on with what they have used', async () => {
    const server = await serve({ protection: { ...usualProtection, limits: few } });
    const open = (path: string) => request(server, undefined, path, { headers: { 'Accept-Language': 'sv' } });
    expect((await open(link)).status).toBe(200);
    expect((await request(server, api.keys.admin, '/v1/definitions')).status).toBe(200);

    // The same wrong key over and over is a forgotten program, not a guesser.
    expect(new Set(statuses(await times(8, () => request(server, nobodys(0), '/v1/workflows'))))).toEqual(
      new Set([401]),
    );
    // Many at once are no way round: one was counted before, three more are looked at.
    const burst = await Promise.all(
      Array.from({ length: 12 }, (_, turn) => request(server, nobodys(turn + 1), '/v1/workflows')),
    );
    expect(statuses(burst).sort()).toEqual([...[401, 401, 401], ...Array<number>(9).fill(429)]);

    const page = await open(noLink(1));
    expect([page.status, page.text.includes('<h1>För många begäranden</h1>')]).toEqual([429, true]);
    expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(problemIn(await open(`/v1/calendar.ics?token=${'z'.repeat(43)}`)).code).toEqual('too-many-requests');

    expect(statuses([await open(link), await open(`${link}/agenda-item`)])).toEqual([200, expect.any(Number)]);
    expect((await request(server, api.keys.admin, '/v1/definitions')).status).toBe(200);
    expect((await request(server, undefined, '/v1/workflows')).status).toBe(401);
    expect((await request(server, nobodys(0), '/v1/workflows')).status).toBe(401);
  });

  it('finds links and calendars no easier: each wrong one counts, a right one never', async () => {
    const server = await serve({ protection: { ...usualProtection, limits: few } });
    const keys = Object.values(await keysFor(api.store, '09'));
    expect(statuses(await Promise.all(keys.slice(0, 4).map((key) => request(server, key, '/v1/definitions'))))).toEqual(
      [200, 200, 200, 200],
    );
    const guessed = await times(6, (turn) =>
      request(server, undefined, turn % 2 ? noLink(turn) : `/v1/calendar.ics?token=${String(turn).padStart(43, 'q')}`),
    );
    expect(statuses(guessed)).toEqual([404, 404, 404, 404, 429, 429]);
  });

  it('is counted at the desk as well; a key that has been used there before still opens it', async () => {
    const server = await serve({ protection: usualProtection });
    expect((await signIn(server, api.keys.admin)).status).toBe(303);
    expect(new Set(statuses(await times(30, (turn) => signIn(server, nobodys(turn)))))).toEqual(new Set([401]));
    const titles = { fi: 'Pyyntöjä on liikaa', sv: 'För många begäranden', en: 'Too many requests' };
    for (const [language, title] of Object.entries(titles)) {
      const page = await signIn(server, nobodys(31), `/desk/sign-in?lang=${language}`);
      expect([page.status, page.headers.get('content-type')]).toEqual([429, expect.stringContaining('text/html')]);
      expect(Number(page.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(page.text).toContain(`<h1>${title}</h1>`);
    }
    expect((await signIn(server, api.keys.admin)).status).toBe(303);
  });

  it('is counted at the metrics as well', async () => {
    const metricsToken = 'a-token-of-this-installation';
    const server = await serve({ protection: { ...usualProtection, limits: few }, metricsToken });
    expect((await request(server, metricsToken, '/metrics')).status).toBe(200);
    const guessed = await times(6, (turn) => request(server, `${metricsToken}${turn}`, '/metrics'));
    expect(statuses(guessed)).toEqual([401, 401, 401, 401, 429, 429]);
    expect((await request(server, metricsToken, '/metrics')).status).toBe(200);
  });

  it('gains nothing by showing a secret first where nobody looks it up', async () => {
    const limits = { ...usualProtection, limits: few };
    const [links, keys] = [await serve({ protection: limits }), await serve({ protection: limits })];
    const triedLinks = await times(6, async (turn) => {
      await request(links, undefined, `${noLink(turn)}/requests/%00`);
      return request(links, undefined, noLink(turn));
    });
    expect(statuses(triedLinks)).toEqual([404, 404, 404, 404, 429, 429]);
    const triedKeys = await times(6, async (turn) => {
      await request(keys, nobodys(turn), `/health/live?token=${nobodys(turn)}`);
      return request(keys, nobodys(turn), '/v1/workflows');
    });
    expect(statuses(triedKeys)).toEqual([401, 401, 401, 401, 429, 429]);
  });
});

describe('an X-Forwarded-For header', () => {
  const limits = { ...few, address: 3 };
  const from = (server: { url: string }, forwarded: string) =>
    request(server, undefined, '/nowhere', { headers: { 'X-Forwarded-For': forwarded } });

  it('moves no limit unless a proxy is trusted', async () => {
    const server = await serve({ protection: { ...usualProtection, limits } });
    const answers = await times(5, (turn) => from(server, `203.0.113.${turn}`));
    expect(statuses(answers)).toEqual([404, 404, 404, 429, 429]);
    expect(server.logged.filter(({ event }) => event === 'proxy-not-trusted')).toHaveLength(1);
    expect(problemIn(answers[4] as Answer).detail).toContain('At most 3 requests a minute from one address');
  });

  it.each([[1], [['127.0.0.0/8']]])(
    'of a trusted proxy (%p) counts as far as the proxy wrote it itself',
    async (trustProxy) => {
      const server = await serve({ protection: { ...usualProtection, limits, trustProxy } });
      // The client forged what stands before; the proxy has added whom it saw.
      expect(statuses(await times(4, (turn) => from(server, `10.0.0.${turn}, 198.51.100.7`)))).toEqual([
        404, 404, 404, 429,
      ]);
      expect((await from(server, '198.51.100.8')).status).toBe(404);
      // A network has as many IPv6 addresses as it likes.
      expect(statuses(await times(4, (turn) => from(server, `2001:db8:1:2::${turn + 1}`)))).toEqual([
        404, 404, 404, 429,
      ]);
      expect((await from(server, '2001:db8:1:3::1')).status).toBe(404);
    },
  );
});

describe('pages of another origin', () => {
  const origin = 'https://desk.example.invalid';
  const asking = (server: { url: string }, path: string, headers: Record<string, string> = {}) =>
    request(server, api.keys.admin, path, { headers: { Origin: origin, ...headers } });

  it('read the API where the origin is named, and nothing under a secret address', async () => {
    const server = await serve({ protection: { ...usualProtection, corsOrigins: [origin] } });
    const { headers } = await asking(server, '/v1/workflows');
    expect(headers.get('access-control-allow-origin')).toBe(origin);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('access-control-expose-headers')).toContain('X-Request-Id');
    expect(headers.get('vary')).toMatch(/Authorization.*Origin/);
    const preflight = await request(server, undefined, '/v1/workflows', {
      method: 'OPTIONS',
      headers: {
        Origin: origin,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'if-match',
      },
    });
    expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([204, 'if-match']);
    const others = [
      await asking(server, '/v1/workflows', { Origin: 'https://elsewhere.example.invalid' }),
      await asking(server, link),
      await asking(server, '/v1/calendar.ics?token=x'),
    ];
    expect(others.map((answer) => answer.headers.get('access-control-allow-origin'))).toEqual([null, null, null]);
  });
});

describe('the output of the server', () => {
  it('holds no key, token, cookie or secret address, whatever goes wrong with them', async () => {
    const lines: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0);
    const secret = 'c2VjcmV0LXRoYXQtbXVzdC1ub3QtbGVhaw';
    const failing = () =>
      Promise.reject(new Error(`failed at GET /r/${secret}?token=${secret} Authorization: Bearer vk_${secret}`));
    const broken = {
      ...api.store,
      links: { ...api.store.links, resolve: failing },
      calendars: { ...api.store.calendars, resolve: failing },
      register: { ...api.store.register, counties: failing },
      keys: {
        ...api.store.keys,
        authenticate: (key: string) => (key.includes(secret) ? failing() : api.store.keys.authenticate(key)),
      },
    };
    try {
      const server = await serve({ store: broken, log: logToStderr });
      const Cookie = `session=${secret}`;
      const asked = await Promise.all([
        request(server, `vk_${secret}`, '/v1/workflows', { headers: { Cookie } }),
        request(server, api.keys.admin, '/v1/counties', { headers: { Cookie } }),
        request(server, undefined, `/r/${secret}`, { headers: { Cookie } }),
        request(server, undefined, `/r/${secret}/receipt`, { headers: { Cookie } }),
        request(server, undefined, `/v1/calendar.ics?token=${secret}`, { headers: { Cookie } }),
        request(server, `${secret}.${secret}.${secret}`, `/v1/workflows/17.x?token=${secret}`),
      ]);
      expect(statuses(asked).filter((status) => status === 500).length).toBeGreaterThan(3);
      for (const { text } of asked) expect(text).not.toMatch(/failed at|\bat .*\.ts/);
    } finally {
      write.mockRestore();
    }
    expect(lines.filter((line) => line.includes('internal-error')).length).toBeGreaterThan(3);
    expect(lines.join('')).not.toContain(secret);
  });
});

describe('what is not even a request', () => {
  /** What comes back, until the server ends the connection. */
  const speak = (port: number, said: string) =>
    new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(said));
      socket.on('data', (chunk) => (text += chunk.toString('latin1')));
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
    });

  it.each([
    [
      'headers of more than 16 KB',
      `GET / HTTP/1.1\r\nHost: x\r\nX-A: ${'a'.repeat(17_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'two lengths',
      'POST /v1/workflows HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}',
      400,
      'malformed-request',
    ],
    ['a broken header', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: a\r\nb\r\n\r\n', 400, 'malformed-request'],
  ])('%s', async (_, said, status, code) => {
    const text = await speak(Number(new URL(api.url).port), said);
    expect(text).toMatch(
      new RegExp(`^HTTP/1\\.1 ${status} [\\s\\S]*application/problem\\+json[\\s\\S]*"code":"${code}"`),
    );
  });

  it('headers, or a body, that come drop by drop are given up', async () => {
    const patience = { headersMs: 300, requestMs: 600, lookEveryMs: 50 };
    const port = Number(new URL((await serve({ patience })).url).port);
    const begun = ['GET /v1/work', 'POST /v1/workflows HTTP/1.1\r\nHost: x\r\nContent-Length: 50\r\n\r\n{"defin'];
    for (const said of begun)
      expect(await speak(port, said)).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
  });
});
