import { AsyncLocalStorage } from 'node:async_hooks';

/** What every log line of one piece of work carries: ids of the request or of the work, never a person's. */
export type Correlation = Readonly<Record<string, string>>;

type Context = { facts: Correlation; span?: unknown };

const contexts = new AsyncLocalStorage<Context>();

/** Does the work with these facts in each of its log lines, beside those that hold already. */
export function correlated<T>(facts: Correlation, work: () => T): T {
  const context = contexts.getStore();
  return contexts.run({ ...context, facts: { ...context?.facts, ...facts } }, work);
}

/** The facts of the work under way; none outside of any. */
export function correlation(): Correlation {
  return contexts.getStore()?.facts ?? nothing;
}

/** Does the work inside a span, which its log lines name. */
export function inSpan<T>(span: unknown, facts: Correlation, work: () => T): T {
  return contexts.run({ facts: { ...correlation(), ...facts }, span }, work);
}

/** The span under way. */
export function spanUnderWay(): unknown {
  return contexts.getStore()?.span;
}

const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The request's own id, where it is one that may stand in a log: 8 to 64 letters, digits, dots, dashes and underscores. */
export function requestIdIn(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' && wellFormed.test(header) ? header : undefined;
}

const nothing: Correlation = {};
