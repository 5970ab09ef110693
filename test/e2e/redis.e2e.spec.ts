import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { civilDate } from '@app/domain';
import { runDemo, type DrivenYear } from '../../apps/cli/src/demo/run-demo';
import { examplePlan, exampleRegister } from '../support/example-area';
import { everyMail, received } from './driven-year';
import { until } from './until';

const run = promisify(execFile);
const installed = spawnSync('redis-server', ['--version']).status === 0;
if (!installed) {
  process.stderr.write(
    '\nSKIPPED: the demo on Redis. There is no redis-server on the PATH; install it to test the queue on both backends.\n\n',
  );
}

(installed ? describe : describe.skip)('the same year with the queue on Redis', () => {
  let server: ChildProcess;
  let port: number;
  let year: DrivenYear;

  beforeAll(async () => {
    port = await freePort();
    server = spawn(
      'redis-server',
      ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
      { stdio: 'ignore' },
    );
    await until('Redis answers', async () => ((await redis('ping')).includes('PONG') ? true : undefined));
    year = await runDemo({
      plan: examplePlan(),
      register: exampleRegister(),
      until: civilDate('2026-08-21'),
      redisUrl: `redis://127.0.0.1:${port}`,
    });
  });
  afterAll(async () => {
    await (year as DrivenYear | undefined)?.close();
    server.kill();
    await once(server, 'exit');
  });

  async function redis(...words: string[]): Promise<string> {
    try {
      return (await run('redis-cli', ['-h', '127.0.0.1', '-p', String(port), ...words])).stdout;
    } catch {
      return '';
    }
  }

  it('gives the same answers and sends every mail once', async () => {
    expect(year.report.requests).toEqual({ sent: 86, answered: 72, late: 7, missed: 14 });
    // But for deputies that there are not.
    const mails = (await everyMail(year)).filter(({ reply }) => reply !== 'no-deputy');
    expect(mails.map((mail) => received(year, mail).length)).toEqual(mails.map(() => 1));
    expect(year.report.mails.accepted).toBe(mails.length);
    expect(year.report.replay.differences).toBe(0);
  });

  it('really rang through Redis', async () => {
    const commands = await redis('info', 'commandstats');
    const scripts = [...commands.matchAll(/cmdstat_(?:evalsha|eval|fcall):calls=(\d+)/g)].map(([, calls]) =>
      Number(calls),
    );
    expect(scripts.reduce((sum, calls) => sum + calls, 0)).toBeGreaterThan(50);
  });
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
