import { type Collector, startCollector } from '../test/collector';
import { correlated, correlation, logLine, openTracing, type Tracing, tracingIn } from './index';

describe('traces', () => {
  let receiver: Collector;
  let tracing: Tracing;

  beforeEach(async () => {
    receiver = await startCollector();
    tracing = await openTracing(tracingIn({ OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/` }).tracing, 'engine');
  });
  afterEach(async () => {
    await tracing.stop();
    await receiver.close();
  });

  it('go to the collector: what is inside is below what is around it, and what follows later is linked', async () => {
    let outer: string | undefined;
    let lines: string[] = [];
    await correlated({ requestId: 'request-1' }, () =>
      tracing.span('request', { kind: 'server' }, async (span) => {
        outer = tracing.current();
        span.rename('GET /v1/counties');
        await tracing.span('command', { attributes: { 'vuosikello.command': 'record-answer' } }, async () => {
          lines = [logLine({ time: 't', level: 'info', process: 'engine', message: 'said' })];
        });
      }),
    );
    await tracing.span('work mail', { kind: 'consumer', parent: outer }, async () => {});
    await tracing.span('work timer', { kind: 'consumer', links: [outer ?? ''] }, async () => {});
    await tracing.span('failed', {}, () => Promise.reject(new Error('secret'))).catch(() => undefined);
    expect(tracing.current()).toBeUndefined();
    expect(correlation()).toEqual({});
    await tracing.stop();

    const [, traceId = '', spanId = ''] = /^00-(\w{32})-(\w{16})-01$/.exec(outer ?? '') ?? [];
    const named = (name: string) => receiver.spans.find((span) => span.name === name);
    expect(named('GET /v1/counties')).toMatchObject({ traceId, spanId });
    expect(named('command')).toMatchObject({ traceId, parentSpanId: spanId });
    expect(named('work mail')).toMatchObject({ traceId, parentSpanId: spanId });
    const timer = named('work timer');
    expect(timer?.traceId).not.toBe(traceId);
    expect(timer?.links).toMatchObject([{ traceId, spanId }]);
    expect(JSON.stringify(receiver.spans)).not.toContain('secret');
    expect(receiver.resources.join()).toContain('vuosikello-engine');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ requestId: 'request-1', traceId, message: 'said' });
  });

  it('of which none are wanted are not sent', async () => {
    const none = await openTracing({ url: `${receiver.url}/v1/traces`, ratio: 0 }, 'engine');
    await none.span('request', {}, async () => expect(none.current()).toBeUndefined());
    await none.stop();
    expect(receiver.spans).toEqual([]);
  });
});

describe('the variables of OpenTelemetry', () => {
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318';

  it.each([
    [{}, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: '' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: 'none' }, undefined],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT }, { url: 'http://collector:4318/v1/traces', ratio: 1 }],
    [
      {
        OTEL_EXPORTER_OTLP_ENDPOINT,
        OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t.test/x',
        OTEL_TRACES_SAMPLER_ARG: '0.1',
      },
      { url: 'https://t.test/x', ratio: 0.1 },
    ],
  ])('%j mean %j', (given, tracing) => expect(tracingIn(given)).toEqual({ tracing, problems: [] }));

  it.each([
    [{ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' }, 'OTEL_EXPORTER_OTLP_ENDPOINT: must be'],
    [{ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG: 'half' }, 'OTEL_TRACES_SAMPLER_ARG: must be'],
  ])('%j are wrong', (given, problem) => expect(tracingIn(given).problems).toEqual([expect.stringContaining(problem)]));
});
