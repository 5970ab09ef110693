import { type Collector, startCollector } from '../test/collector';
import { correlated, correlation, logLine, openTracing, type Tracing, tracingIn } from './index';

describe('traces', () => {
  let receiver: Collector;
  let tracing: Tracing;

  beforeEach(async () => {
    receiver = await startCollector();
    tracing = await openTracing(tracingIn({ OTEL_EXPORTER_OTLP_ENDPOINT: `${receiver.url}/` }), 'engine');
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
    await none.span('request', {}, async () => {});
    await none.stop();
    expect(receiver.spans).toEqual([]);
  });
});
