import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { VerifierKey } from '@app/ledger';
import { witnessKeys } from '@app/store';
import { z } from 'zod';
import { environmentFailed } from '../output/cli-error';

/** Settings that hold a secret are also read from a file named by `<NAME>_FILE`. */
const secrets = ['DATABASE_URL', 'ENGINE_DATABASE_URL', 'DATABASE_OWNER_URL', 'REDIS_URL', 'SMTP_URL'] as const;

const url = (...protocols: string[]) =>
  z.url({
    protocol: new RegExp(`^(${protocols.join('|')})$`),
    error: `an address that begins with ${protocols[0]}://`,
  });

const schema = z.object({
  DATABASE_URL: url('postgresql', 'postgres').optional(),
  ENGINE_DATABASE_URL: url('postgresql', 'postgres').optional(),
  DATABASE_OWNER_URL: url('postgresql', 'postgres').optional(),
  REDIS_URL: url('redis', 'rediss').optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_MODE: z
    .string()
    .regex(/^(smtp|inbox|hold|redirect:\S+)$/, 'one of smtp, inbox, hold, redirect:<address>')
    .optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'a port number between 0 and 65535')
    .transform(Number)
    .refine((port) => port <= 65_535, 'a port number between 0 and 65535')
    .default(3000),
  PUBLIC_URL: url('https', 'http').optional(),
  VUOSIKELLO_HOME: z.string().default('.vuosikello'),
  LOG_SIGNING_KEY_FILE: z.string().optional(),
  LOG_SIGNER_STATE: z.string().optional(),
  LOG_WITNESS_KEYS: witnessKeys(''),
  WEBHOOK_KEY: z.string().optional(),
  WEBHOOK_KEY_FILE: z.string().optional(),
  MAIL_JOURNAL: z.string().optional(),
});

/** What the environment says; the README lists the settings. */
export type Settings = {
  databaseUrl?: string | undefined;
  engineDatabaseUrl?: string | undefined;
  databaseOwnerUrl?: string | undefined;
  redisUrl?: string | undefined;
  smtpUrl?: string | undefined;
  mailMode?: string | undefined;
  host: string;
  port: number;
  publicUrl?: string | undefined;
  /** Absolute. */
  home: string;
  signingKeyFile?: string | undefined;
  signerState?: string | undefined;
  /** Whether what the secrets of webhooks come from is set; the programs read it themselves. */
  hasWebhookKey: boolean;
  mailJournal?: string | undefined;
  witnesses: readonly VerifierKey[];
};

/**
 * Reads and checks the settings; an empty value counts as not set.
 * @throws CliError (environment) that names the setting and what would be right.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(
    Object.keys(schema.shape).flatMap((name) => {
      const value = valueOf(name, environment);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const wrong = parsed.error.issues.map(({ path, message }) => `${String(path[0])} must be ${message}.`);
    throw environmentFailed(
      `The settings are not right. ${wrong.join(' ')}`,
      'Correct or unset them in the environment.',
    );
  }
  const settings = parsed.data;
  return {
    databaseUrl: settings.DATABASE_URL,
    engineDatabaseUrl: settings.ENGINE_DATABASE_URL,
    databaseOwnerUrl: settings.DATABASE_OWNER_URL,
    redisUrl: settings.REDIS_URL,
    smtpUrl: settings.SMTP_URL,
    mailMode: settings.MAIL_MODE,
    host: settings.HOST,
    port: settings.PORT,
    publicUrl: settings.PUBLIC_URL,
    home: resolve(settings.VUOSIKELLO_HOME),
    signingKeyFile: settings.LOG_SIGNING_KEY_FILE,
    signerState: settings.LOG_SIGNER_STATE,
    hasWebhookKey: (settings.WEBHOOK_KEY ?? settings.WEBHOOK_KEY_FILE) !== undefined,
    mailJournal: settings.MAIL_JOURNAL,
    witnesses: settings.LOG_WITNESS_KEYS,
  };
}

/** Settings of all programs that hold no secret; of the others only the file that holds the secret is named. */
const plain =
  /^(REDIS_URL_FILE|SMTP_URL_FILE|(ENGINE_)?DATABASE_URL_FILE|DATABASE_OWNER_URL_FILE|QUEUE_URL_FILE|SMTP_TIMEOUT_SECONDS|MAIL_(MODE|FROM|REPLY_TO|BOUNCES_TO|REPORTS_DIR|JOURNAL|TTL_HOURS|PER_MINUTE|PER_MINUTE_AND_DOMAIN|DKIM_DOMAIN|DKIM_SELECTOR|DKIM_KEY_FILE)|HOST|PORT|PUBLIC_URL|ENGINE_(PORT|CONCURRENCY)|LEASE_SECONDS|RECONCILE_SECONDS|LOG_(SIGNING_KEY_FILE|PREVIOUS_SIGNING_KEY_FILE|SIGNER_STATE|WITNESS_KEYS|ORIGIN|CHECKPOINT_SECONDS|LEVEL)|ACCESS_LOG_DAYS|OIDC_(ISSUER|AUDIENCE|ROLE_CLAIM)|TRUST_PROXY|CORS_ORIGINS|RATE_LIMIT(S|_READS|_WRITES|_ADDRESS|_WRONG)|VUOSIKELLO_HOME)$/;

/** The settings as they are given to this command, without those that hold a secret. */
export function plainSettings(environment: NodeJS.ProcessEnv = process.env): Record<string, string> {
  const names = Object.keys(environment)
    .filter((name) => plain.test(name))
    .sort();
  return Object.fromEntries(names.flatMap((name) => (environment[name] ? [[name, environment[name]]] : [])));
}

/** Whether faults are shown with their stack. */
export function debugging(environment: NodeJS.ProcessEnv = process.env): boolean {
  return Boolean(environment.VUOSIKELLO_DEBUG);
}

function valueOf(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const direct = given(environment, name);
  const file = secrets.some((secret) => secret === name) ? given(environment, `${name}_FILE`) : undefined;
  if (file === undefined) return direct;
  if (direct !== undefined)
    throw environmentFailed(`${name} is given twice.`, `Set either ${name} or ${name}_FILE, not both.`);
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (cause) {
    throw environmentFailed(
      `${name}_FILE names ${file}, which cannot be read.`,
      'Correct the path or its permissions.',
      cause,
    );
  }
}

/** An empty value is what a shell or a compose file leaves of a variable that is not set. */
function given(environment: NodeJS.ProcessEnv, name: string): string | undefined {
  const value = environment[name];
  return value === '' ? undefined : value;
}
