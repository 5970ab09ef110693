import { join } from 'node:path';
import { childEnvironment } from '../config/child-environment';
import type { Home } from './home';
import type { LogSigningFiles } from './log-signing';
import type { DatabaseUrls } from './run-file';
import { Supervised } from './supervisor';

export type MachineOptions = {
  home: Home;
  database: DatabaseUrls;
  /** What the mails go through. */
  mail: { mode: string; smtpUrl: string | undefined };
  /** What the log is signed with. */
  signing: LogSigningFiles;
  /** The file with what the secrets of webhooks come from; without it as the user's settings say. */
  webhookKeyFile?: string | undefined;
  redisUrl: string | undefined;
  host: string;
  /** 0: any free port. */
  port: number;
  /** Where people reach the answer pages; the API's own address unless given. */
  publicUrl: string | undefined;
  /** Whether the user's other settings of the product go along: yes for real work, no for a demo. */
  keepsSettings: boolean;
  /** Whether the programs' logs go into the home's folder instead of our stderr. */
  logsToFiles: boolean;
  /** Settings of the engine beside these, for tests of its faults. */
  engineSettings?: Record<string, string> | undefined;
  onTrouble: (what: string) => void;
};

/** The engine and the API as processes of their own, kept running. */
export type Machine = {
  readonly apiUrl: string;
  readonly api: Supervised;
  readonly engine: Supervised;
  stop(): Promise<void>;
};

/**
 * Starts the API and then the engine, which writes the API's address into mails.
 * @throws CliError (environment) when one of them does not become ready; nothing is left running then.
 */
export async function startMachine(options: MachineOptions): Promise<Machine> {
  const { host, publicUrl, onTrouble } = options;
  const api = await Supervised.start({
    program: (earlierPort) => ({
      app: 'admin-api',
      environment: apiEnvironment(options, earlierPort ?? options.port),
      log: logOf(options, 'admin-api'),
    }),
    onTrouble,
  });
  const apiUrl = `http://${host.includes(':') ? `[${host}]` : host}:${api.port}`;
  try {
    const engine = await Supervised.start({
      program: () => ({
        app: 'engine',
        environment: engineEnvironment(options, publicUrl ?? apiUrl),
        log: logOf(options, 'engine'),
      }),
      onTrouble,
    });
    return {
      apiUrl,
      api,
      engine,
      async stop() {
        await Promise.all([engine.stop(), api.stop()]);
      },
    };
  } catch (error) {
    await api.stop();
    throw error;
  }
}

function apiEnvironment(options: MachineOptions, port: number): NodeJS.ProcessEnv {
  const { database, host, publicUrl, keepsSettings } = options;
  const settings = {
    DATABASE_URL: database.app,
    DATABASE_OWNER_URL: undefined,
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: publicUrl,
    ...webhookSettings(options),
  };
  return childEnvironment(settings, keepsSettings);
}

/** What is not named here stays as the user has set it. */
function webhookSettings({ webhookKeyFile }: MachineOptions): Record<string, string> {
  return webhookKeyFile === undefined ? {} : { WEBHOOK_KEY_FILE: webhookKeyFile };
}

function engineEnvironment(options: MachineOptions, publicUrl: string): NodeJS.ProcessEnv {
  const { database, mail, signing, redisUrl, keepsSettings, engineSettings } = options;
  const settings = {
    DATABASE_URL: database.engine,
    DATABASE_OWNER_URL: undefined,
    ...(database.queue !== undefined && { QUEUE_URL: database.queue }),
    REDIS_URL: redisUrl,
    MAIL_MODE: mail.mode,
    SMTP_URL: mail.smtpUrl,
    PUBLIC_URL: publicUrl,
    LOG_SIGNING_KEY_FILE: signing.keyFile,
    LOG_SIGNER_STATE: signing.stateFile,
    ...webhookSettings(options),
    ...engineSettings,
  };
  return childEnvironment(settings, keepsSettings);
}

function logOf({ home, logsToFiles }: MachineOptions, app: string): string | undefined {
  return logsToFiles ? join(home.logs, `${app}.log`) : undefined;
}
