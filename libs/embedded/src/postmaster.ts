import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { explainSpawnFailure } from './binaries';
import { dataDirArgument, type Cluster } from './cluster';
import { PostgresStartError, PostgresStopError, tailOf } from './postgres-errors';
import type { ServerUser } from './server-user';
import { waitFor } from './wait';

/** Crash recovery after an immediate stop is part of a start. */
const READY_LIMIT_MS = 120_000;
const STOP_LIMIT_MS = 30_000;
const CRASH_LIMIT_MS = 15_000;
const LOG_LIMIT_BYTES = 5 * 1024 * 1024;

/** A running server of ours: its first process and its port of 127.0.0.1. */
export type Postmaster = { readonly pid: number; readonly port: number };

export type Launch = {
  readonly cluster: Cluster;
  readonly bin: string;
  readonly user: ServerUser | undefined;
  readonly durable: boolean;
};

/** The server that runs on this data folder now, whoever started it, ready or still starting. */
export function findPostmaster(cluster: Cluster): (Postmaster & { ready: boolean }) | undefined {
  const lines = readIfThere(join(cluster.dataDir, 'postmaster.pid'))?.split('\n');
  if (lines === undefined) {
    return undefined;
  }
  const pid = Number.parseInt(lines[0] ?? '', 10);
  const port = Number.parseInt(lines[3] ?? '', 10);
  if (!Number.isInteger(pid) || !Number.isInteger(port) || !isOurs(pid, cluster)) {
    return undefined;
  }
  return { pid, port, ready: lines[7]?.trim() === 'ready' };
}

/** The port the server had when it last ran; keeping it lets other processes find it again after a crash. */
export function lastPort(cluster: Cluster): number | undefined {
  const port = /"port=(\d+)"/.exec(readIfThere(join(cluster.dataDir, 'postmaster.opts')) ?? '')?.[1];
  return port === undefined ? undefined : Number(port);
}

/**
 * A lock file names a process id, and after a restart of the machine that id may be any process of the same account.
 * PostgreSQL then refuses to start; so the file goes when its process is certainly no PostgreSQL.
 */
export function removeMisleadingLock(cluster: Cluster): void {
  const file = join(cluster.dataDir, 'postmaster.pid');
  const pid = Number.parseInt(readIfThere(file) ?? '', 10);
  const program = Number.isInteger(pid) ? commandLine(pid)[0] : undefined;
  if (program !== undefined && program !== '' && !basename(program).startsWith('postgres')) {
    rmSync(file, { force: true });
  }
}

/**
 * Starts a server that outlives this process unless it is stopped, and waits until it takes connections.
 * @returns the server, or `port-taken` when somebody took the port in between.
 * @throws PostgresStartError `exited`, `timeout` or `platform`.
 */
export async function launch(
  { cluster, bin, user, durable }: Launch,
  port: number,
): Promise<Postmaster | 'port-taken'> {
  const logged = rotate(cluster.logFile);
  const log = openSync(cluster.logFile, 'a', 0o600);
  const child = spawn(
    join(bin, 'postgres'),
    ['-D', dataDirArgument(cluster.dataDir, user), ...settings(cluster, port, durable)],
    {
      cwd: cluster.dataDir,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      // Its own session: an interrupt typed at the terminal is ours to handle, and the server goes last.
      detached: true,
      stdio: ['ignore', log, log],
      ...user,
    },
  );
  closeSync(log);
  child.unref();
  let failure: Error | undefined;
  child.once('error', (error) => (failure = error));
  const outcome = await waitFor(() => {
    if (failure !== undefined || child.exitCode !== null || child.signalCode !== null) {
      return 'exited' as const;
    }
    const found = findPostmaster(cluster);
    return found?.ready === true && found.pid === child.pid ? { pid: found.pid, port } : undefined;
  }, READY_LIMIT_MS);
  if (failure !== undefined) {
    throw explainSpawnFailure(failure);
  }
  if (outcome === undefined) {
    child.kill('SIGQUIT');
    throw new PostgresStartError(
      'timeout',
      `PostgreSQL was not ready within ${READY_LIMIT_MS / 1000} s.`,
      tailOf(cluster.logFile, logged),
    );
  }
  if (outcome !== 'exited') {
    return outcome;
  }
  const tail = tailOf(cluster.logFile, logged);
  if (tail.includes('could not bind')) {
    return 'port-taken';
  }
  throw new PostgresStartError('exited', `PostgreSQL ended while it was starting (${cluster.dataDir}).`, tail);
}

/** Waits until a server that somebody else started takes connections. `undefined` when it ends meanwhile. */
export async function awaitReady(cluster: Cluster): Promise<Postmaster | undefined> {
  const outcome = await waitFor(() => {
    const found = findPostmaster(cluster);
    return found === undefined ? 'gone' : found.ready ? found : undefined;
  }, READY_LIMIT_MS);
  if (outcome === undefined) {
    throw new PostgresStartError(
      'timeout',
      `The running PostgreSQL of ${cluster.dataDir} does not become ready.`,
      tailOf(cluster.logFile),
    );
  }
  return outcome === 'gone' ? undefined : { pid: outcome.pid, port: outcome.port };
}

/**
 * Ends the server and waits until it is gone: `fast` rolls back what is open and writes everything down, `crash` drops
 * everything at once, as a power cut would. Nothing happens when it is gone already.
 * @throws PostgresStopError when it is still there after 30 s (fast) and 15 s more (crash).
 */
export async function end({ pid }: Postmaster, cluster: Cluster, how: 'fast' | 'crash'): Promise<void> {
  const gone = (limitMs: number): Promise<true | undefined> =>
    waitFor(() => (isOurs(pid, cluster) ? undefined : true), limitMs);
  if (how === 'fast') {
    signal(pid, cluster, 'SIGINT');
    if (await gone(STOP_LIMIT_MS)) {
      return;
    }
  }
  signal(pid, cluster, 'SIGQUIT');
  if (!(await gone(CRASH_LIMIT_MS))) {
    throw new PostgresStopError(`PostgreSQL (process ${pid}, ${cluster.dataDir}) does not stop.`);
  }
}

function settings({ dataDir }: Cluster, port: number, durable: boolean): string[] {
  const pairs = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    password_encryption: 'scram-sha-256',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(durable
      ? { fsync: 'on', synchronous_commit: 'on' }
      : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    // Not a setting of PostgreSQL: by it we know our server among all processes, and so does whoever reads `ps`.
    'vuosikello.data_dir': dataDir,
  };
  return Object.entries(pairs).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** A process id from a file proves nothing: it must be a PostgreSQL that was started for this very folder. */
function isOurs(pid: number, { dataDir }: Cluster): boolean {
  const [program, ...rest] = commandLine(pid);
  return basename(program ?? '') === 'postgres' && rest.includes(`vuosikello.data_dir=${dataDir}`);
}

/** Empty for a process that has ended, also while nobody has collected it yet. */
function commandLine(pid: number): string[] {
  return readIfThere(join('/proc', String(pid), 'cmdline'))?.split('\0') ?? [];
}

function signal(pid: number, cluster: Cluster, name: 'SIGINT' | 'SIGQUIT'): void {
  if (isOurs(pid, cluster)) {
    process.kill(pid, name);
  }
}

/** Keeps one older log of at most 5 MB. Returns where this start's lines begin. */
function rotate(logFile: string): number {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= LOG_LIMIT_BYTES) {
    return size;
  }
  renameSync(logFile, `${logFile}.1`);
  return 0;
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
