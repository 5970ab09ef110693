import { dirname, join } from 'node:path';
import { parseAddress } from '@app/domain';
import { webhookKey } from '@app/store';
import { tracingIn, type TracingSettings, tracingVariables } from '@app/telemetry';
import { z } from 'zod';
import { type Dkim, dkimOf } from './dkim';
import { type LogSigning, logSigningOf } from './log-signing';

/** What may leave, and where to: `redirect` sends every mail to one address, `hold` sends nothing. */
export type MailMode = { kind: 'send'; inbox?: true } | { kind: 'redirect'; to: string } | { kind: 'hold' };

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

export type Settings = {
  databaseUrl: string;
  /** Where the bells hang: Redis, or PostgreSQL in the schema `bullmq`. */
  queue: { redisUrl: string } | { postgresUrl: string };
  /** Works handled at once. */
  concurrency: number;
  /** How long a claim holds, in real time. */
  leaseMs: number;
  /** How often due work whose bell was lost is looked for; real time. */
  reconcileMs: number;
  mail: {
    mode: MailMode;
    /** Undefined only where nothing leaves. */
    smtpUrl: string | undefined;
    smtpTimeoutMs: number;
    from: string;
    /** Undefined: answers go to whoever the mail names for questions. */
    replyTo: string | undefined;
    /** The Maildir folder that delivery reports come to; undefined: nobody looks for any. */
    reportsDir?: string | undefined;
    /** The folder in which it is kept what has left; undefined: nowhere. */
    journalDir?: string | undefined;
  };
  sending: {
    /** The sender of the envelope, where bounces go. */
    bouncesTo: string;
    /** How long a mail is tried that the server puts off; business time. */
    ttlMs: number;
    /** Mails that may leave within a minute, from all replicas together: in all, and to one domain. */
    perMinute: number;
    perMinuteAndDomain: number;
    /** Connections to the mail server at once, of one replica. */
    connections: number;
    dkim: Dkim | undefined;
  };
  log: {
    /** Undefined: the log gets its positions, and nobody signs it. */
    signing: LogSigning | undefined;
    /** Checkpoints follow one another at this distance at least; real time. */
    checkpointEveryMs: number;
  };
  webhooks: {
    /** What the secrets of webhooks are derived from; undefined: no events are sent out. */
    key: Buffer | undefined;
    /** For development: http and addresses of one's own network. */
    allowPrivate: boolean;
  };
  /** Where the answer pages are, without a slash at the end. */
  publicUrl: string;
  /** Loopback port of the health pages; 0 takes any free one. */
  port: number;
  /** How long the access log is kept. */
  accessLogDays: number;
  logLevel: LogLevel;
  /** Where traces go; undefined: nobody traces. */
  tracing?: TracingSettings | undefined;
};

/** Settings are missing or wrong: each problem names one and says what is right. */
export class SettingsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The engine cannot start with these settings:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'SettingsError';
  }
}

/** Nothing is sent from here but in tests and demonstrations; the domain exists nowhere. */
const localSender = 'vuosikello@vuosikello.example.invalid';

/** Claiming, composing and recording need some time beside the sending itself. */
const leaseMarginSeconds = 10;

const hourMs = 3_600_000;
/** Servers let in few connections from one place, and more do not make it faster. */
const mostConnections = 8;

const postgresUrl = z
  .string()
  .regex(/^postgres(ql)?:\/\/./, 'must be a PostgreSQL address, postgresql://user:password@host:port/database');

const address = z.string().transform((text, context) => {
  try {
    return parseAddress(text);
  } catch {
    context.addIssue({ code: 'custom', message: 'must be one bare e-mail address' });
    return z.NEVER;
  }
});

const seconds = (least: number, most: number) => wholeNumber(least, most, 'a number of seconds');

