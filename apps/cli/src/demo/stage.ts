import { startInbox, startPostgres, type Inbox, type SmtpFault } from '@app/embedded';
import type { Instant } from '@app/domain';
import { openStore, openVirtualClock, type Store } from '@app/store';
import { migrateDatabase, urlsOf } from '../composition/database';
import type { Home } from '../composition/home';
import { takeHome } from '../composition/home-lock';
import { preparedSigning } from '../composition/log-signing';
import { startMachine, type Machine } from '../composition/machine';
import { writeRunFile, type DatabaseUrls } from '../composition/run-file';
import type { Stops } from '../composition/stops';
import { environmentFailed } from '../output/cli-error';

export type StageOptions = {
  startsAt: Instant;
  redisUrl: string | undefined;
  /** What the local inbox does with mails, for tests of faults. */
  smtpFault?: SmtpFault | undefined;
  engineSettings?: Record<string, string> | undefined;
  onTrouble: (what: string) => void;
};

/** Everything the product consists of, on a virtual clock, in a throw-away home of its own. */
export type Stage = {
  readonly home: Home;
  readonly inbox: Inbox;
  readonly machine: Machine;
  /** With the API's login: sees one county at a time. */
  readonly store: Store;
  /** With the engine's login: sees what is due across counties. */
  readonly engineStore: Store;
  now(): Instant;
  setClock(now: Instant): Promise<void>;
};

/**
 * Starts the database, the inbox, the API and the engine: the same programs that serve in real time. What was started is
 * handed to `stops`, also when something fails half-way.
 */
export async function openStage(home: Home, options: StageOptions, stops: Stops): Promise<Stage> {
  await holdHome(home, stops);
  // Nobody comes back to a throw-away home after a power cut.
  const postgres = await startPostgres({ dataDir: home.database, durable: false });
  stops.add('the database', () => postgres.stop());
  const database = urlsOf(postgres);
  await migrateDatabase(database.owner, database);
  const clock = await openVirtualClock(database.owner);
  stops.add('the clock', () => clock.close());
  await clock.set(options.startsAt);
  const inbox = await startInbox({ directory: home.inbox, ...(options.smtpFault && { fault: options.smtpFault }) });
  stops.add('the inbox', () => inbox.stop());
  const store = await open(database.app, 'vuosikello-demo', stops);
  const engineStore = await open(database.engine, 'vuosikello-demo-clock', stops);
  const machine = await startPrograms(home, database, inbox, options);
  stops.add('the engine and the API', () => machine.stop());
  const { apiUrl, api } = machine;
  writeRunFile(home, { pid: process.pid, database, apiUrl, apiPort: api.port, mailMode: 'inbox' });

  let now = options.startsAt;
  return {
    home,
    inbox,
    machine,
    store,
    engineStore,
    now: () => now,
    async setClock(next) {
      // First ours: whoever is rung by the change may read it at once.
      now = next;
      await clock.set(next);
    },
  };
}

async function holdHome(home: Home, stops: Stops): Promise<void> {
  const taken = await takeHome(home, 'start');
  if (typeof taken !== 'function') throw environmentFailed(`${home.folder} is in use (process ${taken.pid}).`);
  stops.add('the home', taken);
}

async function open(databaseUrl: string, applicationName: string, stops: Stops): Promise<Store> {
  const store = await openStore({ databaseUrl, applicationName, poolSize: 2 });
  stops.add('a connection to the database', () => store.close());
  return store;
}

function startPrograms(
  home: Home,
  database: DatabaseUrls,
  inbox: Inbox,
  { redisUrl, engineSettings, onTrouble }: StageOptions,
): Promise<Machine> {
  return startMachine({
    home,
    database,
    mail: { mode: 'inbox', smtpUrl: inbox.url },
    signing: preparedSigning({}, home.folder),
    redisUrl,
    host: '127.0.0.1',
    port: 0,
    publicUrl: undefined,
    keepsSettings: false,
    logsToFiles: true,
    engineSettings: { LOG_CHECKPOINT_SECONDS: '1', ...engineSettings },
    onTrouble,
  });
}
