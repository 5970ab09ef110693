import { engineMetrics, Metrics, noTracing, type Tracing, watchCommands } from '@app/telemetry';

/** What the engine counts and traces; one for each process. */
export class EngineWatch {
  readonly metrics = new Metrics();
  readonly timerLateness = this.metrics.histogram(engineMetrics.timerLateness);
  readonly workDone = this.metrics.counter(engineMetrics.workDone);
  readonly mailSendings = this.metrics.counter(engineMetrics.mailSendings);
  readonly mailSendingSeconds = this.metrics.histogram(engineMetrics.mailSendingSeconds);
  /** For the store. */
  readonly ofStore;

  constructor(readonly tracing: Tracing = noTracing) {
    this.ofStore = watchCommands(this.metrics, tracing);
  }
}
