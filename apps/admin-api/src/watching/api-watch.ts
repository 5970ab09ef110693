import type { Store } from '@app/store';
import { apiMetrics, commonMetrics, Metrics, noTracing, type Tracing, watchCommands, within } from '@app/telemetry';
import { elapsedMs } from '../clock/real-time';

/** How long it is not asked again whether the database answers. */
const freshMs = 5_000;
/** How long whoever reads the metrics waits for a database that hangs. */
const pingLimitMs = 2_000;

/** What the API counts and traces; one for each server. */
export class ApiWatch {
  readonly metrics = new Metrics();
  readonly requests = this.metrics.counter(apiMetrics.requests);
  readonly requestSeconds = this.metrics.histogram(apiMetrics.requestSeconds);
  readonly accesses = this.metrics.counter(apiMetrics.accesses);
  /** For the store. */
  readonly ofStore;
  private readonly inHand = this.metrics.gauge(apiMetrics.requestsInHand);
  private readonly connections = this.metrics.gauge(commonMetrics.databaseConnections);
  private readonly databaseUp = this.metrics.gauge(commonMetrics.databaseUp);
  private count = 0;

  constructor(readonly tracing: Tracing = noTracing) {
    this.ofStore = watchCommands(this.metrics, tracing);
  }

  /** One more request that is being answered, or with -1 one less. */
  hold(change: 1 | -1): void {
    this.count += change;
    this.inHand.set(this.count);
  }

  /** Whose connections are counted. */
  watchStore(store: Pick<Store, 'connections' | 'ping'>): void {
    this.metrics.beforeReading(0, elapsedMs, async () => {
      for (const [state, value] of Object.entries(store.connections())) this.connections.set(value, { state });
    });
    this.metrics.beforeReading(freshMs, elapsedMs, async () => {
      const answers = await within(pingLimitMs, 'the database', store.ping()).then(
        () => 1,
        () => 0,
      );
      this.databaseUp.set(answers);
    });
  }
}
