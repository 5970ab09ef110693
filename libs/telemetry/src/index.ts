export { correlated, type Correlation, correlation, requestIdIn } from './correlation';
export { logLine } from './log-line';
export { apiMetrics, commonMetrics, engineMetrics, processMetrics } from './catalogue';
export { type Count, type Level, Metrics, type Spread } from './metrics';
export { openTracing, tracingIn, tracingVariables } from './open-tracing';
export { watchCommands } from './watch-commands';
export { TimeLimitError, within } from './within';
export { noTracing, type RunningSpan, type Tracing, type TracingSettings } from './tracing';
