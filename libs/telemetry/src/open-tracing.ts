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

/** Where traces go, undefined while tracing is off; and what is wrong with the variables, each with what is right. */
export function tracingIn(given: Given): { tracing: TracingSettings | undefined; problems: string[] } {
  const url = urlIn(given);
  if (url === undefined) return { tracing: undefined, problems: [] };
  const ratio = Number(valueOf(given, 'OTEL_TRACES_SAMPLER_ARG') ?? '1');
  const problems = [
    ...(/^https?:\/\/[^\s/]/.test(url)
      ? []
      : ['OTEL_EXPORTER_OTLP_ENDPOINT: must be the address of a collector, http://host:4318']),
    ...(ratio >= 0 && ratio <= 1 ? [] : ['OTEL_TRACES_SAMPLER_ARG: must be a number from 0 to 1']),
  ];
  return { tracing: { url, ratio }, problems };
}

function urlIn(given: Given): string | undefined {
  const isOff =
    valueOf(given, 'OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || valueOf(given, 'OTEL_TRACES_EXPORTER') === 'none';
  if (isOff) return undefined;
  const base = valueOf(given, 'OTEL_EXPORTER_OTLP_ENDPOINT');
  const ofBase = base === undefined ? undefined : `${base.replace(/\/+$/, '')}/v1/traces`;
  return valueOf(given, 'OTEL_EXPORTER_OTLP_TRACES_ENDPOINT') ?? ofBase;
}

/** An empty variable is one that is not set. */
function valueOf(given: Given, name: (typeof tracingVariables)[number]): string | undefined {
  const value = given[name]?.trim();
  return value === '' ? undefined : value;
}

/** Tracing as it is set; the libraries are loaded only here. */
export async function openTracing(settings: TracingSettings | undefined, process: string): Promise<Tracing> {
  return settings ? startTracing(settings, process) : noTracing;
}
