import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { join } from 'node:path';
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

describe('the process', () => {
  it('says when it is ready, serves, and stops in peace when told to', async () => {
    const api = start({ DATABASE_URL: database.appUrl, PORT: '0' });
    const url = await ready(api);
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    expect((await fetch(`${url}/docs`)).status).toBe(200);
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe(0);
    for (const line of api.said().trim().split('\n')) expect(JSON.parse(line)).toMatchObject({ app: 'admin-api' });
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
