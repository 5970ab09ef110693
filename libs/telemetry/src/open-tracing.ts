import { startTracing } from './otel-tracing';
import { noTracing, type Tracing, type TracingSettings } from './tracing';

type Given = Readonly<Record<string, string | undefined>>;

/** The standard OTEL_* variables that turn tracing on; the exporter itself reads those of its headers, timeouts and certificates. */
export const tracingVariables = [
  'OTEL_EXPORTER_OTLP_ENDPOINT',
  'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT',
  'OTEL_SDK_DISABLED',
  'OTEL_TRACES_EXPORTER',
  'OTEL_TRACES_SAMPLER_ARG',
] as const;

/** Undefined: tracing is off. @throws Error that names the variable and says what is right */
export function tracingIn(given: Given): TracingSettings | undefined {
  const base = given.OTEL_EXPORTER_OTLP_ENDPOINT?.trim();
  const exact = given.OTEL_EXPORTER_OTLP_TRACES_ENDPOINT?.trim();
  const isOff = given.OTEL_SDK_DISABLED?.toLowerCase() === 'true' || given.OTEL_TRACES_EXPORTER === 'none';
  if (isOff || !(exact || base)) return undefined;
  const url = exact || `${(base ?? '').replace(/\/+$/, '')}/v1/traces`;
  if (!/^https?:\/\/[^\s/]/.test(url))
    throw new Error('OTEL_EXPORTER_OTLP_ENDPOINT must be the address of a collector, http://host:4318');
  const ratio = Number(given.OTEL_TRACES_SAMPLER_ARG || '1');
  if (!(ratio >= 0 && ratio <= 1)) throw new Error('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1');
  return { url, ratio };
}

/** Tracing as it is set; the libraries are loaded only here. */
export async function openTracing(settings: TracingSettings | undefined, process: string): Promise<Tracing> {
  return settings ? startTracing(settings, process) : noTracing;
}
