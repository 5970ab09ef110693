import { existsSync } from 'node:fs';
import { startPostgres, type EmbeddedPostgres } from '@app/embedded';
import { migrate, openStore, type Store } from '@app/store';
import type { Settings } from '../config/settings';
import { waitUntil } from '../clock/wait-until';
import { environmentFailed } from '../output/cli-error';
import { homeAt, pathsOf, type Home } from './home';
import { takeHome } from './home-lock';
import { readRunFile, type DatabaseUrls } from './run-file';
import { uninterrupted } from './signals';

/** How long a command waits for a `start` that is still getting ready. */
const START_LIMIT_MS = 60_000;

/** The addresses of the embedded database. */
export function urlsOf(postgres: EmbeddedPostgres): DatabaseUrls & { owner: string; queue: string } {
  return {
    owner: postgres.url('owner'),
    app: postgres.url('app'),
    engine: postgres.url('engine'),
    queue: postgres.url('queue'),
  };
}

/** The user's own database server: one login for the engine and the API, and the owner where it was given. */
export function urlsFromSettings({
  databaseUrl,
  engineDatabaseUrl,
  databaseOwnerUrl,
}: Settings): DatabaseUrls | undefined {
  if (databaseUrl === undefined) return undefined;
  return { owner: databaseOwnerUrl, app: databaseUrl, engine: engineDatabaseUrl ?? databaseUrl };
}

/** Brings the schema up to date and gives the logins their rights. */
export function migrateDatabase(owner: string, { app, engine }: DatabaseUrls): ReturnType<typeof migrate> {
  return migrate(owner, { appLogins: [loginOf(app)], engineLogins: [loginOf(engine)] });
}

/** The same addresses where the owner's is among them. @throws CliError (environment) */
export function requireOwner(urls: DatabaseUrls, why: string): DatabaseUrls & { owner: string } {
  if (urls.owner !== undefined) return { ...urls, owner: urls.owner };
  throw environmentFailed(
    why,
    "Set DATABASE_OWNER_URL (or DATABASE_OWNER_URL_FILE) to the address with the owner's login.",
  );
}

/** The login that an address names. */
export function loginOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}

/**
 * Does some work with the database the settings lead to: `DATABASE_URL`, else the one of the `start` that runs in the
 * home, else the home's own, which is then started for the moment and brought up to date.
 * @throws CliError (environment), and what the work throws
 */
export async function withDatabase<T>(
  settings: Settings,
  work: (urls: DatabaseUrls) => Promise<T>,
  { founds = false }: Founding = {},
): Promise<T> {
  const external = urlsFromSettings(settings);
  if (external) return work(external);
  if (!founds) requireInstallation(settings);
  return uninterrupted(() => withHome(homeAt(settings.home), work));
}

/** Whether the work may be the first thing done in a home: only `migrate` and `import` set an installation up. */
export type Founding = { founds?: boolean };

/** Whether the settings lead to a database that is there already. */
export function isInstalled({ databaseUrl, home }: Settings): boolean {
  const { database, runFile } = pathsOf(home);
  return databaseUrl !== undefined || existsSync(database) || existsSync(runFile);
}

/** A command in the wrong folder must not find an empty installation there and call it well. */
function requireInstallation(settings: Settings): void {
  if (isInstalled(settings)) return;
  throw environmentFailed(
    `There is no installation in ${settings.home}.`,
    'Go to its folder, set VUOSIKELLO_HOME or DATABASE_URL, or make one with npm start.',
  );
}

async function withHome<T>(home: Home, work: (urls: DatabaseUrls) => Promise<T>): Promise<T> {
  const taken = await takeHome(home, 'command');
  if (typeof taken !== 'function') {
    const run = await waitUntil(() => readRunFile(home), START_LIMIT_MS);
    if (run) return work(run.database);
    throw environmentFailed(
      `Vuosikello is starting in ${home.folder} (process ${taken.pid}) and not ready.`,
      'Try again in a moment.',
    );
  }
  try {
    const postgres = await startPostgres({ dataDir: home.database, durable: true });
    try {
      const urls = urlsOf(postgres);
      await migrateDatabase(urls.owner, urls);
      return await work(urls);
    } finally {
      await postgres.stop();
    }
  } finally {
    taken();
  }
}

/** The same with an open store, as the API's login. */
export function withStore<T>(settings: Settings, work: (store: Store) => Promise<T>, founding?: Founding): Promise<T> {
  const withApp = async ({ app }: DatabaseUrls): Promise<T> => {
    const store = await openStore({ databaseUrl: app, applicationName: 'vuosikello-cli', poolSize: 2 });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  return withDatabase(settings, withApp, founding);
}
