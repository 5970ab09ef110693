import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root, startCommand, type Running } from './command-line';
import { until } from './until';

const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The blocks marked `sh test`, in their order: what a person types after `npm start`. */
const steps = [...readme.matchAll(/^```sh test\n([\s\S]*?)^```$/gm)].map(([, block]) => block ?? '');

describe('the README', () => {
  let home: string;
  let machine: Running;
  let port: number;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'vuosikello-readme-'));
    port = await freePort();
    machine = startCommand(['start'], { ...settings(), MAIL_MODE: 'inbox' });
    await until('npm start is ready', () => machine.said.stdout.includes('Vuosikello runs') || undefined);
  });
  afterAll(async () => {
    machine.process.kill('SIGTERM');
    await machine.ended;
    rmSync(home, { recursive: true, force: true });
  });

  it('names only files that are there', () => {
    const named = [...readme.matchAll(/\]\(([^)#]+)\)|(?:^|[\s`])((?:data|docs|deploy|libs)\/[\w./-]+\w)/gm)].map(
      ([, link, path]) => link ?? path ?? '',
    );
    expect(named.filter((path) => !path.startsWith('http') && !existsSync(join(root, path)))).toEqual([]);
  });

  it('names npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...readme.matchAll(/npm (?:run )?(test|start|demo|check)\b/g)].map(([, script]) => script ?? '');
    expect(named.filter((script) => !(script in scripts))).toEqual([]);
  });

  it('takes a person from an empty installation to a step in the log', async () => {
    const script = steps.join('\n').replaceAll(':3000', `:${port}`);
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
      cwd: root,
      env: { ...process.env, ...settings() },
      timeout: 300_000,
    });
    // curl ends no line, so the answers follow one another.
    const answers = stdout
      .replaceAll('}{', '}\n{')
      .split('\n')
      .filter((line) => line.startsWith('{"'));
    const [list, read, stepped, events] = answers.map((line) => JSON.parse(line) as Record<string, never>);
    const ids = (list?.items as unknown as { id: string }[]).map(({ id }) => id);
    expect(ids).toHaveLength(16);
    expect(ids).toEqual(expect.arrayContaining(['09.hyte-negotiation-2026', '09.wellbeing-report-2025']));
    expect(read).toMatchObject({ state: 'open.planning' });
    expect(stepped).toMatchObject({ state: 'open.fixing-date' });
    expect(events).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ type: 'PlanningHeld' })]) as unknown,
    });
  });

  function settings(): Record<string, string> {
    return { VUOSIKELLO_HOME: home, PORT: String(port) };
  }
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
