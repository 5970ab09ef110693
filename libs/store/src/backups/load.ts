import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { restoresAndPortionsMigration } from '../migrations/0041-restores-and-portions.migration';
import { migrations as known } from '../migrations/migrations';
import { migrate, migrateTo } from '../schema/migrate';
import type { Logins } from '../schema/roles';
import { type BackupFacts, RestoreRefusedError } from './backup-facts';
import { asOwner, inTransaction, rowsOf } from './owner-session';

/** A mail that left, as the journal outside the database keeps it. */
export type JournalEntry = {
  at: string;
  messageId: string;
  county: string;
  notification: string;
  template: string;
  organisation: string;
};

export type Restore = {
  facts: BackupFacts;
  /** The rows of a table as they were taken. */
  rowsOf: (table: string) => Readable;
  logins: Logins;
  /** Mails that left after the moment of the backup, or about then. */
  sentSince: AsyncIterable<JournalEntry> | Iterable<JournalEntry>;
  /** Whether what the database holds is thrown away. */
  replace: boolean;
  by: string;
};

export type Restored = { applied: string[]; sentSince: number };

const inUse = `
  select distinct application_name as name from pg_stat_activity
  where datname = current_database() and pid <> pg_backend_pid() and application_name like 'vuosikello-%'
    and application_name <> 'vuosikello-embedded'`;
const batchSize = 500;

/**
 * Makes the database what it was when the backup was taken, brings its tables up to this software, and stops all mail until somebody
 * releases it, and each webhook until it is switched on. Cut off half-way it leaves a database without rows, or without this software's last migrations: it is done again then.
 * @throws RestoreRefusedError @throws DatabaseAwayError
 */
export async function restoreDatabase(ownerUrl: string, restore: Restore): Promise<Restored> {
  const { facts, replace, logins } = restore;
  refuseUnknown(facts);
  await asOwner(ownerUrl, 'vuosikello-restore', async (owner) => {
    await refuseUse(owner);
    if (!replace && (await holdsData(owner)))
      throw new RestoreRefusedError(
        'The database holds data. Restore into an empty one; with --replace what it holds is thrown away.',
      );
    await inTransaction(owner, 'begin', async () => {
      await owner.query(`set local vuosikello.migrating = 'on'`);
      await owner.query('drop schema if exists vuosikello cascade');
    });
  });
  await migrateTo(ownerUrl, facts.migrations);
  const sentSince = await asOwner(ownerUrl, 'vuosikello-restore', (owner) =>
    inTransaction(owner, 'begin', () => load(owner, restore)),
  );
  const { applied } = await migrate(ownerUrl, logins);
  await asOwner(ownerUrl, 'vuosikello-restore', (owner) => owner.query('analyze'));
  return { applied, sentSince };
}

function refuseUnknown({ migrations }: BackupFacts): void {
  const names = new Set(known.map(({ name }) => name));
  const newer = migrations.filter((name) => !names.has(name));
  if (newer.length > 0)
    throw new RestoreRefusedError(
      `The backup was taken by newer software: this one does not know ${newer.join(', ')}. Install that version, or a newer one.`,
    );
}

async function refuseUse(owner: Client): Promise<void> {
  const others = (await rowsOf<{ name: string }>(owner, inUse)).map(({ name }) => name);
  if (others.length > 0)
    throw new RestoreRefusedError(
      `The database is in use (${others.join(', ')}). Stop the engines and the API first; then restore.`,
    );
}

/** Whether anybody would miss it: a register, an event, a key. */
async function holdsData(owner: Client): Promise<boolean> {
  const [schema] = await rowsOf(owner, `select from pg_class where oid = to_regclass('vuosikello.event')`);
  if (schema === undefined) return false;
  await owner.query('begin');
  try {
    // Of all counties, for this transaction only: it is rolled back.
    await owner.query(`set local vuosikello.migrating = 'on'; set local lock_timeout = '10s'`);
    for (const table of ['event', 'api_key', 'county']) {
      await owner.query(`alter table vuosikello.${table} no force row level security`);
      if ((await rowsOf(owner, `select from vuosikello.${table} limit 1`)).length > 0) return true;
    }
    return false;
  } finally {
    await owner.query('rollback');
  }
}

