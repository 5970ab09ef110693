import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';
import { postgresOf, startPostgres } from './index';
import { waitFor } from './wait';

const home = mkdtempSync(join(tmpdir(), 'vuosikello-orphan-'));
const dataDir = join(home, 'postgres');

/** A process that starts the server and then does nothing, so that it can be killed. It reads our TypeScript itself. */
const PARENT = `
  const { transformFileSync } = require('@swc/core');
  const options = { jsc: { target: 'es2023', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } };
  require.extensions['.ts'] = (module, file) => module._compile(transformFileSync(file, options).code, file);
  const [index, dataDir] = process.argv.slice(1);
  require(index).startPostgres({ dataDir, durable: true }).then((server) => console.log(server.url('owner')));
  setInterval(() => undefined, 1000);
`;

function isRunning(pid: number): boolean {
  return existsSync(`/proc/${pid}`) && readFileSync(`/proc/${pid}/cmdline`, 'utf8') !== '';
}

afterAll(async () => {
  await (await postgresOf(dataDir))?.stop();
  rmSync(home, { recursive: true, force: true });
});

it('takes over the server of a process that was killed, with all it had acknowledged, and can stop it', async () => {
  const parent = spawn(process.execPath, ['-e', PARENT, join(__dirname, 'index.ts'), dataDir], {
    cwd: __dirname,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [url] = await once(createInterface(parent.stdout), 'line', { signal: AbortSignal.timeout(180_000) });
  const client = new Client({ connectionString: String(url) });
  await client.connect();
  await client.query("create table note (text text); insert into note values ('säilyi')");
  const pid = Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10);

  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect((await client.query('select text from note')).rows).toEqual([{ text: 'säilyi' }]);
  await client.end();

  const server = await startPostgres({ dataDir, durable: true });
  expect(server.adopted).toBe(true);
  expect(server.url('owner')).toBe(url);
  expect(Number.parseInt(readFileSync(join(dataDir, 'postmaster.pid'), 'utf8'), 10)).toBe(pid);

  await server.stop();
  expect(await waitFor(() => (isRunning(pid) ? undefined : 'ended'), 60_000)).toBe('ended');
  const again = await startPostgres({ dataDir, durable: true });
  expect(again).toMatchObject({ adopted: false, port: server.port });
  await again.stop();
});
