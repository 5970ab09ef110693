import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
} from 'node:fs';
import { renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { explainSpawnFailure } from './binaries';
import { codeOf } from './error-code';
import { PostgresStartError } from './postgres-errors';
import { createSecrets, readSecrets, type Passwords } from './secrets';
import { mayEnter, type ServerUser } from './server-user';

const INITDB_LIMIT_MS = 120_000;
const SUPERUSER = 'postgres';
const run = promisify(execFile);

/** One data folder and the two files beside it: `<data folder>-secrets.json` (0600) and `<data folder>.log`. */
export type Cluster = { readonly dataDir: string; readonly secretsFile: string; readonly logFile: string };

/** The paths of a cluster, absolute and without symbolic links. The folder above the data folder must exist. */
export function clusterAt(dataDir: string): Cluster {
  const wanted = resolve(dataDir);
  const real = existsSync(wanted) ? realpathSync(wanted) : join(realpathSync(dirname(wanted)), basename(wanted));
  return { dataDir: real, secretsFile: `${real}-secrets.json`, logFile: `${real}.log` };
}

/** Whether the data folder holds a cluster. */
export function isInitialised({ dataDir }: Cluster): boolean {
  return existsSync(join(dataDir, 'PG_VERSION'));
}

/**
 * How the server is told its data folder. PostgreSQL changes into it by its path; where the server's account may not
 * pass the folders above (root's home is usually 0700), the folder it was started in serves, which needs no passing.
 */
export function dataDirArgument(folder: string, user: ServerUser | undefined): string {
  return user === undefined || mayEnter(user, dirname(folder)) ? folder : '/proc/self/cwd';
}

/**
 * Creates the cluster when there is none, and gives it to the account that will run it. It is made beside its place
 * and moved there when complete, so that a killed first start leaves nothing half-made behind.
 * @throws PostgresStartError `data-folder` or `initdb`.
 */
export async function ensureCluster(
  cluster: Cluster,
  bin: string,
  user: ServerUser | undefined,
  durable: boolean,
): Promise<Passwords> {
  if (isInitialised(cluster)) {
    if (user !== undefined && statSync(join(cluster.dataDir, 'PG_VERSION')).uid === 0) {
      giveAll(cluster.dataDir, user);
    }
    return readSecrets(cluster.secretsFile);
  }
  if (existsSync(cluster.dataDir) && readdirSync(cluster.dataDir).length > 0) {
    throw new PostgresStartError('data-folder', `${cluster.dataDir} is not empty and holds no PostgreSQL cluster.`);
  }
  removeLeftovers(cluster);
  const passwords = createSecrets(cluster.secretsFile);
  const workshop = mkdtempSync(`${cluster.dataDir}.init-${process.pid}-`);
  try {
    await initialise(workshop, bin, user, passwords, durable);
    moveIntoPlace(join(workshop, 'data'), cluster);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return passwords;
}

async function initialise(
  workshop: string,
  bin: string,
  user: ServerUser | undefined,
  passwords: Passwords,
  durable: boolean,
): Promise<void> {
  const data = join(workshop, 'data');
  const passwordFile = join(workshop, 'password');
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, passwords.superuser, { mode: 0o600 });
  if (user !== undefined) {
    [workshop, data, passwordFile].forEach((path) => chownSync(path, user.uid, user.gid));
  }
  const settings = [
    ['-D', dataDirArgument(data, user)],
    [`--username=${SUPERUSER}`, '--pwfile=../password', '--auth=scram-sha-256', '--encoding=UTF8'],
    // Built into PostgreSQL: the same order and case rules on every machine, whatever locales it has.
    ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    durable ? [] : ['--no-sync'],
  ].flat();
  try {
    await run(join(bin, 'initdb'), settings, {
      cwd: data,
      env: { LC_ALL: 'C', TZ: 'UTC' },
      timeout: INITDB_LIMIT_MS,
      ...user,
    });
  } catch (error) {
    throw explainInitdb(error as InitdbFailure);
  }
}

/** What `execFile` rejects with; its `code` is a word when nothing ran, else the exit code. */
type InitdbFailure = Error & { readonly killed?: boolean; readonly stderr?: string };

function explainInitdb(error: InitdbFailure): PostgresStartError {
  if (codeOf(error) !== undefined) {
    return explainSpawnFailure(error);
  }
  const how = error.killed === true ? `was cut off after ${INITDB_LIMIT_MS / 1000} s` : 'failed';
  return new PostgresStartError('initdb', `initdb ${how}.`, error.stderr?.trim(), { cause: error });
}

function moveIntoPlace(made: string, cluster: Cluster): void {
  try {
    renameSync(made, cluster.dataDir);
  } catch (error) {
    // Another first start of the same folder was quicker; both use the same passwords, so its cluster serves.
    if (!isInitialised(cluster)) {
      throw error;
    }
  }
}

function removeLeftovers({ dataDir }: Cluster): void {
  const prefix = `${basename(dataDir)}.init-`;
  for (const name of readdirSync(dirname(dataDir)).filter((entry) => entry.startsWith(prefix))) {
    if (!isRunning(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(join(dirname(dataDir), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  return existsSync(join('/proc', String(pid)));
}

function giveAll(folder: string, { uid, gid }: ServerUser): void {
  lchownSync(folder, uid, gid);
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, gid);
  }
}
