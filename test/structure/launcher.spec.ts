import { spawn } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** Stands in for the compiler: notes that it ran, takes a moment, and writes a command that tells its arguments. */
const COMPILER = `
const fs = require('node:fs');
fs.appendFileSync('builds', 'x');
console.log('compiling');
if (fs.readFileSync('apps/cli/src/main.ts', 'utf8').includes('mistake')) process.exit(1);
setTimeout(() => {
  fs.mkdirSync('dist/apps/cli/src', { recursive: true });
  fs.writeFileSync('dist/apps/cli/src/main.js', 'console.log(JSON.stringify(process.argv.slice(2))); process.exitCode = 2;');
}, 300);
`;

type Outcome = { code: number | null; stdout: string; stderr: string };

describe('the launcher of the command line', () => {
  let folder: string;

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'vuosikello-launcher-')));
    for (const part of ['scripts', 'apps/cli/bin']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    write('apps/cli/src/main.ts', '// first');
    write('libs/domain/src/index.ts', '// first');
    write('node_modules/@nestjs/cli/package.json', '{}');
    write('node_modules/@nestjs/cli/bin/nest.js', COMPILER);
    write('old-node.cjs', "Object.defineProperty(process.versions, 'node', { value: '20.19.0' });");
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }

  function launch(words: string[], nodeOptions: string[] = []): Promise<Outcome> {
    const child = spawn(process.execPath, [...nodeOptions, 'apps/cli/bin/vuosikello.js', ...words], { cwd: folder });
    const outcome = { stdout: '', stderr: '' };
    child.stdout.on('data', (data: Buffer) => (outcome.stdout += data.toString()));
    child.stderr.on('data', (data: Buffer) => (outcome.stderr += data.toString()));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve({ code, ...outcome }));
    });
  }
  const builds = (): number =>
    existsSync(join(folder, 'builds')) ? readFileSync(join(folder, 'builds'), 'utf8').length : 0;

  test('builds once and quietly, hands over the words and gives back the exit code', async () => {
    const first = await launch(['plan', 'check', 'a file.yaml', '--json']);
    expect(first).toMatchObject({ code: 2, stdout: '["plan","check","a file.yaml","--json"]\n' });
    expect(first.stderr).toContain('compiling');
    const second = await launch([]);
    expect(second).toEqual({ code: 2, stdout: '[]\n', stderr: '' });
    expect(builds()).toBe(1);
  });

  test('builds anew after a change of any source', async () => {
    await launch([]);
    write('libs/domain/src/index.ts', '// second');
    await launch([]);
    write('libs/domain/src/added.ts', '');
    await launch([]);
    write('libs/domain/src/added.spec.ts', '');
    await launch([]);
    expect(builds()).toBe(3);
  });

  test('builds once for commands started at the same time', async () => {
    const outcomes = await Promise.all([launch(['1']), launch(['2']), launch(['3'])]);
    expect(outcomes.map(({ stdout }) => stdout)).toEqual(['["1"]\n', '["2"]\n', '["3"]\n']);
    expect(builds()).toBe(1);
  });

  test('passes over the lock of a build that died', async () => {
    const dead = spawn(process.execPath, ['--eval', '']);
    await new Promise((resolve) => dead.on('close', resolve));
    write('node_modules/.cache/vuosikello/build.lock', String(dead.pid));
    expect((await launch([])).code).toBe(2);
    expect(existsSync(join(folder, 'node_modules/.cache/vuosikello/build.lock'))).toBe(false);
  });

  test('exits 3 when the sources do not compile, and tries again next time', async () => {
    write('apps/cli/src/main.ts', '// mistake');
    expect(await launch([])).toMatchObject({ code: 3, stdout: '' });
    write('apps/cli/src/main.ts', '// mended');
    expect((await launch([])).code).toBe(2);
  });

  test('exits 3 and says what to do before npm ci', async () => {
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const outcome = await launch([]);
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain('npm ci');
  });

  test('goes on with the installed Node when started by an older one', async () => {
    mkdirSync(join(folder, 'node_modules/.bin'));
    symlinkSync(process.execPath, join(folder, 'node_modules/.bin/node'));
    const outcome = await launch(['demo'], ['--require', './old-node.cjs']);
    expect(outcome).toMatchObject({ code: 2, stdout: '["demo"]\n' });
  });

  test('exits 3 and names the version it needs when there is no newer Node', async () => {
    const outcome = await launch(['demo'], ['--require', './old-node.cjs']);
    expect(outcome).toMatchObject({ code: 3, stdout: '' });
    expect(outcome.stderr).toContain('24.9');
  });

  test('runs what is built where there are no sources', async () => {
    await launch([]);
    rmSync(join(folder, 'apps/cli/src'), { recursive: true });
    rmSync(join(folder, 'node_modules'), { recursive: true });
    expect(await launch([])).toEqual({ code: 2, stdout: '[]\n', stderr: '' });
  });
});
