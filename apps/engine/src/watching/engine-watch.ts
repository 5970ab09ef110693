import type { GivenCommand, StoreWatch } from '@app/store';
import { commonMetrics, engineMetrics, Metrics, noTracing, type Tracing } from '@app/telemetry';

/** What the engine counts and traces; one for each process. */
export class EngineWatch {
  readonly metrics = new Metrics();
  readonly timerLateness = this.metrics.histogram(engineMetrics.timerLateness);
  readonly workDone = this.metrics.counter(engineMetrics.workDone);
  readonly mailSendings = this.metrics.counter(engineMetrics.mailSendings);
  readonly mailSendingSeconds = this.metrics.histogram(engineMetrics.mailSendingSeconds);
  private readonly commands = this.metrics.counter(commonMetrics.commands);
  private readonly refusals = this.metrics.counter(commonMetrics.refusals);

  constructor(readonly tracing: Tracing = noTracing) {}

  /** For the store. */
  get ofStore(): StoreWatch {
    return {
      command: ({ code, ...labels }: GivenCommand) => {
        this.commands.inc(labels);
        if (code !== undefined) this.refusals.inc({ code });
      },
      traceparent: () => this.tracing.current(),
      span: (name, parent, attributes, work) => this.tracing.span(name, { parent, attributes }, work),
    };
  }
}
