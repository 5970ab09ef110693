import { setTimeout as pause } from 'node:timers/promises';
import type * as Api from '@opentelemetry/api' with { 'resolution-mode': 'import' };
import type { Context, Link, Span, SpanContext, SpanKind as OtelKind, Tracer } from '@opentelemetry/api' with {
  'resolution-mode': 'import',
};
import type { TracerProvider } from '@opentelemetry/sdk-trace' with { 'resolution-mode': 'import' };
import { inSpan, spanUnderWay } from './correlation';
import type { RunningSpan, SpanKind, SpanOptions, Tracing, TracingSettings } from './tracing';

/** How long a process that ends waits until its last traces are sent. */
const lastSendingMs = 2_000;

/**
 * Traces by OpenTelemetry, sent by OTLP over HTTP in batches. Nothing is registered globally: two in one process do not meet. The
 * libraries are loaded here, so that whoever does without them does not have them.
 */
export async function startTracing({ url, ratio }: TracingSettings, process: string): Promise<Tracing> {
  const [api, sdk, resources, exporters] = await Promise.all([
    import('@opentelemetry/api'),
    import('@opentelemetry/sdk-trace'),
    import('@opentelemetry/resources'),
    import('@opentelemetry/exporter-trace-otlp-http'),
  ]);
  const named = resources.resourceFromAttributes({ 'service.name': `vuosikello-${process}` });
  // What OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME say goes before what we would say ourselves.
  const said = resources.detectResources({
    detectors: [resources.resourceAttributesEnvDetector, resources.serviceNameEnvDetector],
  });
  const provider = new sdk.TracerProvider({
    resource: resources.defaultResource().merge(named).merge(said),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(ratio) }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter: new exporters.OTLPTraceExporter({ url }) })],
  });
  return new OtelTracing(api, provider, provider.getTracer('vuosikello'));
}

class OtelTracing implements Tracing {
  readonly on = true;

  constructor(
    private readonly api: typeof Api,
    private readonly provider: TracerProvider,
    private readonly tracer: Tracer,
  ) {}

  async span<T>(name: string, options: SpanOptions, work: (span: RunningSpan) => Promise<T>): Promise<T> {
    const { kind = 'internal', attributes, parent, links: causes = [] } = options;
    const links: Link[] = causes.flatMap((cause) => this.contextIn(cause) ?? []).map((context) => ({ context }));
    const isLinked = links.length > 0;
    const span = this.tracer.startSpan(
      name,
      { kind: this.kindOf(kind), ...(attributes && { attributes }), links, root: isLinked },
      isLinked ? this.api.ROOT_CONTEXT : this.contextBelow(parent),
    );
    const running: RunningSpan = {
      rename: (other) => void span.updateName(other),
      set: (more) => void span.setAttributes(more),
      fail: (message) => void span.setStatus({ code: this.api.SpanStatusCode.ERROR, message }),
    };
    try {
      return await inSpan(span, { traceId: span.spanContext().traceId }, () => work(running));
    } catch (error) {
      // The name of the error only: what it says may repeat somebody's data.
      running.fail(error instanceof Error ? error.name : 'error');
      throw error;
    } finally {
      span.end();
    }
  }

  current(): string | undefined {
    const span = spanUnderWay() as Span | undefined;
    if (!span) return undefined;
    const { traceId, spanId, traceFlags } = span.spanContext();
    // What is not sampled costs nobody anything further on.
    return traceFlags & this.api.TraceFlags.SAMPLED ? `00-${traceId}-${spanId}-01` : undefined;
  }

  async stop(): Promise<void> {
    // A collector that is away must not keep the process from ending well, nor for long: its exporter would try for ten seconds.
    const sent = this.provider.shutdown().catch(() => undefined);
    await Promise.race([sent, pause(lastSendingMs, undefined, { ref: false })]);
  }

  private kindOf(kind: SpanKind): OtelKind {
    const { INTERNAL, SERVER, CLIENT, CONSUMER } = this.api.SpanKind;
    return { internal: INTERNAL, server: SERVER, client: CLIENT, consumer: CONSUMER }[kind];
  }

  private contextBelow(parent: string | undefined): Context {
    const { trace, ROOT_CONTEXT } = this.api;
    const remote = this.contextIn(parent);
    if (remote) return trace.setSpanContext(ROOT_CONTEXT, remote);
    const span = spanUnderWay() as Span | undefined;
    return span ? trace.setSpan(ROOT_CONTEXT, span) : ROOT_CONTEXT;
  }

  private contextIn(traceparent: string | undefined): SpanContext | undefined {
    const [, traceId = '', spanId = '', flags = '0'] = written.exec(traceparent ?? '') ?? [];
    const traceFlags = parseInt(flags, 16) & this.api.TraceFlags.SAMPLED;
    const context = { traceId, spanId, traceFlags, isRemote: true };
    return this.api.isSpanContextValid(context) ? context : undefined;
  }
}

const written = /^[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
