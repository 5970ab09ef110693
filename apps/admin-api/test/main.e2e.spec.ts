import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openStore } from '@app/store';
import { Client } from 'pg';
import { exampleRegister } from '../../../test/support/example-area';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database';
import { keptCode } from '../../../test/support/kept-code';

const entry = join(__dirname, '../../../dist/apps/admin-api/src/main.js');
const running = new Set<ChildProcess>();
let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.drop();
});

type Started = { child: ChildProcess; said: () => string; ended: Promise<number | null> };

function start(environment: Record<string, string>): Started {
  const child = fork(entry, [], {
    env: { ...keptCode, ...environment },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    serialization: 'json',
  });
  running.add(child);
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // What it says last may come after its end.
  const silent = child.stderr === null ? [] : [once(child.stderr, 'end')];
  const ended = Promise.all([once(child, 'exit'), ...silent]).then(([[code]]) => {
    running.delete(child);
    return code as number | null;
  });
  return { child, said: () => said, ended };
}

async function ready({ child, ended, said }: Started): Promise<string> {
  const first = await Promise.race([once(child, 'message'), ended]);
  if (!Array.isArray(first)) throw new Error(`It ended with ${first}: ${said()}`);
  const [message] = first as [{ ready: boolean; port: number }];
  expect(message.ready).toBe(true);
  return `http://127.0.0.1:${message.port}`;
}

/** Keeps a connection open on which this was said; `closed` when the other side has had enough. */
async function keepOpen(port: number, said: string): Promise<{ closed: Promise<void> }> {
  const socket = createConnection(port, '127.0.0.1')
    .on('error', () => undefined)
    .resume();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await once(socket, 'connect');
  if (said) socket.write(said);
  return { closed };
}

/** Tries a connection to this machine, and gives it up at once. */
async function connect(port: number): Promise<void> {
  const socket = createConnection(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
  } finally {
    socket.destroy();
  }
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 30_000;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Not within 30 s: ${what}`);
    await pause(20);
  }
}

describe('the process', () => {
  it('says when it is ready, serves, and stops in peace when told to', async () => {
    const api = start({ DATABASE_URL: database.appUrl, PORT: '0' });
    const url = await ready(api);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    for (const line of api.said().trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ process: 'admin-api', message: expect.any(String) });
  });

  it('answers what it has in hand when it is told to stop, and takes nothing more', async () => {
    const store = await openStore({ databaseUrl: database.appUrl, applicationName: 'stopping-test' });
    await store.register.import(exampleRegister());
    const { key } = await store.keys.create({ county: '09', role: 'coordinator' });
    await store.close();
    const api = start({ DATABASE_URL: database.appUrl, PORT: '0' });
    const url = await ready(api);
    const ask = (headers: Record<string, string> = {}) =>
      fetch(`${url}/v1/counties`, { headers: { Authorization: `Bearer ${key}`, ...headers } });
    expect((await ask()).status).toBe(200);
    const port = Number(new URL(url).port);
    const unused = [await keepOpen(port, ''), await keepOpen(port, 'GET /v1/counti')];

    // Requests wait for the table that somebody else holds.
    const holder = new Client({ connectionString: database.superuserUrl });
    await holder.connect();
    try {
      await holder.query('begin');
      await holder.query('lock table vuosikello.organisation, vuosikello.county in access exclusive mode');
      const inHand = Array.from({ length: 6 }, (_, index) => ask({ 'X-Request-Id': `in-hand-${index}-stopping` }));
      await until('all requests wait', async () => {
        const { rows } = await holder.query<{ waiting: number }>(
          `select count(*)::integer as waiting from pg_locks where not granted and database = (select oid from pg_database where datname = $1)`,
          [database.name],
        );
        return rows[0]?.waiting === inHand.length;
      });
      api.child.kill('SIGTERM');
      await until('new ones are refused', () =>
        connect(port).then(
          () => false,
          (error: unknown) => (error as NodeJS.ErrnoException).code === 'ECONNREFUSED',
        ),
      );
      // Before what is in hand has been answered.
      await Promise.all(unused.map(({ closed }) => closed));
      await holder.query('rollback');
      const answers = await Promise.all(inHand);
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
      for (const answer of answers) expect(await answer.json()).toMatchObject({ items: [{ code: '09' }] });
    } finally {
      await holder.end();
    }
    expect(await api.ended).toBe(0);
    expect(api.said()).not.toContain('"level":"error"');
  });

  it('does not outlive whoever started it', async () => {
    const api = start({ DATABASE_URL: database.appUrl, PORT: '0' });
    await ready(api);
    api.child.disconnect();
    expect(await api.ended).toBe(0);
  });

  describe('ends with 3 and one line that says what to do', () => {
    let taken: Server;
    beforeAll(async () => {
      taken = createServer().listen(0, '127.0.0.1');
      await once(taken, 'listening');
    });
    afterAll(() => taken.close());

    it.each([
      [
        'its port is taken',
        () => ({ DATABASE_URL: database.appUrl, PORT: String((taken.address() as AddressInfo).port) }),
        'Set PORT',
      ],
      ['a setting is missing', () => ({}), 'DATABASE_URL must be'],
      [
        'the database is away',
        () => ({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' }),
        'Check that PostgreSQL runs',
      ],
      ['the login could see everything', () => ({ DATABASE_URL: database.superuserUrl }), 'superuser'],
    ])('when %s', async (_, environment, advice) => {
      const api = start(environment());
      const code = await api.ended;
      expect(api.said()).toContain(advice);
      expect(code).toBe(3);
      expect(api.said()).not.toMatch(/\n\s+at /);
      expect(api.said().trim().split('\n')).toHaveLength(1);
    });
  });
});
