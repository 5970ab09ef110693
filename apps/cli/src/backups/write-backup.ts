import { createHash } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { formatVerifierKey, verifierKeyOf } from '@app/ledger';
import { dumpDatabase } from '@app/store';
import { installedVersion } from '../composition/installation';
import { publicKeyIn } from '../composition/log-signing';
import { CliError, refused } from '../output/cli-error';
import { type BackupFile, type Manifest, manifestName, tableFile } from './manifest';

export type BackupOrder = {
  ownerUrl: string;
  folder: string;
  /** Settings that hold no secret, as they are given. */
  settings: Readonly<Record<string, string>>;
  /** The file of the key that the log is signed with; its public half is taken along. */
  keyFile: string | undefined;
};

/**
 * Writes a backup into a folder that is not there or empty: whole, or not at all. Memory does not grow with it; only its owner reads it.
 * Neither the signing key nor what the signer remembers is in it (docs/log.md).
 * @throws CliError (refused) where there is something in the folder, or it cannot be written @throws DatabaseAwayError
 */
export async function writeBackup({ ownerUrl, folder, settings, keyFile }: BackupOrder): Promise<Manifest> {
  await refuseFull(folder);
  const unfinished = `${resolve(folder)}.unfinished`;
  try {
    // What a backup that was cut off has left.
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(join(unfinished, 'tables'), { recursive: true, mode: 0o700 });
    await mkdir(join(unfinished, 'log'), { mode: 0o700 });
    const files: BackupFile[] = [];
    const put = async (path: string, content: Readable, packed = false) => {
      files.push(await written(unfinished, path, content, packed));
    };
    const database = await dumpDatabase(ownerUrl, (table, rows) => put(tableFile(table), rows, true));
    for (const { county, checkpoint } of database.logs)
      if (checkpoint) await put(`log/${county}.checkpoint`, Readable.from([checkpoint.note]));
    const keys = verifierKeys(keyFile, database.logs);
    if (keys.length > 0) await put('log/verifier-keys.txt', Readable.from(keys.map((key) => `${key}\n`)));
    await put('settings.json', Readable.from([`${JSON.stringify(settings, null, 2)}\n`]));
    const manifest: Manifest = { format: 'vuosikello-backup/1', product: installedVersion(), database, files };
    await written(unfinished, manifestName, Readable.from([`${JSON.stringify(manifest, null, 2)}\n`]), false);
    await synced(unfinished);
    await rename(unfinished, folder);
    await synced(dirname(resolve(folder)));
    return manifest;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true }).catch(() => undefined);
    throw isOfFiles(error)
      ? refused(
          `The backup could not be written: ${error.message}`,
          'Nothing is left of it. Make room, or give another folder.',
          error,
        )
      : error;
  }
}

async function refuseFull(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const there = await readdir(folder).catch((cause: unknown) => {
    throw refused(`${folder} is no folder that can be used.`, 'Give one that does not exist yet.', cause);
  });
  if (there.length > 0)
    throw refused(`The folder ${folder} is not empty.`, 'Give one that does not exist yet; no backup is written over.');
}

async function written(folder: string, path: string, content: Readable, packed: boolean): Promise<BackupFile> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counting = new Transform({
    transform(piece: Buffer, _, done) {
      hash.update(piece);
      bytes += piece.length;
      done(null, piece);
    },
  });
  const target = createWriteStream(join(folder, path), { flags: 'wx', mode: 0o600, flush: true });
  await (packed ? pipeline(content, createGzip({ level: 6 }), counting, target) : pipeline(content, counting, target));
  return { path, bytes, sha256: hash.digest('hex') };
}

async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function verifierKeys(keyFile: string | undefined, logs: Manifest['database']['logs']): string[] {
  if (keyFile === undefined || !existsSync(keyFile)) return [];
  const publicKey = publicKeyIn(keyFile);
  return logs.flatMap(({ checkpoint }) =>
    checkpoint ? [formatVerifierKey(verifierKeyOf(checkpoint.origin, publicKey))] : [],
  );
}

function isOfFiles(error: unknown): error is NodeJS.ErrnoException {
  const { syscall } = (error ?? {}) as { syscall?: unknown };
  return (
    !(error instanceof CliError) &&
    typeof syscall === 'string' &&
    /^(open|write|mkdir|rename|fsync|close)$/.test(syscall)
  );
}
