import { JsonLogger } from '../src/log/json-logger';
import type { Settings } from '../src/config/settings';

/** Settings of an engine that is on its own machine. A slow machine stays within the leases and the patience with the mail
 * server; lost bells are looked for soon. */
export function settingsWith(own: Partial<Settings>): Settings {
  return {
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
    queue: { postgresUrl: 'postgresql://nobody@127.0.0.1:1/none' },
    concurrency: 4,
    leaseMs: 45_000,
    reconcileMs: 500,
    mail: {
      mode: { kind: 'send' },
      smtpUrl: 'smtp://127.0.0.1:1',
      smtpTimeoutMs: 20_000,
      from: 'vuosikello@vuosikello.example.invalid',
      replyTo: undefined,
    },
    sending: {
      bouncesTo: 'palautukset@vuosikello.example.invalid',
      ttlMs: 120 * 3_600_000,
      perMinute: 1_000_000,
      perMinuteAndDomain: 1_000_000,
      connections: 4,
      dkim: undefined,
    },
    log: { signing: undefined, checkpointEveryMs: 10_000 },
    webhooks: { key: undefined, allowPrivate: false },
    publicUrl: 'https://vuosikello.example.invalid',
    port: 0,
    accessLogDays: 1827,
    logLevel: 'error',
    ...own,
  };
}

/** A logger that keeps its lines to itself. */
export const quietLog = new JsonLogger('error', () => undefined);
