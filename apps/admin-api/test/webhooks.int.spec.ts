import { openStore, type Store, webhookSecret } from '@app/store';
import { createAdminApi } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { deliveryList, webhook, webhookList, webhookWithSecret } from '../src/webhooks/webhook.schema';
import { keysFor, problemIn, request, type RunningApi, runApi, startRequest, webhookKey } from './running-api';
import { sealLog } from './seal-log';

let api: RunningApi;
let engine: Store;
beforeAll(async () => {
  api = await runApi();
  engine = await openStore({ databaseUrl: api.database.engineUrl, applicationName: 'webhooks-test' });
});
afterAll(async () => {
  await engine.close();
  await api.close();
});

const url = 'https://receiver.example.test/hooks';
const post = (path: string, json?: unknown, key = api.keys.admin) =>
  request(api, key, `/v1/webhooks${path}`, { method: 'POST', ...(json !== undefined && { json }) });
const make = async (json: object = { url }) => webhookWithSecret.parse((await post('', json)).body);
const change = (id: string, json: unknown, key = api.keys.admin) =>
  request(api, key, `/v1/webhooks/${id}`, { method: 'PATCH', json });
const read = async (id: string) =>
  webhook.strict().parse((await request(api, api.keys.auditor, `/v1/webhooks/${id}`)).body);

