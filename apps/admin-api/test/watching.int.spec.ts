import { apiMetrics, commonMetrics, correlation, openTracing } from '@app/telemetry';
import { type Collector, startCollector } from '../../../libs/telemetry/test/collector';
import { createAdminApi } from '../src/admin-api';
import { listen } from '../src/http/listen';
import { ApiWatch } from '../src/watching/api-watch';
import { linkTo } from './answer-links';
import { DeskVisitor } from './desk-visitor';
import { give, problemIn, request, type RunningApi, runApi, startRequest, workflowIn } from './running-api';

const token = 'a-token-of-this-installation';
let api: RunningApi;
beforeAll(async () => {
  api = await runApi({ metricsToken: token });
});
afterAll(() => api.close());

/** What stands at the metric's line; undefined where there is none. */
function valueIn(text: string, line: string): number | undefined {
  const found = text.split('\n').find((one) => one.startsWith(`${line} `));
  return found === undefined ? undefined : Number(found.slice(line.length + 1));
}

describe('metrics', () => {
  it('count commands, refusals and requests by the templates of their routes, and name nobody', async () => {
    const workflow = await startRequest(api, 'watched');
    const read = workflowIn(await request(api, api.keys.auditor, `/v1/workflows/${workflow}`));
    const step = { command: 'no-such-<step>', data: {} };
    const refused = await give(api, api.keys.coordinator, workflow, step, { version: read.version });
    expect(refused.status).toBeGreaterThanOrEqual(400);
    await request(api, undefined, await linkTo(api, workflow));
    await request(api, undefined, '/nowhere/09.secret');
    const visitor = await DeskVisitor.signIn(api, api.keys.coordinator);
    for (const page of [
      '',
      '/workflows/09.watched',
      '/workflows/09.watched/commands/withdraw',
      '/tasks/09.none',
      '/09.none',
    ])
      await visitor.get(`/desk${page}`);
    await request(api, undefined, '/desk/notifications/09.watched.n3');

    const answer = await request(api, token, '/metrics');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')]);
    const { text } = answer;
    for (const { name } of [...Object.values(apiMetrics), ...Object.values(commonMetrics)])
      expect([name, text.includes(`# TYPE ${name} `)]).toEqual([name, true]);
    const started = 'vuosikello_commands_total{definition="information-request",command="start",outcome="accepted"}';
    expect(valueIn(text, started)).toBe(1);
    expect(valueIn(text, 'vuosikello_refusals_total{code="unknown-command"}')).toBe(1);
    expect(text).not.toContain('no-such');
    const reads = 'vuosikello_http_requests_total{method="GET",route="/v1/workflows/{id}",status="200"}';
    expect(valueIn(text, reads)).toBe(1);
    expect(valueIn(text, 'vuosikello_http_requests_total{method="GET",route="/r/{token}",status="200"}')).toBe(1);
    expect(valueIn(text, 'vuosikello_http_requests_total{method="GET",route="none",status="404"}')).toBe(2);
    const atDesk = [...text.matchAll(/^vuosikello_http_requests_total\{(.*route="\/desk.*)\} (\d+)$/gm)];
    expect(atDesk.map(([, labels, value]) => `${labels} ${value}`).sort()).toEqual([
      'method="GET",route="/desk",status="200" 1',
      'method="GET",route="/desk/notifications/{id}",status="303" 1',
      'method="GET",route="/desk/tasks/{id}",status="404" 1',
      'method="GET",route="/desk/workflows/{id}",status="200" 1',
      'method="GET",route="/desk/workflows/{id}/commands/{command}",status="200" 1',
      'method="POST",route="/desk/sign-in",status="303" 1',
    ]);
    expect(valueIn(text, 'vuosikello_http_requests_in_hand')).toBe(1);
    expect(valueIn(text, 'vuosikello_access_notes_total{outcome="given"}')).toBeGreaterThanOrEqual(1);
    expect(valueIn(text, 'vuosikello_database_up')).toBe(1);
    expect(text).not.toMatch(/09\.|secret|@/);
  });

  it('are read with the secret of the installation only, and where there is none are not there', async () => {
    for (const key of [undefined, api.keys.admin, api.keys.operator, `${token}x`]) {
      const answer = await request(api, key, '/metrics');
      expect([answer.status, problemIn(answer).code]).toEqual([401, 'unauthenticated']);
    }
    const app = await createAdminApi({ store: api.store, log: () => undefined, https: false });
    try {
      const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
      const answer = await request({ url }, token, '/metrics');
      expect([answer.status, problemIn(answer).code]).toEqual([404, 'unknown-route']);
    } finally {
      await app.close();
    }
  });
});

describe('the id of a request', () => {
  it('is its own where it is well-formed, else made here; every answer and problem names it', async () => {
    const named = await request(api, undefined, '/nowhere', { headers: { 'X-Request-Id': 'proxy-7f3a.1_b' } });
    expect(named.headers.get('x-request-id')).toBe('proxy-7f3a.1_b');
    expect(problemIn(named)).toMatchObject({ requestId: 'proxy-7f3a.1_b', instance: '/nowhere' });
    for (const wrong of ['short', 'aino@example.invalid', 'two words here', 'x'.repeat(65)]) {
      const made = await request(api, undefined, '/health/live', { headers: { 'X-Request-Id': wrong } });
      expect(made.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('is in every line that the log has of it, also after its body was read', async () => {
    const lines: object[] = [];
    const fails = () => Promise.reject(new Error('inside'));
    const store = { ...api.store, register: { ...api.store.register, counties: fails, read: fails } };
    const log = (_level: string, event: string) => void lines.push({ event, ...correlation() });
    const app = await createAdminApi({ store, log, https: false });
    try {
      const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
      const headers = { 'X-Request-Id': 'told-by-a-proxy' };
      const json = { county: '09', year: 2027, title: 'Koe', entries: [] };
      const answers = await Promise.all([
        request({ url }, api.keys.admin, '/v1/counties', { headers }),
        request({ url }, api.keys.admin, '/v1/year-clocks/check', { method: 'POST', json, headers }),
      ]);
      expect(answers.map(({ status }) => status)).toEqual([500, 500]);
      const line = { event: 'internal-error', requestId: 'told-by-a-proxy' };
      expect(lines).toEqual([line, line]);
    } finally {
      await app.close();
    }
  });
});

describe('traces', () => {
  let collector: Collector;
  beforeAll(async () => {
    collector = await startCollector();
  });
  afterAll(() => collector.close());

  it('begin with the request, below whoever sent it, under the template of its route', async () => {
    const tracing = await openTracing({ url: `${collector.url}/v1/traces`, ratio: 1 }, 'admin-api');
    const watch = new ApiWatch(tracing);
    const app = await createAdminApi({ store: api.store, log: () => undefined, https: false, watch });
    const traceId = '0af7651916cd43dd8448eb211c80319c';
    try {
      const url = `http://127.0.0.1:${await listen(app, { host: '127.0.0.1', port: 0 })}`;
      app.getHttpServer().keepAliveTimeout = 0;
      const workflow = await startRequest(api, 'traced');
      const headers = { traceparent: `00-${traceId}-b7ad6b7169203331-01` };
      expect((await request({ url }, api.keys.auditor, `/v1/workflows/${workflow}`, { headers })).status).toBe(200);
      expect((await request({ url }, api.keys.auditor, '/v1/workflows/09.none', { headers })).status).toBe(404);
    } finally {
      await app.close();
      await tracing.stop();
    }
    expect(collector.spans).toMatchObject([
      { traceId, parentSpanId: 'b7ad6b7169203331', name: 'GET /v1/workflows/{id}' },
      { traceId, parentSpanId: 'b7ad6b7169203331', name: 'GET /v1/workflows/{id}' },
    ]);
    expect(JSON.stringify(collector.spans)).not.toContain('09.');
  });
});
