import { definitions } from '@app/workflows';
import { openStore, type Store } from '@app/store';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { createAdminApi } from '../src/admin-api';
import { listen, ListenError } from '../src/http/listen';
import { throughProxy, type Outage } from './database-outage';
import { linkTo } from './answer-links';
import { problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

describe('every answer', () => {
  it.each(['/health/live', '/v1/workflows', '/nowhere', '/docs'])(
    '%s: lets a browser do nothing it should not',
    async (path) => {
      const { headers } = await request(api, undefined, path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('access-control-allow-origin')).toBeNull();
      expect(headers.get('x-powered-by')).toBeNull();
    },
  );

  it('answers a preflight of another origin with nothing', async () => {
    const { status, headers } = await request(api, undefined, '/v1/workflows', {
      method: 'OPTIONS',
      headers: { Origin: 'https://elsewhere.example.invalid', 'Access-Control-Request-Method': 'GET' },
    });
    expect(headers.get('access-control-allow-origin')).toBeNull();
    expect(status).not.toBe(500);
  });
});

describe('an address that there is not', () => {
  it.each([
    ['GET', '/nowhere'],
    ['DELETE', '/v1/workflows/09.x'],
    ['POST', '/v1/counties'],
  ])('%s %s', async (method, path) => {
    const answer = await request(api, api.keys.admin, path, { method, headers: { 'Accept-Language': 'sv' } });
    expect(answer.status).toBe(404);
    expect(problemIn(answer)).toMatchObject({ code: 'unknown-route', title: 'Adressen finns inte', instance: path });
  });
});

describe('the other resources', () => {
  it('lists the counties', async () => {
    const { body } = await request(api, api.keys.operator, '/v1/counties');
    expect(body).toMatchObject({ items: [{ code: '09', name: { fi: 'Päijät-Hämeen hyvinvointialue' } }], next: null });
  });

  it('lists the definitions and reads one', async () => {
    const { body } = await request(api, api.keys.auditor, '/v1/definitions', { headers: { 'Accept-Language': 'fi' } });
    const { items } = body as { items: { name: string; version: number; title: string }[] };
    expect(items.map(({ name }) => name)).toEqual(definitions.map(({ name }) => name));
    for (const { name, version } of items) {
      const one = await request(api, api.keys.auditor, `/v1/definitions/${name}/${version}`);
      expect(one.status).toBe(200);
    }
    const handling = await request(api, api.keys.auditor, '/v1/definitions/board-handling/1', {
      headers: { 'Accept-Language': 'sv' },
    });
    expect(handling.body).toMatchObject({
      title: 'Behandling i organet',
      states: expect.arrayContaining([
        { path: 'open.in-body.preparing', title: 'Under beredning', waitsFor: 'preparer', final: false },
        { path: 'handled', title: 'Behandlat', waitsFor: null, final: true },
      ]),
    });
  });

  it.each(['board-handling/2', 'board-handling/x', 'nothing/1', 'board-handling/1e0'])(
    'knows no definition %s',
    async (id) => {
      const answer = await request(api, api.keys.auditor, `/v1/definitions/${id}`);
      expect([answer.status, problemIn(answer).code]).toEqual([404, 'unknown-id']);
    },
  );

  it('lists the notifications and reads one', async () => {
    const workflow = await startRequest(api, 'notifying');
    const query = `?workflow=${workflow}&state=queued`;
    const { body } = await request(api, api.keys.operator, `/v1/notifications${query}`);
    expect(body).toMatchObject({
      items: [
        {
          id: `${workflow}.n3`,
          template: 'advance-assignment',
          to: { organisation: '016', audience: 'respondent' },
          state: 'queued',
        },
      ],
      next: null,
    });
    const one = await request(api, api.keys.operator, `/v1/notifications/${workflow}.n3`);
    expect(one.body).toMatchObject({ workflow, deadline: 'answer', sentAt: null, subject: null, text: null });
    expect((await request(api, api.keys.operator, '/v1/notifications/09.x.n1')).status).toBe(404);
    const wrong = await request(api, api.keys.operator, '/v1/notifications?state=lost');
    expect([wrong.status, problemIn(wrong).code]).toEqual([422, 'invalid-data']);
  });
});

describe('the documentation', () => {
  it('is served as OpenAPI 3.1, and browsable without anything from elsewhere', async () => {
    const { status, body } = await request(api, undefined, '/openapi.json');
    expect(status).toBe(200);
    expect(body).toMatchObject({ openapi: '3.1.0', paths: { '/v1/workflows/{id}/commands': { post: {} } } });
    const docs = await request(api, undefined, '/docs');
    expect(docs.status).toBe(200);
    const sources = [...docs.text.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, source]) => source ?? '');
    expect(sources.length).toBeGreaterThan(2);
    for (const source of sources) {
      expect(source).not.toMatch(/^(https?:)?\/\//);
      expect((await request(api, undefined, new URL(source, `${api.url}/docs`).pathname)).status).toBe(200);
    }
  });
});

