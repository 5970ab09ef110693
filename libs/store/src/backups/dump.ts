import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Instant } from '@app/domain';
import type { BackupFacts } from './backup-facts';
import { frontierIn } from '../log/sequencing';
import { asOwner, inTransaction, rowsOf } from './owner-session';

/** Takes the rows of one table, in PostgreSQL's text format for COPY, and resolves when it has them all. */
export type TakeTable = (table: string, rows: Readable) => Promise<void>;

// What a restore makes by migrating is not taken along.
const tablesWithColumns = `
  select c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
  from pg_class c join pg_attribute a on a.attrelid = c.oid
  where c.relnamespace = 'vuosikello'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'
    and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
  group by c.oid, c.relname order by c.relname`;
const tablesReferred = `
  select k.conrelid::regclass::text as from, k.confrelid::regclass::text as to from pg_constraint k
  where k.contype = 'f' and k.connamespace = 'vuosikello'::regnamespace and k.conrelid <> k.confrelid`;
const sequences = `
  select sequencename as name, last_value::text as last from pg_sequences
  where schemaname = 'vuosikello' and last_value is not null order by sequencename`;
const logs = `
  select h.county, h.size::integer as size, h.frontier, c.origin, c.size::integer as "signedSize", c.note
  from vuosikello.log_head h
  left join lateral (
    select k.origin, k.size, k.note from vuosikello.log_checkpoint k where k.county = h.county order by k.ord desc limit 1) c on true
  order by h.county`;
const moment = `
  select vuosikello.instant(vuosikello.business_now()) as "takenAt", vuosikello.instant(clock_timestamp()) as "realTime",
    current_setting('server_version') as postgres`;

type LogRow = {
  county: string;
  size: number;
  frontier: Buffer;
  origin: string | null;
  signedSize: number;
  note: string | null;
};

/**
 * Gives out all rows of all counties as of one moment, while everything goes on. Nothing waits for it but migrations.
 * `ownerUrl` is the login that migrates. @throws DatabaseAwayError
 */
export async function dumpDatabase(ownerUrl: string, take: TakeTable): Promise<BackupFacts> {
  return asOwner(ownerUrl, 'vuosikello-backup', async (owner) => {
    await owner.query(`select pg_advisory_lock_shared(hashtext('vuosikello.migrate'))`);
    return inTransaction(owner, 'begin transaction isolation level repeatable read read only', async () => {
      const [at] = await rowsOf<Pick<BackupFacts, 'takenAt' | 'realTime' | 'postgres'>>(owner, moment);
      await owner.query('set local role vuosikello_backup');
      if (!at) throw new Error('The database gave no time');
      const tables: BackupFacts['tables'] = [];
      for (const table of await tablesInOrder(owner)) {
        const rows = owner.query(copyTo(`copy vuosikello.${table.name} (${table.columns.join(', ')}) to stdout`));
        await take(table.name, rows);
        tables.push({ ...table, rows: rows.rowCount });
      }
      const migrations = await rowsOf<{ name: string }>(owner, 'select name from vuosikello.migration order by id');
      return {
        ...at,
        migrations: migrations.map(({ name }) => name),
        tables,
        // Read last: a number that was given out meanwhile is passed over.
        sequences: await rowsOf<{ name: string; last: string }>(owner, sequences),
        logs: (await rowsOf<LogRow>(owner, logs)).map(logOf),
      };
    });
  });
}

/**
 * Notes in the operators' journal that a backup is whole. `where` is for people; `at`, business time, is when it was taken: now, unless it
 * was before. @throws DatabaseAwayError
 */
export async function noteBackup(ownerUrl: string, by: string, where: string, at?: Instant): Promise<void> {
  await asOwner(ownerUrl, 'vuosikello-backup', (owner) =>
    owner.query(
      `insert into vuosikello.operation (scope, kind, at, by, reason)
       values ('*', 'backed-up', coalesce($3::timestamptz, vuosikello.business_now()), $1, $2)`,
      [by, where, at],
    ),
  );
}

/** What others refer to goes before them. */
async function tablesInOrder(owner: Client): Promise<{ name: string; columns: string[] }[]> {
  const left = await rowsOf<{ name: string; columns: string[] }>(owner, tablesWithColumns);
  const referred = await rowsOf<{ from: string; to: string }>(owner, tablesReferred);
  const ordered: typeof left = [];
  const waits = ({ name }: { name: string }) =>
    referred.some(
      ({ from, to }) => bare(from) === name && left.some((other) => other.name === bare(to)) && bare(to) !== name,
    );
  while (left.length > 0) {
    const next = left.findIndex((table) => !waits(table));
    if (next < 0) throw new Error(`Tables refer to one another: ${left.map(({ name }) => name).join(', ')}`);
    ordered.push(...left.splice(next, 1));
  }
  return ordered;
}

function bare(table: string): string {
  return table.replace(/^vuosikello\./, '');
}

function logOf({ county, size, frontier, origin, signedSize, note }: LogRow): BackupFacts['logs'][number] {
  return {
    county,
    size,
    root: frontierIn(size, frontier).root().toString('hex'),
    checkpoint: origin === null || note === null ? null : { origin, size: signedSize, note },
  };
}
