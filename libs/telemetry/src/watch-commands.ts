import { commonMetrics } from './catalogue';
import type { Metrics } from './metrics';
import type { Attributes, Tracing } from './tracing';

type Given = { definition: string; command: string; outcome: string; code?: string };

/** What a store is given, so that its commands are counted and its transactions are part of the trace. */
export function watchCommands(metrics: Metrics, tracing: Tracing) {
  const commands = metrics.counter(commonMetrics.commands);
  const refusals = metrics.counter(commonMetrics.refusals);
  return {
    command: ({ code, definition, command, outcome }: Given): void => {
      commands.inc({ definition, command, outcome });
      if (code !== undefined) refusals.inc({ code });
    },
    traceparent: (): string | undefined => tracing.current(),
    span: <T>(name: string, parent: string | undefined, attributes: Attributes, work: () => Promise<T>): Promise<T> =>
      tracing.on ? tracing.span(name, { parent, attributes }, work) : work(),
  };
}
