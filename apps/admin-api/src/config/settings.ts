import { readFileSync } from 'node:fs';
import type { VerifierKey } from '@app/ledger';
import { webhookKey, witnessKeys } from '@app/store';
import { tracingIn, type TracingSettings } from '@app/telemetry';
import { z } from 'zod';
import type { OidcSettings } from '../access/oidc/oidc-settings';
import type { Protection } from '../protection/protection';
import { oidcIn, oidcSchema } from './oidc';
import { protectionIn, protectionSchema } from './protection';
import type { WebhookSettings } from '../webhooks/webhooks.token';

/** A setting is missing or wrong; the message names each one and says what is right. */
export class SettingsError extends Error {
  constructor(problems: readonly string[]) {
    super(`Settings (environment): ${problems.join('; ')}`);
    this.name = 'SettingsError';
  }
}

const databaseUrl =
  'must be the PostgreSQL address of the application login, postgresql://login:password@host:port/database';
const port = 'must be a port from 0 to 65535 (0: any free one)';

const schema = z.object({
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: databaseUrl }),
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number(port).int(port).min(0, port).max(65_535, port).default(3000),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be the http or https address at which people reach this server' })
    .optional(),
  LOG_WITNESS_KEYS: witnessKeys('must be '),
  ...oidcSchema,
  ...protectionSchema,
  WEBHOOK_KEY: webhookKey,
  WEBHOOK_ALLOW_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').default('no'),
  METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,500}$/, 'must be 16 to 500 characters without spaces')
    .optional(),
});

export type Settings = {
  databaseUrl: string;
  host: string;
  port: number;
  /** The address at which people reach the server, without a slash at its end. */
  publicUrl: string | undefined;
  /** Whether people reach the server by https only. */
  https: boolean;
  /** Whose lines under checkpoints of the log are taken. */
  witnesses: readonly VerifierKey[];
  /** Whose tokens are taken beside API keys; undefined: nobody's. */
  oidc: OidcSettings | undefined;
  webhooks: WebhookSettings;
  protection: Protection;
  /** With which the metrics are read; undefined: nobody reads them. */
  metricsToken: string | undefined;
  /** Where traces go; undefined: nobody traces. */
  tracing: TracingSettings | undefined;
};

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The settings of this process. A secret is also read from the file that `<NAME>_FILE` names.
 * @throws SettingsError
 */
export function readSettings(environment: Environment): Settings {
  const problems: string[] = [];
  const values = {
    DATABASE_URL: secret('DATABASE_URL', environment, problems),
    HOST: given('HOST', environment),
    PORT: given('PORT', environment),
    PUBLIC_URL: given('PUBLIC_URL', environment),
    LOG_WITNESS_KEYS: given('LOG_WITNESS_KEYS', environment),
    ...Object.fromEntries(
      Object.keys({ ...oidcSchema, ...protectionSchema }).map((name) => [name, given(name, environment)]),
    ),
    WEBHOOK_KEY: secret('WEBHOOK_KEY', environment, problems),
    WEBHOOK_ALLOW_PRIVATE: given('WEBHOOK_ALLOW_PRIVATE', environment),
    METRICS_TOKEN: secret('METRICS_TOKEN', environment, problems),
  };
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    problems.push(...parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  }
  if (parsed.success && (parsed.data.OIDC_ISSUER === undefined) !== (parsed.data.OIDC_AUDIENCE === undefined))
    problems.push('OIDC_ISSUER and OIDC_AUDIENCE must both be set, or neither');
  const { tracing, problems: ofTracing } = tracingIn(environment);
  problems.push(...ofTracing);
  if (problems.length > 0 || !parsed.success) throw new SettingsError(problems);
  const { DATABASE_URL, HOST, PORT, PUBLIC_URL, LOG_WITNESS_KEYS, WEBHOOK_KEY, WEBHOOK_ALLOW_PRIVATE } = parsed.data;
  return {
    databaseUrl: DATABASE_URL,
    host: HOST,
    port: PORT,
    publicUrl: PUBLIC_URL?.replace(/\/+$/, ''),
    https: PUBLIC_URL?.startsWith('https:') ?? false,
    witnesses: LOG_WITNESS_KEYS,
    oidc: oidcIn(parsed.data),
    protection: protectionIn(parsed.data),
    webhooks: { key: WEBHOOK_KEY, allowPrivate: WEBHOOK_ALLOW_PRIVATE === 'yes' },
    metricsToken: parsed.data.METRICS_TOKEN,
    tracing,
  };
}

export function processEnvironment(): Environment {
  return process.env;
}

/** An empty setting is one that was not given. */
function given(name: string, environment: Environment): string | undefined {
  return environment[name] === '' ? undefined : environment[name];
}

/** Values of secrets never go into a message. */
function secret(name: string, environment: Environment, problems: string[]): string | undefined {
  const file = given(`${name}_FILE`, environment);
  const value = given(name, environment);
  if (file === undefined) return value;
  if (value !== undefined) problems.push(`set either ${name} or ${name}_FILE, not both`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    problems.push(`${name}_FILE must name a readable file (${(error as NodeJS.ErrnoException).code ?? 'unreadable'})`);
    return undefined;
  }
}
