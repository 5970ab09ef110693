import { execFileSync } from 'node:child_process';
import { realpathSync, statSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { PostgresStartError } from './postgres-errors';

/** The account the server runs under; `undefined` means the account of this process. */
export type ServerUser = { readonly uid: number; readonly gid: number };

/** The user id of this process. */
export function ownUid(): number {
  return process.getuid?.() ?? -1;
}

/**
 * PostgreSQL refuses to run as root. So root's server runs as the owner of an existing data folder, else as `nobody`;
 * everybody else's runs as they are.
 * @throws PostgresStartError `data-folder` when an ordinary user meets somebody else's data folder.
 */
export function serverUserFor(dataDir: string): ServerUser | undefined {
  const existing = statSync(dataDir, { throwIfNoEntry: false });
  if (ownUid() === 0) {
    return existing === undefined || existing.uid === 0 ? nobody() : { uid: existing.uid, gid: existing.gid };
  }
  if (existing !== undefined && existing.uid !== ownUid()) {
    throw new PostgresStartError(
      'data-folder',
      `The data folder ${dataDir} belongs to user id ${existing.uid}, not to you (${ownUid()}). ` +
        'Use the account that created it, or another folder.',
    );
  }
  return undefined;
}

function nobody(): ServerUser {
  const idOf = (flag: '-u' | '-g'): number =>
    Number(
      execFileSync('id', [flag, 'nobody'], { encoding: 'utf8', timeout: 10_000, stdio: ['ignore', 'pipe', 'pipe'] }),
    );
  try {
    return { uid: idOf('-u'), gid: idOf('-g') };
  } catch (cause) {
    throw new PostgresStartError(
      'platform',
      'PostgreSQL does not run as root and this machine has no user "nobody" to run it as. ' +
        'Use an ordinary account, or set DATABASE_URL to a server of your own.',
      '',
      { cause },
    );
  }
}

/** Whether the user may enter this folder and every folder above it (mode bits only; access lists are not read). */
export function mayEnter(user: ServerUser, folder: string): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    if (!allows(user, statSync(at), 0o1)) {
      return false;
    }
    if (at === dirname(at)) {
      return true;
    }
  }
}

/** Whether the user may read and execute this file, itself; the folders above it are not looked at. */
export function mayRun(user: ServerUser, file: string): boolean {
  return allows(user, statSync(file), 0o5);
}

function allows(user: ServerUser, { uid, gid, mode }: Stats, bits: number): boolean {
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}
