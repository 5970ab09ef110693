import { keysFor, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

describe('API keys', () => {
  it.each([
    ['no header', undefined],
    ['another scheme', 'Basic abc'],
    ['nothing after the scheme', 'Bearer '],
    ['an unknown key', 'Bearer vk_00000000_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'],
    ['an unsigned token', 'Bearer eyJhbGciOiJub25lIn0.eyJyb2xlIjoiYWRtaW4ifQ.'],
    ['something endless', `Bearer ${'x'.repeat(5_000)}`],
  ])('are asked for: %s', async (_, header) => {
    const answer = await request(api, undefined, '/v1/workflows', {
      headers: header === undefined ? {} : { Authorization: header },
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toMatch(/^Bearer realm="vuosikello"/);
    expect(problemIn(answer)).toMatchObject({ code: 'unauthenticated', status: 401, instance: '/v1/workflows' });
  });

  it('are asked for before the body is looked at', async () => {
    const answer = await request(api, undefined, '/v1/workflows', { method: 'POST', body: 'not json' });
    expect(answer.status).toBe(401);
  });

  it('stop working within seconds of being revoked', async () => {
    const { id, key } = await api.store.keys.create({ county: '09', role: 'auditor' });
    expect((await request(api, key, '/v1/counties')).status).toBe(200);
    await api.store.keys.revoke('09', id);
    const deadline = performance.now() + 10_000;
    for (;;) {
      const { status } = await request(api, key, '/v1/counties');
      if (status === 401) break;
      expect(performance.now()).toBeLessThan(deadline);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  });
});

describe('roles', () => {
  it.each(['auditor', 'operator'] as const)('%s reads and does not write', async (role) => {
    const id = await startRequest(api, `roles-${role}`);
    expect((await request(api, api.keys[role], `/v1/workflows/${id}`)).status).toBe(200);
    const step = await request(api, api.keys[role], `/v1/workflows/${id}/commands`, {
      method: 'POST',
      json: { command: 'withdraw', data: { reason: 'Ei.' } },
      headers: { 'If-Match': '"3"' },
    });
    expect(step.status).toBe(403);
    expect(problemIn(step).code).toBe('not-permitted');
    const start = await request(api, api.keys[role], '/v1/workflows', { method: 'POST', json: {} });
    expect(start.status).toBe(403);
  });
});

describe('a key of another county', () => {
  it('finds nothing of this one, and that it looked is logged', async () => {
    const id = await startRequest(api, 'of-paijat-hame');
    const { admin } = await keysFor(api.store, '07');
    const read = await request(api, admin, `/v1/workflows/${id}`);
    expect(read.status).toBe(404);
    expect(problemIn(read).code).toBe('unknown-id');

    expect((await request(api, admin, `/v1/workflows/${id}/events`)).status).toBe(404);
    expect((await request(api, admin, '/v1/workflows?county=09')).status).toBe(404);
    expect((await request(api, admin, `/v1/notifications/${id}.n2`)).status).toBe(404);
    const step = await request(api, admin, `/v1/workflows/${id}/commands`, {
      method: 'POST',
      json: { command: 'withdraw', data: { reason: 'Ei.' } },
      headers: { 'If-Match': '"3"' },
    });
    expect(step.status).toBe(404);
    const attempts = api.logged.filter(
      ({ event, county, asked }) => event === 'foreign-county' && county === '07' && asked === '09',
    );
    expect(attempts).toHaveLength(5);
    const { body } = await request(api, admin, '/v1/workflows');
    expect(body).toEqual({ items: [], next: null });
  });
});
