import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { instant } from '@app/domain';
import { countSentUnknown, MailJournal, noteBackup, restoreDatabase, SignerMemory } from '@app/store';
import { loginOf } from '../composition/database';
import type { DatabaseUrls } from '../composition/run-file';
import { type Manifest, tableFile } from './manifest';

/** A mail that was on its way at the moment of the backup may stand in the journal a little earlier. */
const journalMarginMs = 3_600_000;

export type RestoreOrder = {
  urls: DatabaseUrls & { owner: string };
  folder: string;
  manifest: Manifest;
  /** The folder of the journal of mails that left. */
  journal: string;
  replace: boolean;
};

/** `sentSince`: mails that left after the backup, and that it does not know of. */
export type RestoreReport = { applied: string[]; sentSince: number };

/** Puts a checked backup into the database and stops all mail. @throws RestoreRefusedError @throws DatabaseAwayError */
export async function restoreBackup({
  urls,
  folder,
  manifest,
  journal,
  replace,
}: RestoreOrder): Promise<RestoreReport> {
  const { database } = manifest;
  const by = 'operator:cli';
  const { applied } = await restoreDatabase(urls.owner, {
    facts: database,
    rowsOf: (table) => unpacked(join(folder, tableFile(table))),
    logins: { appLogins: [loginOf(urls.app)], engineLogins: [loginOf(urls.engine)] },
    sentSince: new MailJournal(journal).since(new Date(Date.parse(database.takenAt) - journalMarginMs).toISOString()),
    replace,
    by,
  });
  // It is as good a backup of the restored database as of the one before.
  await noteBackup(urls.owner, by, folder, instant(database.takenAt));
  return { applied, sentSince: await countSentUnknown(urls.owner, database.takenAt) };
}

function unpacked(file: string): Readable {
  const rows = createGunzip();
  // A file that cannot be read is told to whoever takes the rows.
  createReadStream(file)
    .on('error', (error) => rows.destroy(error))
    .pipe(rows);
  return rows;
}

/** Logs that were signed when they were longer than they are in the backup: the signer will refuse to go on. */
export function shortenedLogs(
  manifest: Manifest,
  stateFile: string,
): { county: string; signed: number; size: number }[] {
  const sizes = new Map(manifest.database.logs.map(({ county, size }) => [county, size]));
  return Object.entries(new SignerMemory(stateFile).read())
    .map(([county, { size: signed }]) => ({ county, signed, size: sizes.get(county) ?? 0 }))
    .filter(({ signed, size }) => signed > size);
}
