import {
  appendFileSync,
  chmodSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { postgresOf, PostgresStartError, startPostgres, type EmbeddedPostgres } from './index';

const home = mkdtempSync(join(tmpdir(), 'vuosikello-postgres-'));
const started: EmbeddedPostgres[] = [];

async function start(folder: string, durable = true): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir: join(home, folder), durable });
  started.push(server);
  return server;
}

async function query<Row extends object>(url: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

function serverPid({ dataDir }: EmbeddedPostgres): number {
  return Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10);
}

function refusal(of: Promise<unknown>): Promise<PostgresStartError> {
  return of.then(
    () => Promise.reject(new Error('It was not refused.')),
    (error: unknown) => {
      expect(error).toBeInstanceOf(PostgresStartError);
      return error as PostgresStartError;
    },
  );
}

afterAll(async () => {
  await Promise.all(started.map((server) => server.stop()));
  rmSync(home, { recursive: true, force: true });
});

describe('a first start', () => {
  let server: EmbeddedPostgres;
  beforeAll(async () => {
    server = await start('first');
  });

  it('answers queries, in UTF-8, with Unicode case rules and time zones', async () => {
    const rows = await query(
      server.url('app'),
      `select current_database() as database, upper($1) as upper, current_setting('server_encoding') as encoding,
              to_char(timestamptz '2026-07-01T12:00Z' at time zone 'Europe/Helsinki', 'HH24:MI') as helsinki`,
      ['hyvinvointikertomus – ä ö å'],
    );
    expect(rows).toEqual([
      { database: 'vuosikello', upper: 'HYVINVOINTIKERTOMUS – Ä Ö Å', encoding: 'UTF8', helsinki: '15:00' },
    ]);
    expect(server.adopted).toBe(false);
  });

  it('listens on the loopback address only, and keeps what it acknowledges', async () => {
    const rows = await query<{ name: string; setting: string }>(
      server.url('superuser'),
      `select lower(name) as name, setting from pg_settings where lower(name) in
         ('listen_addresses', 'unix_socket_directories', 'fsync', 'synchronous_commit', 'max_connections', 'timezone')`,
    );
    expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      fsync: 'on',
      synchronous_commit: 'on',
      max_connections: '100',
      timezone: 'UTC',
    });
  });

  it('runs under an account that is not root, which alone can read the data', () => {
    const [, uid] = /^Uid:\t(\d+)/m.exec(readFileSync(`/proc/${serverPid(server)}/status`, 'utf8')) ?? [];
    const folder = statSync(server.dataDir);
    expect(Number(uid)).toBeGreaterThan(0);
    expect(folder.uid).toBe(Number(uid));
    expect(folder.mode & 0o777).toBe(0o700);
  });

  it('keeps its passwords beside the data, for this account only, and lets nobody in without them', async () => {
    const file = `${server.dataDir}-secrets.json`;
    expect(statSync(file)).toMatchObject({ mode: 0o100600, uid: process.getuid?.() });
    expect(new Set(Object.values(JSON.parse(readFileSync(file, 'utf8')))).size).toBe(6);
    const wrong = server.url('app').replace(/:[^:@]+@/, ':wrong@');
    await expect(query(wrong, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('writes no password into its log', () => {
    const log = readFileSync(`${server.dataDir}.log`, 'utf8');
    const passwords = Object.values<string>(JSON.parse(readFileSync(`${server.dataDir}-secrets.json`, 'utf8')));
    expect(log).toContain('ready to accept connections');
    expect(passwords.filter((password) => log.includes(password))).toEqual([]);
  });
});

it('sweeps away what a killed first start left, and only that', async () => {
  const [dead, alive] = [join(home, 'swept.init-999999999-a'), join(home, `swept.init-${process.pid}-b`)];
  [dead, alive].forEach((folder) => mkdirSync(folder));
  await start('swept', false);
  expect(statSync(dead, { throwIfNoEntry: false })).toBeUndefined();
  expect(statSync(alive).isDirectory()).toBe(true);
});

describe('the next start', () => {
  it('has the data, the passwords and the port of the run before, after a stop and after a crash', async () => {
    const first = await start('again');
    await query(first.url('owner'), 'create table note (text text)');
    await query(first.url('owner'), 'insert into note values ($1)', ['päätös']);
    await first.stop();
    await first.stop();
    expect(await postgresOf(first.dataDir)).toBeUndefined();

    const second = await start('again');
    expect(second).toMatchObject({ port: first.port, adopted: false });
    await query(first.url('owner'), 'insert into note values ($1)', ['nähtävillä']);
    await second.crash();

    const third = await start('again');
    expect(await query(third.url('owner'), 'select text from note')).toEqual([
      { text: 'päätös' },
      { text: 'nähtävillä' },
    ]);
    expect(third.url('queue')).toBe(first.url('queue'));
  });

  it('is not misled by a lock file whose process id now belongs to another program', async () => {
    const first = await start('reused-id', false);
    const file = join(first.dataDir, 'postmaster.pid');
    const lock = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, lock.replace(/^\d+/, String(process.pid)));
    const second = await start('reused-id', false);
    expect(await query(second.url('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

describe('a server that already runs', () => {
  it('is taken over, not doubled', async () => {
    const first = await start('running', false);
    const second = await start('running', false);
    expect(second).toMatchObject({ adopted: true, port: first.port, dataDir: first.dataDir });
    expect((await postgresOf(first.dataDir))?.url('app')).toBe(first.url('app'));
    await second.stop();
    await expect(query(first.url('app'), 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is one, also when two start it for the first time at the same moment', async () => {
    const [one, other] = await Promise.all([start('together', false), start('together', false)]);
    expect(one.port).toBe(other.port);
    expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
    expect(await query(other.url('engine'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('is restarted when it may forget and real data are asked for', async () => {
    const careless = await start('careless', false);
    const careful = await start('careless', true);
    expect(careful.adopted).toBe(false);
    expect(careful.port).toBe(careless.port);
    expect(await query(careful.url('superuser'), 'show fsync')).toEqual([{ fsync: 'on' }]);
  });
});

describe('a folder in the way', () => {
  it('serves although the account of the server may not enter the folders above it', async () => {
    const closed = join(home, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    chmodSync(closed, 0o700);
    const server = await start(join('closed', 'postgres'), false);
    expect(await query(server.url('app'), 'select 1 as one')).toEqual([{ one: 1 }]);
    await server.crash();
    const again = await start(join('closed', 'postgres'), false);
    expect(again.port).toBe(server.port);
  });

  it('is left alone when it holds something else', async () => {
    const folder = join(home, 'photos');
    mkdirSync(folder);
    writeFileSync(join(folder, 'kesä.jpg'), '');
    const error = await refusal(startPostgres({ dataDir: folder, durable: true }));
    expect(error.reason).toBe('data-folder');
    expect(error.message).toContain(folder);
  });

  it('is refused without its passwords, with the file that is missing', async () => {
    const server = await start('lost', false);
    await server.stop();
    rmSync(`${server.dataDir}-secrets.json`);
    const error = await refusal(startPostgres({ dataDir: server.dataDir, durable: false }));
    expect(error).toMatchObject({
      reason: 'secrets',
      message: expect.stringContaining(`${server.dataDir}-secrets.json`),
    });
  });

  it("shows the end of the server's log when the server does not start", async () => {
    const server = await start('broken', false);
    await server.stop();
    appendFileSync(join(server.dataDir, 'postgresql.conf'), '\nno_such_setting = 1\n');
    const error = await refusal(startPostgres({ dataDir: server.dataDir, durable: false }));
    expect(error).toMatchObject({ reason: 'exited', logTail: expect.stringContaining('no_such_setting') });
    expect(error.logTail).not.toContain('ready to accept connections');
    expect(error.message).toContain(error.logTail);
  });
});

it('finds nothing where there is nothing, and creates nothing', async () => {
  expect(await postgresOf(join(home, 'nowhere', 'postgres'))).toBeUndefined();
  expect(statSync(join(home, 'nowhere'), { throwIfNoEntry: false })).toBeUndefined();
});
