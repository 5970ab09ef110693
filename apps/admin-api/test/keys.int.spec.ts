import { fillLog } from '../../../test/support/filled-log';
import { createAdminApi } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { keyList, madeKey } from '../src/keys/key.schema';
import { keysFor, problemIn, request, type RunningApi, runApi, startRequest } from './running-api';

let api: RunningApi;
beforeAll(async () => {
  api = await runApi();
});
afterAll(() => api.close());

async function make(
  json: object,
  { by = api.keys.admin, headers }: { by?: string; headers?: Record<string, string> } = {},
) {
  return request(api, by, '/v1/keys', { method: 'POST', json, ...(headers && { headers }) });
}
async function made(json: object, by = api.keys.admin) {
  const answer = await make(json, { by });
  expect([answer.status, answer.text]).toEqual([201, expect.any(String)]);
  return madeKey.parse(answer.body);
}
async function listed(query = '') {
  return keyList.parse((await request(api, api.keys.admin, `/v1/keys${query}`)).body).items;
}
async function logged() {
  const { events } = await api.store.events.page('09', {}, { after: -1, limit: 500 });
  return events;
}

/** Asks again until it is answered so. */
async function until(status: number, ask: () => ReturnType<typeof request>) {
  const deadline = performance.now() + 10_000;
  while ((await ask()).status !== status) {
    expect(performance.now()).toBeLessThan(deadline);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

it('are made, listed without themselves, and noted when they are used', async () => {
  const { id, key } = await made({ role: 'auditor', label: ' Sisäinen tarkastus ', expiresOn: '2026-12-31' });
  expect(key).toMatch(/^vk_[0-9a-f]{8}_[\w-]{43}$/);
  expect((await request(api, key, '/v1/events')).status).toBe(200);
  const answer = await request(api, api.keys.admin, '/v1/keys');
  expect(answer.text).not.toContain(key.slice(-43));
  const mine = keyList.parse(answer.body).items.find((one) => one.id === id);
  const admin = mine?.madeBy ?? '';
  expect(admin).toMatch(/^key:09-[0-9a-f]{8}$/);
  expect(mine).toMatchObject({
    role: 'auditor',
    label: 'Sisäinen tarkastus',
    permissions: null,
    expiresOn: '2026-12-31',
    revokedAt: null,
  });
  const used = async () => (await listed()).find((one) => one.id === id)?.lastUsedAt;
  const deadline = performance.now() + 10_000;
  while ((await used()) === null) expect(performance.now()).toBeLessThan(deadline);
  expect(await used()).toBe('2026-06-01T06:00:00.000Z');
});

it('are made once for one request', async () => {
  const headers = { 'Idempotency-Key': 'k-1' };
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => make({ role: 'service', label: 'Tripla' }, { headers })),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([201, ...Array<number>(19).fill(409)]);
  const repeated = answers.find(({ status }) => status === 409);
  const ours = (await listed()).filter(({ label }) => label === 'Tripla');
  expect(repeated?.headers.get('location')).toBe(`/v1/keys/${ours[0]?.id}`);
  expect(ours).toHaveLength(1);
  expect(problemIn(await make({ role: 'admin', label: 'Tripla' }, { headers })).code).toBe('idempotency-key-reused');
});

it('may do what they were given of their role, and give no more than they have', async () => {
  const id = await startRequest(api, 'of-scoped-keys');
  const reader = await made({ role: 'coordinator', permissions: ['workflows:read'] });
  expect((await request(api, reader.key, `/v1/workflows/${id}`)).status).toBe(200);
  for (const path of ['/v1/tasks', '/v1/events', '/v1/keys'])
    expect((await request(api, reader.key, path)).status).toBe(403);

  const { key } = await made({ role: 'admin', permissions: ['keys:write', 'keys:read', 'workflows:read'] });
  expect((await make({ role: 'service', permissions: ['workflows:read'] }, { by: key })).status).toBe(201);
  const faults: [object, string][] = [
    [{ role: 'service' }, 'permissions required'],
    [{ role: 'admin', permissions: ['keys:write', 'persons:erase'] }, 'permissions.1 not-own'],
    [{ role: 'service', permissions: ['keys:write'] }, 'permissions.0 not-of-role'],
    [{ role: 'service', permissions: [] }, 'permissions too_small'],
    [{ role: 'service', permissions: ['workflows:read', 'everything'] }, 'permissions.1 invalid_value'],
    [{ role: 'service', permissions: ['workflows:read'], expiresOn: '2026-05-31' }, 'expiresOn over'],
  ];
  for (const [json, fault] of faults) {
    const answer = await make(json, { by: key });
    expect([answer.status, ...(problemIn(answer).errors ?? []).map(({ path, code }) => `${path} ${code}`)]).toEqual([
      422,
      fault,
    ]);
  }
});

it('are made and revoked by admins of their own county only', async () => {
  const others = await keysFor(api.store, '07');
  const { id } = await made({ role: 'operator' });
  for (const role of ['coordinator', 'auditor', 'operator', 'service'] as const) {
    expect((await make({ role: 'operator' }, { by: api.keys[role] })).status).toBe(403);
    expect((await request(api, api.keys[role], '/v1/keys')).status).toBe(403);
    expect((await request(api, api.keys[role], `/v1/keys/${id}`, { method: 'DELETE' })).status).toBe(403);
  }
  expect((await request(api, others.admin, `/v1/keys/${id}`, { method: 'DELETE' })).status).toBe(404);
  expect(
    keyList.parse((await request(api, others.admin, '/v1/keys')).body).items.map((one) => one.id.slice(0, 2)),
  ).toEqual(Array(5).fill('07'));
  for (const wrong of ['09-00000000', '09', 'x'])
    expect((await request(api, api.keys.admin, `/v1/keys/${wrong}`, { method: 'DELETE' })).status).toBe(404);
});

it('stop working on every server when they are revoked, and the log says so in words', async () => {
  const second = await createAdminApi({ store: api.store, log: () => undefined, https: false });
  try {
    const port = await listen(second, { host: '127.0.0.1', port: 0 });
    second.getHttpServer().keepAliveTimeout = 0;
    const servers = [api, { url: `http://127.0.0.1:${port}` }];
    const { id, key } = await made({ role: 'auditor', expiresOn: '2026-07-31' });
    for (const server of servers) expect((await request(server, key, '/v1/counties')).status).toBe(200);
    expect((await request(api, api.keys.admin, `/v1/keys/${id}`, { method: 'DELETE' })).status).toBe(204);
    for (const server of servers) await until(401, () => request(server, key, '/v1/counties'));
    expect((await request(api, api.keys.admin, `/v1/keys/${id}`, { method: 'DELETE' })).status).toBe(404);
    expect((await listed()).map((one) => one.id)).not.toContain(id);
    const gone = (await listed('?status=all&limit=200')).find((one) => one.id === id);
    expect(gone?.revokedBy).toBe(gone?.madeBy);

    await fillLog(api.database, '09');
    const events = (await logged()).filter(({ body }) => body?.includes(id));
    expect(events.map(({ type, stream, actor }) => [type, stream, actor.role])).toEqual([
      ['KeyMade', '09.log', 'admin'],
      ['KeyRevoked', '09.log', 'admin'],
    ]);
  } finally {
    await second.close();
  }
});
