/** What a span may hold: names and numbers of our own making, never a person's. */
export type Attributes = Readonly<Record<string, string | number | boolean>>;

export type SpanKind = 'internal' | 'server' | 'client' | 'consumer';

export type SpanOptions = {
  kind?: SpanKind;
  attributes?: Attributes;
  /** The W3C `traceparent` of what caused it, where that is not the span under way. */
  parent?: string | undefined;
  /** The `traceparent` of each thing that caused it long ago, or together with others: the span begins a trace of its own. */
  links?: readonly string[];
};

/** A span under way. */
export interface RunningSpan {
  rename(name: string): void;
  set(attributes: Attributes): void;
  fail(why: string): void;
}

/** Traces: who waited for what. Off unless it is set; then nothing of it is loaded. */
export interface Tracing {
  readonly on: boolean;
  /** Does the work as a span; one that throws has failed. */
  span<T>(name: string, options: SpanOptions, work: (span: RunningSpan) => Promise<T>): Promise<T>;
  /** The span under way as a W3C `traceparent`; undefined where there is none, or it is not sampled. */
  current(): string | undefined;
  /** Sends what is left, and ends. */
  stop(): Promise<void>;
}

const noSpan: RunningSpan = { rename: () => {}, set: () => {}, fail: () => {} };

export const noTracing: Tracing = {
  on: false,
  span: (_name, _options, work) => work(noSpan),
  current: () => undefined,
  stop: async () => {},
};

/** Where traces go and how many of them: from 0, none, to 1, all. */
export type TracingSettings = { url: string; ratio: number };
