import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findNative, placeNative } from './binaries';
import { clusterAt, ensureCluster, isInitialised, type Cluster } from './cluster';
import { freePort, isFree } from './free-port';
import { PostgresStartError, tailOf } from './postgres-errors';
import {
  awaitReady,
  end,
  findPostmaster,
  lastPort,
  launch,
  removeMisleadingLock,
  type Launch,
  type Postmaster,
} from './postmaster';
import {
  asSuperuser,
  createDatabase,
  DATABASE,
  dropDatabase,
  isDurable,
  LOGINS,
  prepareServer,
  type Access,
} from './roles';
import { readSecrets, type Passwords, type PostgresUser } from './secrets';
import { serverUserFor } from './server-user';

const PORT_ATTEMPTS = 5;

/** A PostgreSQL server of ours on 127.0.0.1. It outlives this process unless `stop` or `crash` is called. */
export type EmbeddedPostgres = {
  readonly host: '127.0.0.1';
  readonly port: number;
  /** Absolute. Beside it lie `<data folder>-secrets.json` (0600) and `<data folder>.log`. */
  readonly dataDir: string;
  /** Whether it was already running: left behind by a killed process, or started by another one. */
  readonly adopted: boolean;
  /** A connection address with its password; the database is `vuosikello` unless another is named. */
  url(user: PostgresUser, database?: string): string;
  /**
   * Creates a database of the owner, empty but for the queue's schema `bullmq`, or as a copy of `template`, which
   * nobody may be connected to (10 s of patience). @throws DatabaseError
   */
  createDatabase(name: string, options?: { readonly template?: string }): Promise<void>;
  /** Drops a database and every connection to it; nothing happens when there is none. @throws DatabaseError */
  dropDatabase(name: string): Promise<void>;
  /** Ends the server properly; open transactions are rolled back. @throws PostgresStopError after 45 s */
  stop(): Promise<void>;
  /** Ends the server as a power cut would (SIGQUIT); the next start recovers. @throws PostgresStopError after 15 s */
  crash(): Promise<void>;
};

export type StartOptions = {
  /** The cluster's folder, created when missing. The server's account owns it: ours, or `nobody` when we are root. */
  readonly dataDir: string;
  /** `false` trades safety in a power cut for speed: tests only. */
  readonly durable: boolean;
};

/**
 * Starts PostgreSQL on a data folder, creating the cluster, its roles and the database `vuosikello` the first time. A
 * server that already runs on the folder is taken over, never doubled; the port of the last run is kept while it is free.
 * @throws PostgresStartError with the reason, what to do, and the end of the server's log.
 */
export async function startPostgres({ dataDir, durable }: StartOptions): Promise<EmbeddedPostgres> {
  mkdirSync(dirname(resolve(dataDir)), { recursive: true });
  const cluster = clusterAt(dataDir);
  const running = await adopt(cluster);
  if (running !== undefined && (!durable || (await isDurable(running.access)))) {
    await prepareServer(running.access);
    return handleOf(cluster, running.postmaster, running.access, true);
  }
  if (running !== undefined) {
    // A test's server that may forget what it acknowledged does not do for real data.
    await end(running.postmaster, cluster, 'fast');
  }
  const user = serverUserFor(cluster.dataDir);
  const bin = join(placeNative(findNative(), user), 'bin');
  const passwords = await ensureCluster(cluster, bin, user, durable);
  return start({ cluster, bin, user, durable }, passwords);
}

/**
 * The server that runs on this data folder now, or `undefined`; starts nothing and creates nothing.
 * @throws PostgresStartError when one runs that does not become ready or does not take our passwords.
 */
export async function postgresOf(dataDir: string): Promise<EmbeddedPostgres | undefined> {
  if (!existsSync(dataDir)) {
    return undefined;
  }
  const cluster = clusterAt(dataDir);
  const running = await adopt(cluster);
  return running && handleOf(cluster, running.postmaster, running.access, true);
}

async function start(how: Launch, passwords: Passwords): Promise<EmbeddedPostgres> {
  removeMisleadingLock(how.cluster);
  const previous = lastPort(how.cluster);
  let port = previous !== undefined && (await isFree(previous)) ? previous : await freePort();
  for (let attempt = 1; attempt <= PORT_ATTEMPTS; attempt += 1) {
    const outcome = await launchOrAdopt(how, port);
    if (outcome !== 'port-taken') {
      const access = { port: outcome.postmaster.port, passwords };
      await prepareServer(access);
      return handleOf(how.cluster, outcome.postmaster, access, outcome.adopted);
    }
    port = await freePort();
  }
  throw new PostgresStartError(
    'exited',
    `${PORT_ATTEMPTS} free ports were taken by others while PostgreSQL was starting.`,
    tailOf(how.cluster.logFile),
  );
}

type Launched = { readonly postmaster: Postmaster; readonly adopted: boolean };

async function launchOrAdopt(how: Launch, port: number): Promise<Launched | 'port-taken'> {
  try {
    const outcome = await launch(how, port);
    return outcome === 'port-taken' ? outcome : { postmaster: outcome, adopted: false };
  } catch (error) {
    // Ours ended because another process started the same folder at the same time: PostgreSQL lets one of them win.
    const winner = await awaitReady(how.cluster);
    if (winner === undefined) {
      throw error;
    }
    return { postmaster: winner, adopted: true };
  }
}

async function adopt(cluster: Cluster): Promise<{ postmaster: Postmaster; access: Access } | undefined> {
  if (!isInitialised(cluster) || findPostmaster(cluster) === undefined) {
    return undefined;
  }
  const postmaster = await awaitReady(cluster);
  if (postmaster === undefined) {
    return undefined;
  }
  const access = { port: postmaster.port, passwords: readSecrets(cluster.secretsFile) };
  try {
    await asSuperuser(access, 'postgres', (client) => client.query('select 1'));
  } catch (cause) {
    const tail = tailOf(cluster.logFile);
    throw new PostgresStartError(
      'secrets',
      `The PostgreSQL that runs on ${cluster.dataDir} (port ${postmaster.port}) does not answer us.`,
      tail,
      {
        cause,
      },
    );
  }
  return { postmaster, access };
}

function handleOf(cluster: Cluster, postmaster: Postmaster, access: Access, adopted: boolean): EmbeddedPostgres {
  return {
    host: '127.0.0.1',
    port: postmaster.port,
    dataDir: cluster.dataDir,
    adopted,
    url: (user, database = DATABASE) =>
      `postgresql://${LOGINS[user]}:${access.passwords[user]}@127.0.0.1:${postmaster.port}/${encodeURIComponent(database)}`,
    createDatabase: (name, options) => createDatabase(access, name, options?.template),
    dropDatabase: (name) => dropDatabase(access, name),
    stop: () => end(postmaster, cluster, 'fast'),
    crash: () => end(postmaster, cluster, 'crash'),
  };
}
