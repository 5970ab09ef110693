import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { backupFacts } from '@app/store';
import { z } from 'zod';
import { refused } from '../output/cli-error';

export const manifestName = 'manifest.json';

const file = z.strictObject({
  path: z.string().regex(/^[\w.-]+(\/[\w.-]+)*$/),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What stands in a backup, and the hash of every file in it. Written last: without it a folder is no backup. */
export const manifest = z.strictObject({
  format: z.literal('vuosikello-backup/1'),
  /** Version of the product. */
  product: z.string(),
  database: backupFacts,
  files: z.array(file).min(1),
});

export type BackupFile = z.infer<typeof file>;
export type Manifest = z.infer<typeof manifest>;

export const tableFile = (table: string): string => `tables/${table}.copy.gz`;

/**
 * Reads the manifest and every file that it names, and compares.
 * @throws CliError (refused) that names the first file that is missing, changed or not named
 */
export async function checkedManifest(folder: string): Promise<Manifest> {
  const read = await manifestIn(folder);
  const named = new Map(read.files.map((one) => [one.path, one]));
  const tables = read.database.tables.map(({ name }) => tableFile(name));
  for (const path of tables) if (!named.has(path)) throw broken(folder, path, 'is not named in the manifest');
  const found = new Set(await filesIn(folder));
  for (const { path, bytes, sha256 } of read.files) {
    if (!found.has(path)) throw broken(folder, path, 'is missing');
    const is = await hashOf(join(folder, path));
    if (is.bytes !== bytes) throw broken(folder, path, `has ${is.bytes} bytes instead of ${bytes}`);
    if (is.sha256 !== sha256) throw broken(folder, path, 'is not what was written (SHA-256)');
  }
  for (const path of found)
    if (!named.has(path) && path !== manifestName) throw broken(folder, path, 'is not named in the manifest');
  return read;
}

async function manifestIn(folder: string): Promise<Manifest> {
  let text: string;
  try {
    text = await readFile(join(folder, manifestName), 'utf8');
  } catch (cause) {
    throw refused(
      `${folder} holds no backup: its ${manifestName} cannot be read.`,
      'Give the folder that vuosikello backup has written.',
      cause,
    );
  }
  try {
    return manifest.parse(JSON.parse(text));
  } catch (cause) {
    throw refused(
      `The manifest in ${folder} cannot be understood.`,
      'It was cut off or changed, or newer software wrote it. Take another copy of the backup.',
      cause,
    );
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

async function hashOf(path: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    hash.update(piece);
    bytes += piece.length;
  }
  return { bytes, sha256: hash.digest('hex') };
}

function broken(folder: string, path: string, what: string): Error {
  return refused(
    `The backup in ${folder} is damaged: ${path} ${what}.`,
    'Nothing was changed. Take another copy of the backup.',
  );
}