function wholeNumber(least: number, most: number, what = 'a whole number') {
  const message = `must be ${what} from ${least} to ${most}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= least && value <= most, message);
}

const mailMode = z.string().transform((text, context): MailMode => {
  const [kind, ...rest] = text.split(':');
  const to = rest.join(':');
  // The local inbox is a mail server like any other.
  if (kind === 'inbox' && rest.length === 0) return { kind: 'send', inbox: true };
  if (kind === 'smtp' && rest.length === 0) return { kind: 'send' };
  if (kind === 'hold' && rest.length === 0) return { kind: 'hold' };
  const redirect = kind === 'redirect' ? address.safeParse(to) : undefined;
  if (redirect?.success) return { kind: 'redirect', to: redirect.data };
  context.addIssue({ code: 'custom', message: 'must be smtp, inbox, hold or redirect:<address>' });
  return z.NEVER;
});

const schema = z.object({
  DATABASE_URL: postgresUrl,
  QUEUE_URL: postgresUrl.optional(),
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\/./, 'must be a Redis address, redis://host:port')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/./, 'must be a mail server, smtp://host:port or smtps://user:password@host')
    .optional(),
  SMTP_TIMEOUT_SECONDS: seconds(1, 300).prefault('20'),
  MAIL_MODE: mailMode.prefault('smtp'),
  MAIL_FROM: address.optional(),
  MAIL_REPLY_TO: address.optional(),
  MAIL_BOUNCES_TO: address.optional(),
  MAIL_TTL_HOURS: wholeNumber(1, 720, 'a number of hours').prefault('120'),
  MAIL_PER_MINUTE: wholeNumber(1, 1_000_000).prefault('1200'),
  MAIL_PER_MINUTE_AND_DOMAIN: wholeNumber(1, 1_000_000).prefault('120'),
  MAIL_DKIM_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain in lower case ASCII')
    .optional(),
  MAIL_DKIM_SELECTOR: z
    .string()
    .regex(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*$/, 'must be a selector of letters, digits and hyphens')
    .optional(),
  MAIL_DKIM_KEY: z.string().optional(),
  MAIL_REPORTS_DIR: z.string().min(1).optional(),
  MAIL_JOURNAL: z.string().min(1).optional(),
  PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#]+(\/[^\s?#]*)?$/, 'must be where people reach the pages, https://host')
    .prefault('http://127.0.0.1:3000'),
  LOG_SIGNING_KEY_FILE: z.string().optional(),
  LOG_PREVIOUS_SIGNING_KEY_FILE: z.string().optional(),
  LOG_SIGNER_STATE: z.string().optional(),
  LOG_ORIGIN: z
    .string()
    .regex(/^[^\s+/]+(\/[^\s+/]+)*$/, 'must be the name of the logs, as host/log, without a scheme')
    .optional(),
  LOG_CHECKPOINT_SECONDS: seconds(1, 3_600).prefault('10'),
  WEBHOOK_KEY: webhookKey,
  WEBHOOK_ALLOW_PRIVATE: z.enum(['yes', 'no'], 'must be yes or no').prefault('no'),
  ENGINE_PORT: wholeNumber(0, 65_535, 'a port').prefault('0'),
  LEASE_SECONDS: seconds(5, 3_600).prefault('45'),
  RECONCILE_SECONDS: seconds(1, 300).prefault('15'),
  ENGINE_CONCURRENCY: wholeNumber(1, 100).prefault('8'),
  ACCESS_LOG_DAYS: wholeNumber(365, 36_500, 'a number of days').prefault('1827'),
  ...Object.fromEntries(tracingVariables.map((name) => [name, z.string().optional()])),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(', ')}`).prefault('info'),
});

export const settingNames = Object.keys(schema.shape);

/** Settings that hold a password, and may come in a file. */
export const secretNames: ReadonlySet<string> = new Set([
  'DATABASE_URL',
  'QUEUE_URL',
  'REDIS_URL',
  'SMTP_URL',
  'MAIL_DKIM_KEY',
  'WEBHOOK_KEY',
]);