describe('a webhook over the API', () => {
  it('is made with a secret that is shown once, changed, switched off and deleted', async () => {
    const { secret, ...made } = await make({ url, types: ['AnswerReceived', 'WebhookMade'] });
    expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(secret).toBe(webhookSecret(webhookKey, { county: '09', id: made.id }, 1));
    expect(made).toMatchObject({ url, types: ['AnswerReceived', 'WebhookMade'], state: 'on', offBecause: null });
    expect(await read(made.id)).toEqual(made);
    const { items } = webhookList.parse((await request(api, api.keys.auditor, '/v1/webhooks')).body);
    expect(items).toEqual([made]);
    const rotated = webhookWithSecret.parse((await post(`/${made.id}/secret`)).body);
    expect(rotated.secret).toBe(webhookSecret(webhookKey, { county: '09', id: made.id }, 2));
    expect(rotated.oldSecretUntil).toBe('2026-06-02T06:00:00.000Z');
    const off = await change(made.id, { url: 'https://receiver.example.test:8443/', types: null, state: 'off' });
    expect(off.body).toMatchObject({ types: null, state: 'off', offBecause: 'by-hand' });
    expect(problemIn(await post(`/${made.id}/test`))).toMatchObject({ status: 409, code: 'webhook-off' });
    expect((await change(made.id, { state: 'on' })).body).toMatchObject({ state: 'on', offBecause: null });
    expect((await request(api, api.keys.admin, `/v1/webhooks/${made.id}`, { method: 'DELETE' })).status).toBe(204);
    expect(problemIn(await request(api, api.keys.admin, `/v1/webhooks/${made.id}`)).code).toBe('unknown-id');
    expect(problemIn(await change(made.id, { state: 'on' })).code).toBe('unknown-id');
    for (const path of ['secret', 'test', 'redrive'])
      expect(problemIn(await post(`/${made.id}/${path}`, {})).code).toBe('unknown-id');
  });

  it('goes to no address inside, nor where events would be read on the way', async () => {
    const { id } = await make();
    const cases: [string, string][] = [
      ['http://receiver.example.test/', 'not-https'],
      ['https://169.254.169.254/latest', 'not-public'],
      ['https://[::1]/', 'not-public'],
      ['https://[::ffff:127.0.0.1]/', 'not-public'],
      ['https://2130706433/', 'not-public'],
      ['https://0177.0.0.1/', 'not-public'],
      ['https://localhost/', 'not-public'],
      ['https://u:p@receiver.example.test/', 'with-credentials'],
      ['https://receiver.example.test:6379/', 'wrong-port'],
      ['receiver', 'not-a-url'],
    ];
    for (const [bad, code] of cases) {
      for (const answer of [await post('', { url: bad }), await change(id, { url: bad })])
        expect([bad, problemIn(answer)]).toMatchObject([
          bad,
          { status: 422, code: 'invalid-data', errors: [{ path: 'url', code }] },
        ]);
    }
    expect(problemIn(await post('', { url, types: ['NoSuchType'] }))).toMatchObject({ status: 422 });
    expect(problemIn(await post('', { url, secret: 'mine' })).code).toBe('unknown-field');
    expect((await read(id)).url).toBe(url);
    await api.store.webhooks.remove('09', id, { id: 'key:test', role: 'admin' });
  });

  it('is for admins; auditors see it; another county has none of it', async () => {
    const { id } = await make();
    for (const role of ['coordinator', 'operator', 'service'] as const)
      expect(problemIn(await request(api, api.keys[role], '/v1/webhooks')).code).toBe('not-permitted');
    for (const role of ['coordinator', 'auditor', 'operator', 'service'] as const)
      expect(problemIn(await post('', { url }, api.keys[role])).code).toBe('not-permitted');
    const others = await keysFor(api.store, '17');
    expect((await request(api, others.admin, '/v1/webhooks')).body).toEqual({ items: [], next: null });
    for (const path of ['', '/deliveries'])
      expect(problemIn(await request(api, others.admin, `/v1/webhooks/${id}${path}`)).code).toBe('unknown-id');
    expect(problemIn(await change(id, { state: 'off' }, others.admin)).code).toBe('unknown-id');
    for (const path of ['secret', 'test', 'redrive'])
      expect(problemIn(await post(`/${id}/${path}`, {}, others.admin)).code).toBe('unknown-id');
    expect(api.logged).toContainEqual(expect.objectContaining({ event: 'foreign-county', asked: '09', county: '17' }));
    expect((await read(id)).state).toBe('on');
    await api.store.webhooks.remove('09', id, { id: 'key:test', role: 'admin' });
  });

  it('shows what was given up, and sends it again', async () => {
    const { id } = await make({ url, types: ['InformationRequested'] });
    await startRequest(api, 'answer-016');
    await sealLog(api, '09');
    const tested = await post(`/${id}/test`);
    expect([tested.status, tested.body]).toEqual([202, { delivery: expect.stringMatching(`^${id}_test-`) as string }]);
    const [claim] = await engine.webhooks.claim(1, 60_000);
    if (!claim) throw new Error('There is nothing to send');
    const send = async () => {
      for (;;) {
        const next = await engine.webhooks.next(claim, 60_000);
        if (next.outcome === 'send') return next.delivery;
        if (next.outcome !== 'looked') throw new Error(next.outcome);
      }
    };
    const test = await send();
    expect(test.type).toBe('WebhookTested');
    await engine.webhooks.settle(claim, test.id, { kind: 'delivered', status: 200 });
    const { id: delivery } = await send();
    const attempt = { kind: 'failed', status: 500, reason: 'status', againAt: undefined, rests: false } as const;
    await engine.webhooks.settle(claim, delivery, attempt);
    const list = async (state: string) =>
      deliveryList.parse((await request(api, api.keys.auditor, `/v1/webhooks/${id}/deliveries?state=${state}`)).body)
        .items;
    expect(await list('dead')).toMatchObject([
      { id: delivery, type: 'InformationRequested', status: 500, attempts: 1 },
    ]);
    expect((await list('delivered')).map((one) => one.id)).toEqual([test.id]);
    const task = await request(api, api.keys.coordinator, '/v1/tasks?kind=webhook-undelivered&status=open', {
      headers: { 'Accept-Language': 'fi' },
    });
    expect(task.body).toMatchObject({
      items: [{ title: 'Webhookin vastaanottaja ei ole ottanut tapahtumia vastaan' }],
    });
    expect((await post(`/${id}/redrive`, { deliveries: ['other'] })).body).toEqual({ count: 0 });
    expect((await post(`/${id}/redrive`, {})).body).toEqual({ count: 1 });
    expect((await list('waiting')).map((one) => one.id)).toContain(delivery);
    expect(problemIn(await request(api, api.keys.admin, `/v1/webhooks/${id}/deliveries?state=lost`)).status).toBe(422);
  });

  it('is not made where no key was set', async () => {
    const app = await createAdminApi({ store: api.store, log: () => undefined, https: false });
    const bare = { url: `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}` };
    const answer = await request(bare, api.keys.admin, '/v1/webhooks', { method: 'POST', json: { url } });
    expect(problemIn(answer)).toMatchObject({ status: 409, code: 'webhooks-not-set-up' });
    await app.close();
  });
});
