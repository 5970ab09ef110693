import { Client } from 'pg';
import { testServer, createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { exampleRegister } from '../../../../test/support/example-area';
import { sql, startRequest } from '../../../../test/support/requests';
import {
  DatabaseAwayError,
  migrate,
  MigrationBlockedError,
  MigrationsPendingError,
  openStore,
  UnsafeRoleError,
} from '../index';

const logins = { appLogins: ['vuosikello_app_login'], engineLogins: ['vuosikello_engine_login'] };

const databases: TestDatabase[] = [];
async function emptyDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase({ migrated: false });
  databases.push(database);
  return database;
}
afterAll(async () => {
  for (const database of databases) await database.drop();
});

const refusal = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: unknown) => (error as { code: string }).code,
  );
const open = (databaseUrl: string) => openStore({ databaseUrl, applicationName: 'test' });

describe('migrating', () => {
  it('an empty database makes it ready, and again does nothing', async () => {
    const database = await emptyDatabase();
    const { applied } = await migrate(database.ownerUrl, logins);
    expect(applied[0]).toBe('0001-clock');
    expect(await migrate(database.ownerUrl, logins)).toEqual({ applied: [], ddl: 'ownership' });
    const store = await open(database.appUrl);
    await startRequest(store, '09.ready');
    await store.close();
  });

  it('from several processes at once is done by one of them', async () => {
    const database = await emptyDatabase();
    const results = await Promise.all([1, 2, 3].map(() => migrate(database.ownerUrl, logins)));
    expect(results.filter(({ applied }) => applied.length > 0)).toHaveLength(1);
    await (await open(database.engineUrl)).close();
  });

  it('several databases of one server at once works, though they share their roles', async () => {
    const some = await Promise.all([1, 2, 3].map(emptyDatabase));
    const postgres = await testServer();
    const results = await Promise.all(some.map(({ name }) => migrate(postgres.url('owner', name), logins)));
    expect(results.every(({ applied }) => applied.length > 0)).toBe(true);
  });

  it('takes over contacts from before roles had dates, row by row', async () => {
    const database = await emptyDatabase();
    await migrate(database.ownerUrl, logins);
    await sql(database.superuserUrl, `alter table vuosikello.contact alter column roles type text[] using '{}'`);
    await sql(database.superuserUrl, `alter table vuosikello.county alter column registry set not null`);
    const { county, contacts } = exampleRegister();
    await sql(
      database.superuserUrl,
      `insert into vuosikello.county (code, name, languages, registry, closes) values ('09', $1, '{fi}', 'kirjaamo@a.test', $2)`,
      [JSON.stringify(county.name), county.closes],
    );
    const old = [['manager', 'deputy-of-coordinator'], [], ['a "b" \\ c', 'd,e']];
    for (const [place, roles] of old.entries()) {
      await sql(
        database.superuserUrl,
        `insert into vuosikello.contact (county, id, place, name, email, part_of, language, roles, interfaces)
         values ('09', $1, $2, 'n', 'a@b.test', '016', 'fi', $3, '{osallisuus}')`,
        [contacts[place]?.id, place, roles],
      );
    }
    await sql(database.superuserUrl, `delete from vuosikello.migration where name = '0009-dated-roles'`);
    expect(await migrate(database.ownerUrl, logins)).toMatchObject({ applied: ['0009-dated-roles'] });
    const store = await open(database.appUrl);
    const read = await store.register.read('09');
    await store.close();
    expect(read?.contacts.map(({ id, roles }) => [id, roles])).toEqual(
      old.map((roles, place) => [contacts[place]?.id, roles.map((role) => ({ role }))]),
    );
    expect(read?.contacts[0]?.interfaces).toEqual(['osallisuus']);
  });

  it('needs logins that exist, and says which does not', async () => {
    const database = await emptyDatabase();
    await expect(migrate(database.ownerUrl, { appLogins: ['nobody_here'], engineLogins: [] })).rejects.toThrow(
      'nobody_here',
    );
  });

  it('is refused to a login that does not own the database', async () => {
    const database = await emptyDatabase();
    await expect(migrate(database.appUrl, logins)).rejects.toMatchObject({ code: '42501' });
  });
});

