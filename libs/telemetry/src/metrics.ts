import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { MetricDefinition } from './catalogue';

export type Labels = Readonly<Record<string, string>>;

/** Goes up. */
export interface Count {
  inc(labels?: Labels, by?: number): void;
}
/** Stands at a value. */
export interface Level {
  set(value: number, labels?: Labels): void;
}
/** Is spread over buckets. */
export interface Spread {
  observe(value: number, labels?: Labels): void;
}

/** What a process measures, as Prometheus reads it. */
export class Metrics {
  private readonly registry = new Registry();
  private readonly refreshing: (() => Promise<void>)[] = [];

  readonly contentType = this.registry.contentType;

  counter({ name, help, labels = [] }: MetricDefinition): Count {
    const counter = new Counter({ name, help, labelNames: [...labels], registers: [this.registry] });
    return { inc: (given = {}, by = 1) => counter.inc(given, by) };
  }

  gauge({ name, help, labels = [] }: MetricDefinition): Level {
    const gauge = new Gauge({ name, help, labelNames: [...labels], registers: [this.registry] });
    return { set: (value, given = {}) => gauge.set(given, value) };
  }

  histogram({ name, help, labels = [], buckets = [] }: MetricDefinition): Spread {
    const spread = { name, help, labelNames: [...labels], buckets: [...buckets], registers: [this.registry] };
    const histogram = new Histogram(spread);
    return { observe: (value, given = {}) => histogram.observe(given, value) };
  }

  /**
   * Has levels brought up to date before they are read, at most every `freshMs`: however many read, what is costly to count is counted
   * once. Never fails: levels that cannot be read stay as `refresh` leaves them.
   */
  beforeReading(freshMs: number, elapsedMs: () => number, refresh: () => Promise<void>): void {
    let readAtMs = -Infinity;
    let underWay: Promise<void> | undefined;
    this.refreshing.push(async () => {
      if (!underWay && elapsedMs() - readAtMs < freshMs) return;
      underWay ??= refresh()
        .catch(() => undefined)
        .finally(() => {
          readAtMs = elapsedMs();
          underWay = undefined;
        });
      await underWay;
    });
  }

  /** Everything in the text format of Prometheus, with what Node says of the process: memory, processor, event loop. */
  async text(): Promise<string> {
    await Promise.all(this.refreshing.map((refresh) => refresh()));
    const [own, process] = await Promise.all([this.registry.metrics(), ofTheProcess().metrics()]);
    return `${own}\n${process}`;
  }
}

let processRegistry: Registry | undefined;

/** Of the process there is one, however many servers run in it. */
function ofTheProcess(): Registry {
  if (!processRegistry) {
    processRegistry = new Registry();
    collectDefaultMetrics({ register: processRegistry });
  }
  return processRegistry;
}