const migration = expect.stringMatching(/^00\d\d-[a-z-]+$/) as string;

describe('a database that is away', () => {
  let outage: Outage;
  let store: Store;
  let app: NestExpressApplication;
  let away: RunningApi;
  beforeAll(async () => {
    outage = await throughProxy(api.database.appUrl);
    store = await openStore({ databaseUrl: outage.url, applicationName: 'outage' });
    app = await createAdminApi({
      store,
      log: (level, event, fields) => api.logged.push({ ...fields, level, event }),
      https: true,
    });
    away = { ...api, url: `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}` };
  });
  afterAll(async () => {
    await app.close();
    await store.close();
    await outage.close();
  });

  it('is said to programs, to people and to probes, and is over when it is back', async () => {
    const page = await linkTo(api, await startRequest(api, 'outage'));
    expect((await request(away, undefined, '/health/ready')).body).toEqual({
      status: 'ready',
      migrations: { known: migration, applied: migration },
      reasons: [],
    });
    await outage.cut();

    const answer = await request(away, api.keys.admin, '/v1/workflows', { headers: { 'Accept-Language': 'fi' } });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(problemIn(answer)).toMatchObject({ code: 'database-away', title: 'Tietokanta ei vastaa' });
    expect(answer.text).not.toMatch(/127\.0\.0\.1|ECONN|postgres|at /);

    const ready = await request(away, undefined, '/health/ready');
    expect(ready.status).toBe(503);
    expect(ready.body).toMatchObject({ status: 'not-ready', reasons: [{ code: 'database-away' }] });
    expect((await request(away, undefined, '/health/live')).body).toEqual({ status: 'live' });

    const shown = await request(away, undefined, page, { headers: { 'Accept-Language': 'fi' } });
    expect(shown.status).toBe(503);
    expect(shown.text).toContain('Palvelu ei juuri nyt vastaa');

    await outage.mend();
    const deadline = performance.now() + 10_000;
    while ((await request(away, undefined, '/health/ready')).status !== 200)
      expect(performance.now()).toBeLessThan(deadline);
    expect((await request(away, api.keys.admin, '/v1/workflows')).status).toBe(200);
  });

  it('is reached over https only where the public address says so', async () => {
    expect((await request(away, undefined, '/health/live')).headers.get('strict-transport-security')).toContain(
      'max-age=',
    );
    expect((await request(api, undefined, '/health/live')).headers.get('strict-transport-security')).toBeNull();
  });
});

describe('an error of ours', () => {
  it('is told without its insides, with a reference to the log', async () => {
    const broken = {
      ...api.store,
      register: { ...api.store.register, counties: () => Promise.reject(new Error('secret inside')) },
    };
    const app = await createAdminApi({
      store: broken,
      log: (level, event, fields) => api.logged.push({ ...fields, level, event }),
      https: false,
    });
    try {
      const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
      const answer = await request({ url }, api.keys.admin, '/v1/counties');
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain('secret');
      const reference = /as ([0-9a-f-]{36})/.exec(problemIn(answer).detail)?.[1];
      expect(api.logged).toContainEqual(
        expect.objectContaining({
          event: 'internal-error',
          reference,
          error: expect.stringContaining('secret inside'),
        }),
      );
    } finally {
      await app.close();
    }
  });
});

describe('listening', () => {
  it('says which setting to change when the port is taken', async () => {
    const app = await createAdminApi({ store: api.store, log: () => undefined, https: false });
    const port = Number(new URL(api.url).port);
    const failure = await listen(app, { host: '127.0.0.1', port }).catch((error: unknown) => error);
    await app.close();
    expect(failure).toBeInstanceOf(ListenError);
    expect(String(failure)).toContain(`Port ${port} of 127.0.0.1 is taken`);
    expect(String(failure)).toContain('Set PORT');
  });
});
