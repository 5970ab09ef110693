import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { DatabaseError, startPostgres, type EmbeddedPostgres, type PostgresUser } from './index';

const home = mkdtempSync(join(tmpdir(), 'vuosikello-roles-'));
let server: EmbeddedPostgres;

async function connect(user: PostgresUser, database?: string): Promise<Client> {
  const client = new Client({ connectionString: server.url(user, database), connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function as<Row extends object>(user: PostgresUser, text: string, database?: string): Promise<Row[]> {
  const client = await connect(user, database);
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  server = await startPostgres({ dataDir: join(home, 'postgres'), durable: false });
});

afterAll(async () => {
  await server.stop();
  rmSync(home, { recursive: true, force: true });
});

describe('roles', () => {
  it('can log in, and none but the superuser passes row-level security', async () => {
    const rows = await as(
      'app',
      `select rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
         from pg_roles where rolname like 'vuosikello%' order by rolname`,
    );
    const login = {
      rolcanlogin: true,
      rolsuper: false,
      rolbypassrls: false,
      rolcreaterole: false,
      rolcreatedb: false,
      rolreplication: false,
    };
    expect(rows).toEqual([
      { ...login, rolname: 'vuosikello_app_login' },
      { ...login, rolname: 'vuosikello_auditor_login' },
      { ...login, rolname: 'vuosikello_engine_login' },
      { ...login, rolname: 'vuosikello_owner', rolcreaterole: true },
      { ...login, rolname: 'vuosikello_queue_login' },
    ]);
  });

  it('let the owner make group roles, give them to the logins, and change the logins', async () => {
    await as(
      'owner',
      `create role vuosikello_app nologin; grant vuosikello_app to vuosikello_app_login;
       create role vuosikello_engine nologin; grant vuosikello_engine to vuosikello_engine_login;
       alter role vuosikello_app_login set statement_timeout = '5s';
       create table duty (id int); grant select on duty to vuosikello_app`,
    );
    expect(await as('app', "select pg_has_role('vuosikello_app', 'usage') as member")).toEqual([{ member: true }]);
    expect(await as('app', 'select count(*)::int as n from duty')).toEqual([{ n: 0 }]);
    await expect(as('engine', 'select * from duty')).rejects.toMatchObject({ code: '42501' });
  });

  it("keep the application out of the schema and the owner out of the superuser's rights", async () => {
    await expect(as('app', 'create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(as('app', 'create schema mine')).rejects.toMatchObject({ code: '42501' });
    await expect(as('owner', 'alter role vuosikello_app_login bypassrls')).rejects.toMatchObject({ code: '42501' });
    await expect(as('owner', "copy (select 1) to program 'true'")).rejects.toMatchObject({ code: '42501' });
  });

  it('give the queue a schema of its own, and nothing of ours', async () => {
    await as('queue', 'create schema if not exists bullmq; create table migration (version int)');
    expect(await as('queue', "select 'migration'::regclass = 'bullmq.migration'::regclass as own")).toEqual([
      { own: true },
    ]);
    await expect(as('queue', 'select * from public.duty')).rejects.toMatchObject({ code: '42501' });
    await expect(as('app', 'select * from bullmq.migration')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('databases', () => {
  it('are copies of a template, apart from one another, with the rights of the first', async () => {
    await server.createDatabase('template-of-tests');
    await as(
      'owner',
      "create table plan (name text); insert into plan values ('vuosisuunnitelma')",
      'template-of-tests',
    );
    await server.createDatabase('test-1', { template: 'template-of-tests' });
    await server.createDatabase('test-2', { template: 'template-of-tests' });
    await as('owner', 'delete from plan', 'test-1');
    await as('queue', 'create schema if not exists bullmq; create table job (id int)', 'test-2');
    expect(await as('owner', 'select name from plan', 'test-1')).toEqual([]);
    expect(await as('owner', 'select name from plan', 'test-2')).toEqual([{ name: 'vuosisuunnitelma' }]);
  });

  it('wait for the last connection to their template', async () => {
    await server.createDatabase('busy');
    const user = await connect('owner', 'busy');
    const copy = server.createDatabase('copy-of-busy', { template: 'busy' });
    await expect(Promise.race([copy, user.query('select pg_sleep(0.2)').then(() => 'waiting')])).resolves.toBe(
      'waiting',
    );
    await user.end();
    await copy;
    expect(await as('owner', 'select current_database() as name', 'copy-of-busy')).toEqual([{ name: 'copy-of-busy' }]);
  });

  it('are dropped with their connections, once or twice, but not the one the server needs', async () => {
    await server.createDatabase('short-lived');
    const user = await connect('app', 'short-lived');
    await server.dropDatabase('short-lived');
    await server.dropDatabase('short-lived');
    await expect(user.query('select 1')).rejects.toThrow();
    await expect(connect('app', 'short-lived')).rejects.toMatchObject({ code: '3D000' });
    await expect(server.dropDatabase('vuosikello')).rejects.toThrow(DatabaseError);
  });

  it('say why they were not created', async () => {
    await expect(server.createDatabase('vuosikello')).rejects.toThrow(/vuosikello.*already exists/);
    await expect(server.createDatabase('orphan', { template: 'nowhere' })).rejects.toThrow(
      /template database "nowhere"/,
    );
  });
});
