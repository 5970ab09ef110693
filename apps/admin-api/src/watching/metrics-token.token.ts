/** Injection token of the secret with which the metrics are read; undefined: nobody reads them. */
export const METRICS_TOKEN = Symbol('metrics-token');