/** Checks the settings and fills in what is not given. @throws SettingsError */
export function settingsFrom(given: Readonly<Record<string, string>>): Settings {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(problemOf));
  const { data } = parsed;
  const from = data.MAIL_FROM ?? (isLocal(given.MAIL_MODE) ? localSender : undefined);
  const { dkim, problems: dkimProblems } = dkimOf(
    { domain: data.MAIL_DKIM_DOMAIN, selector: data.MAIL_DKIM_SELECTOR, key: data.MAIL_DKIM_KEY },
    from,
  );
  const { signing, problems: signingProblems } = logSigningOf({
    keyFile: data.LOG_SIGNING_KEY_FILE,
    previousKeyFile: data.LOG_PREVIOUS_SIGNING_KEY_FILE,
    stateFile: data.LOG_SIGNER_STATE,
    origin: data.LOG_ORIGIN,
    publicUrl: data.PUBLIC_URL,
  });
  const { tracing, problems: tracingProblems } = tracingIn(given);
  const problems = [
    ...tracingProblems,
    ...dkimProblems,
    ...signingProblems,
    ...(data.SMTP_URL === undefined && data.MAIL_MODE.kind !== 'hold'
      ? ['SMTP_URL: must be given, or MAIL_MODE=hold, with which no mail leaves']
      : []),
    ...(data.SMTP_TIMEOUT_SECONDS + leaseMarginSeconds > data.LEASE_SECONDS
      ? [`LEASE_SECONDS: must be at least ${leaseMarginSeconds} more than SMTP_TIMEOUT_SECONDS`]
      : []),
  ];
  if (from === undefined) problems.push('MAIL_FROM: must be given, the address that mails are sent from');
  if (from === undefined || problems.length > 0) throw new SettingsError(problems);
  return {
    databaseUrl: data.DATABASE_URL,
    queue: data.REDIS_URL ? { redisUrl: data.REDIS_URL } : { postgresUrl: data.QUEUE_URL ?? data.DATABASE_URL },
    concurrency: data.ENGINE_CONCURRENCY,
    leaseMs: data.LEASE_SECONDS * 1_000,
    reconcileMs: data.RECONCILE_SECONDS * 1_000,
    mail: {
      mode: data.MAIL_MODE,
      smtpUrl: data.SMTP_URL,
      smtpTimeoutMs: data.SMTP_TIMEOUT_SECONDS * 1_000,
      from,
      replyTo: data.MAIL_REPLY_TO,
      reportsDir: data.MAIL_REPORTS_DIR,
      journalDir: data.MAIL_JOURNAL ?? besideSigner(data.LOG_SIGNER_STATE),
    },
    sending: {
      bouncesTo: data.MAIL_BOUNCES_TO ?? from,
      ttlMs: data.MAIL_TTL_HOURS * hourMs,
      perMinute: data.MAIL_PER_MINUTE,
      perMinuteAndDomain: data.MAIL_PER_MINUTE_AND_DOMAIN,
      connections: Math.min(data.ENGINE_CONCURRENCY, mostConnections),
      dkim,
    },
    log: { signing, checkpointEveryMs: data.LOG_CHECKPOINT_SECONDS * 1_000 },
    webhooks: { key: data.WEBHOOK_KEY, allowPrivate: data.WEBHOOK_ALLOW_PRIVATE === 'yes' },
    publicUrl: data.PUBLIC_URL.replace(/\/+$/, ''),
    port: data.ENGINE_PORT,
    accessLogDays: data.ACCESS_LOG_DAYS,
    logLevel: data.LOG_LEVEL,
    tracing,
  };
}

/** Where the signer's memory outlives the database, so does the journal. */
function besideSigner(state: string | undefined): string | undefined {
  return state === undefined ? undefined : join(dirname(state), 'mail-journal');
}

function isLocal(mode: string | undefined): boolean {
  return mode === 'inbox' || mode === 'hold';
}

function problemOf({ path, message, code }: z.core.$ZodIssue): string {
  const missing = code === 'invalid_type';
  return `${path.join('.')}: ${missing ? 'must be given' : message}`;
}
