import { addMs, instant } from '@app/domain';
import { commonMetrics, engineMetrics, openTracing, type Tracing } from '@app/telemetry';
import { type Collector, startCollector } from '../../../../libs/telemetry/test/collector';
import { eventually } from '../../test/eventually';
import { EngineScene } from '../../test/running-engine';
import { EngineWatch } from './engine-watch';

/** Monday 25 May 2026, nine in the morning in Helsinki; and eight in the morning, a fortnight before the reply date of 17 August. */
const monday = instant('2026-05-25T06:00:00Z');
const fortnightBefore = instant('2026-08-03T05:00:00Z');

let collector: Collector;
let tracing: Tracing;
let scene: EngineScene;

beforeAll(async () => {
  collector = await startCollector();
  tracing = await openTracing({ url: `${collector.url}/v1/traces`, ratio: 1 }, 'admin-api');
  scene = await EngineScene.open(monday, { watch: new EngineWatch(tracing).ofStore });
});
afterAll(async () => {
  await scene.close();
  await tracing.stop();
  await collector.close();
});

it('counts what the engine does, and follows a request to the mail that it leaves', async () => {
  const engine = await scene.startEngine({ tracing: { url: `${collector.url}/v1/traces`, ratio: 1 } });
  const at = (path: string) => fetch(`http://127.0.0.1:${engine.port}${path}`);
  let traceId = '';
  const workflow = await tracing.span('request', { kind: 'server' }, async () => {
    traceId = tracing.current()?.split('-')[1] ?? '';
    return scene.askAsikkala();
  });
  await scene.mail(workflow, 'advance-assignment', 'accepted');
  await scene.setClock(addMs(fortnightBefore, 90_000));
  await scene.mail(workflow, 'reminder', 'accepted');
  await scene.settle();

  const scraped = await at('/metrics');
  expect(scraped.headers.get('content-type')).toContain('text/plain');
  const text = await scraped.text();
  for (const { name } of [...Object.values(engineMetrics), ...Object.values(commonMetrics)])
    expect([name, text.includes(`# TYPE ${name} `)]).toEqual([name, true]);
  const value = (line: string) =>
    Number(
      text
        .split('\n')
        .find((one) => one.startsWith(`${line} `))
        ?.split(' ')[1],
    );
  expect(value('vuosikello_mail_sendings_total{outcome="accepted"}')).toBe(2);
  expect(value('vuosikello_mails{state="accepted"}')).toBe(2);
  expect(value('vuosikello_timer_lateness_seconds_count')).toBeGreaterThanOrEqual(1);
  expect(value('vuosikello_work_items{kind="mail",state="due"}')).toBe(0);
  expect(value('vuosikello_queue_up')).toBe(1);
  expect(value('vuosikello_database_up')).toBe(1);
  expect(value('vuosikello_signer{state="off"}')).toBe(1);
  expect(text).toMatch(
    /vuosikello_commands_total\{definition="information-request",command="[a-z-]+",outcome="accepted"\} [1-9]/,
  );
  expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  // No ids of anything, and nobody's address.
  expect(text).not.toMatch(/09\.test|asikkala|@/i);

  await engine.stop();
  await tracing.stop();
  const ofRequest = collector.spans.filter((span) => span.traceId === traceId);
  const named = (name: string) => ofRequest.filter((span) => span.name === name);
  const [request] = named('request');
  const [command] = named('command');
  expect(command?.parentSpanId).toBe(request?.spanId);
  expect(named('transaction')[0]?.parentSpanId).toBe(command?.spanId);
  const [digest] = named('work digest');
  expect(named('work mail')[0]?.parentSpanId).toBe(command?.spanId);
  expect(digest?.parentSpanId).toBe(command?.spanId);
  expect(named('mail')).toMatchObject([{ parentSpanId: digest?.spanId }]);
  // The clock's command comes weeks later: a trace of its own that names the request's.
  const timer = collector.spans.find((span) => span.name === 'work timer');
  expect(timer?.traceId).not.toBe(traceId);
  expect(timer?.links).toMatchObject([{ traceId, spanId: command?.spanId }]);
});

it('says that it is degraded while its queue is away or nobody hears it', async () => {
  const engine = await scene.startEngine({ queue: { postgresUrl: 'postgresql://nobody:nothing@127.0.0.1:1/none' } });
  const ready = async () => {
    const answer = await fetch(`http://127.0.0.1:${engine.port}/health/ready`);
    return { status: answer.status, body: (await answer.json()) as { status: string; reasons: { code: string }[] } };
  };
  await eventually('degraded', async () => (await ready()).body.status === 'degraded');
  expect(await ready()).toMatchObject({ status: 200, body: { reasons: [{ code: 'queue-away' }] } });
  const text = await (await fetch(`http://127.0.0.1:${engine.port}/metrics`)).text();
  expect(text).toMatch(/^vuosikello_queue_up 0$/m);
});