async function load(owner: Client, restore: Restore): Promise<number> {
  const { facts, by } = restore;
  await owner.query(`set local vuosikello.migrating = 'on'`);
  const tables = await opened(owner);
  const missing = facts.tables.map(({ name }) => name).filter((name) => !tables.includes(name));
  if (missing.length > 0)
    throw new RestoreRefusedError(`The backup has tables that its migrations do not make: ${missing.join(', ')}`);
  await owner.query(`truncate ${tables.map((table) => `vuosikello.${table}`).join(', ')}`);
  for (const { name, columns, rows } of facts.tables) {
    const copy = owner.query(copyFrom(`copy vuosikello.${name} (${columns.join(', ')}) from stdin`));
    await pipeline(restore.rowsOf(name), copy);
    if (copy.rowCount !== rows)
      throw new RestoreRefusedError(
        `The table ${name} has ${copy.rowCount} rows in the backup, and should have ${rows}.`,
      );
  }
  for (const { name, last } of facts.sequences)
    await owner.query(`select setval(to_regclass($1), $2::bigint)`, [`vuosikello.${name}`, last]);
  await owner.query(`
    do $$ begin
      -- Positions come again, with other events: in an epoch that no other restore of this backup can have begun.
      insert into vuosikello.log_epoch (epoch, cluster)
        select greatest(max(l.epoch) + 1, extract(epoch from clock_timestamp() - timestamptz '2026-01-01 00:00Z')::integer),
          (select c.system_identifier::text from pg_control_system() c)
        from vuosikello.log_epoch l;
      execute format('create or replace function vuosikello.current_epoch() returns integer language sql stable as %L',
        'select ' || (select max(epoch) from vuosikello.log_epoch));
    end $$`);
  const sent = await noteSent(owner, restore.sentSince);
  const reason = `restored from the backup of ${facts.realTime}`;
  await owner.query(
    `insert into vuosikello.mail_hold (scope, reason, at, by) values ('*', $1, vuosikello.business_now(), $2)
     on conflict (scope) do update set reason = excluded.reason, at = excluded.at, by = excluded.by`,
    [reason, by],
  );
  await owner.query(
    `insert into vuosikello.operation (scope, kind, at, by, reason) values
       ('*', 'restored', vuosikello.business_now(), $2, $1), ('*', 'mail-held', vuosikello.business_now(), $2, $1)`,
    [reason, by],
  );
  await stopWebhooks(owner, facts);
  await closed(owner);
  return sent;
}

/** What they told last is beyond the backup; whether their receivers may have it again is for people to say. */
async function stopWebhooks(owner: Client, { tables, migrations }: BackupFacts): Promise<void> {
  if (!tables.some(({ name }) => name === 'webhook')) return;
  const because = migrations.includes(restoresAndPortionsMigration.name) ? 'restored' : 'by-hand';
  await owner.query(
    `update vuosikello.webhook set state = 'off', off_because = $1, lease_until = null where state = 'on'`,
    [because],
  );
}

/** Takes every guard off the tables, for this transaction, and remembers how it stood. @returns the tables */
async function opened(owner: Client): Promise<string[]> {
  await owner.query(`
    create temporary table guard on commit drop as
      select c.relname::text as name, c.relforcerowsecurity as forced,
        coalesce((select json_agg(json_build_object('name', t.tgname, 'enabled', t.tgenabled)) from pg_trigger t
          where t.tgrelid = c.oid and not t.tgisinternal), '[]') as triggers
      from pg_class c where c.relnamespace = 'vuosikello'::regnamespace and c.relkind = 'r' and c.relname <> 'migration'`);
  await owner.query(`
    do $$ declare g record; begin
      for g in select * from guard loop
        execute format('alter table vuosikello.%I disable trigger user', g.name);
        execute format('alter table vuosikello.%I no force row level security', g.name);
      end loop;
    end $$`);
  return (await rowsOf<{ name: string }>(owner, 'select name from guard order by name')).map(({ name }) => name);
}

async function closed(owner: Client): Promise<void> {
  // Checks that wait for the end of the transaction are made now: a table with such is not altered.
  await owner.query('set constraints all immediate');
  await owner.query(`
    do $$ declare g record; t record; begin
      for g in select * from guard loop
        for t in select * from json_to_recordset(g.triggers) as x (name text, enabled text) loop
          execute format('alter table vuosikello.%I %s trigger %I', g.name,
            case t.enabled when 'A' then 'enable always' when 'R' then 'enable replica' when 'D' then 'disable' else 'enable' end, t.name);
        end loop;
        if g.forced then execute format('alter table vuosikello.%I force row level security', g.name); end if;
      end loop;
    end $$`);
}

async function noteSent(owner: Client, entries: Restore['sentSince']): Promise<number> {
  let total = 0;
  let batch: JournalEntry[] = [];
  const write = async () => {
    const column = (of: (entry: JournalEntry) => string) => batch.map(of);
    const { rowCount } = await owner.query(
      `insert into vuosikello.sent_before (county, notification, template, organisation, message_id, at)
       select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
       on conflict (county, notification) do nothing`,
      [
        column(({ county }) => county),
        column(({ notification }) => notification),
        column(({ template }) => template),
        column(({ organisation }) => organisation),
        column(({ messageId }) => messageId),
        column(({ at }) => at),
      ],
    );
    total += rowCount ?? 0;
    batch = [];
  };
  for await (const entry of entries) {
    batch.push(entry);
    if (batch.length >= batchSize) await write();
  }
  if (batch.length > 0) await write();
  return total;
}