it('by a superuser makes the database refuse to alter the log outside migrations', async () => {
  const database = await emptyDatabase();
  expect(await migrate(database.superuserUrl, logins)).toMatchObject({ ddl: 'refused' });
  for (const statement of [
    'alter table vuosikello.event disable trigger append_only',
    'alter table vuosikello.log_leaf add column more text',
    'drop trigger append_only on vuosikello.event',
    'drop table vuosikello.log_node',
    'create rule away as on update to vuosikello.event do instead nothing',
    'create or replace function vuosikello.append_only() returns trigger language plpgsql as $$ begin return new; end $$',
  ]) {
    expect([statement, await refusal(sql(database.superuserUrl, statement))]).toEqual([statement, '42501']);
  }
  await sql(database.superuserUrl, `create table public.own_matter (id integer)`);
  await sql(database.superuserUrl, `delete from vuosikello.migration where name = '0011-duties'`);
  const asMigrationsDo = `perform set_config('vuosikello.migrating', 'on', true); drop index vuosikello.event_first`;
  await sql(database.superuserUrl, `do $$ begin ${asMigrationsDo}; end $$`);
  expect(await migrate(database.superuserUrl, logins)).toMatchObject({ applied: ['0011-duties'], ddl: 'refused' });
  // As after a restore into another cluster: the guard is there already, and the log goes on in a new epoch.
  await sql(database.superuserUrl, `insert into vuosikello.log_epoch (epoch, cluster) values (1, 'elsewhere')`);
  expect(await migrate(database.superuserUrl, logins)).toEqual({ applied: [], ddl: 'refused' });
  expect(await sql(database.superuserUrl, 'select vuosikello.current_epoch() as epoch')).toEqual([{ epoch: 2 }]);
});

it('with a table in use keeps what could be done, names who is in the way, lets writes through, and goes on later', async () => {
  const database = await emptyDatabase();
  await migrate(database.ownerUrl, logins);
  for (const statement of [
    'drop index vuosikello.event_first',
    'drop function vuosikello.work_depths',
    'alter table vuosikello.work_item drop column traceparent',
    `delete from vuosikello.migration where name in ('0011-duties', '0040-watching')`,
  ])
    await sql(database.ownerUrl, statement);
  const reader = new Client({ connectionString: database.superuserUrl, application_name: 'a-long-report' });
  await reader.connect();
  await reader.query('begin');
  await reader.query('select from vuosikello.work_item');

  const patience = { lockMs: 300, attempts: 3, pauseMs: 10 };
  const refused: unknown = await migrate(database.ownerUrl, logins, patience).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MigrationBlockedError);
  expect(String(refused)).toMatch(
    /0040-watching tried 3 times.*process \d+ of the database \(application "a-long-report", login \w+.*pg_terminate_backend\(\d+\)/,
  );

  const later = migrate(database.ownerUrl, logins, { ...patience, attempts: 100 });
  const write = `set lock_timeout = '10s'; update vuosikello.work_item set fence = fence`;
  for (let round = 0; round < 3; round += 1) await sql(database.superuserUrl, write);
  await reader.query('rollback');
  await reader.end();
  expect(await later).toMatchObject({ applied: ['0040-watching'] });
});

describe('opening', () => {
  it('says which migrations are missing and what to do', async () => {
    const database = await emptyDatabase();
    await expect(open(database.appUrl)).rejects.toThrow(MigrationsPendingError);
    await migrate(database.ownerUrl, logins);
    await sql(database.ownerUrl, `delete from vuosikello.migration where name = '0007-keys-and-links'`);
    await expect(open(database.appUrl)).rejects.toThrow(/lacks 1 migration.*0007-keys-and-links.*vuosikello migrate/);
  });

  it('refuses a login that row-level security does not hold', async () => {
    const database = await emptyDatabase();
    await migrate(database.ownerUrl, logins);
    await expect(open(database.superuserUrl)).rejects.toThrow(UnsafeRoleError);
    await sql(database.superuserUrl, 'create role sees_everything login bypassrls in role vuosikello_app');
    const url = new URL(database.superuserUrl);
    const password = 'not-a-secret';
    await sql(database.superuserUrl, `alter role sees_everything password '${password}'`);
    url.username = 'sees_everything';
    url.password = password;
    await expect(open(url.href)).rejects.toThrow(/bypasses row-level security/);
    await sql(database.superuserUrl, 'drop role sees_everything');
  });

  it('a database that is not there says so', async () => {
    await expect(open('postgresql://nobody:nothing@127.0.0.1:1/none')).rejects.toThrow(DatabaseAwayError);
    await expect(open('postgresql://nobody:nothing@127.0.0.1:1/none')).rejects.toThrow(/DATABASE_URL/);
  });
});

describe('a database that goes away', () => {
  it('is told as that, and used again when it is back', async () => {
    const database = await emptyDatabase();
    await migrate(database.ownerUrl, logins);
    const store = await open(database.appUrl);
    await store.ping();
    const server = (await testServer()).url('superuser', 'postgres');
    await sql(server, `alter database ${database.name} allow_connections false`);
    await sql(server, `select pg_terminate_backend(pid) from pg_stat_activity where datname = $1`, [database.name]);
    await expect(startRequest(store, '09.away')).rejects.toThrow(DatabaseAwayError);
    await sql(server, `alter database ${database.name} allow_connections true`);
    await startRequest(store, '09.away');
    await store.close();
  });
});
