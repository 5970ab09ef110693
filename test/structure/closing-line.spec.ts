import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const SAMPLES = {
  'mixed.test.js':
    "test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error('x'); }); test.skip('d', () => {}); test.todo('e');",
  'broken.test.js': "require('./nowhere');",
};

describe('the closing line', () => {
  let folder: string;
  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'vuosikello-closing-')));
    for (const [name, text] of Object.entries(SAMPLES)) writeFileSync(join(folder, name), text);
    const reporter = join(ROOT, 'test', 'support', 'closing-line-reporter.cjs');
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify({ reporters: ['default', reporter] }));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function runJest(environment: Record<string, string>) {
    const { VUOSIKELLO_TEST_TALLY: _outer, ...own } = process.env;
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    return spawnSync(process.execPath, [jest, '--rootDir', folder, '--config', join(folder, 'jest.config.json')], {
      cwd: folder,
      env: { ...own, ...environment },
      encoding: 'utf8',
    });
  }

  test('counts tests, and a file that cannot be loaded as a failed one', () => {
    const run = runJest({});
    expect(run.status).toBe(1);
    expect(run.stdout.trimEnd().split('\n').at(-1)).toBe('2 passed, 2 failed, 2 skipped');
  });

  test('is left to the outer run where there is one', () => {
    const tally = join(folder, 'tally');
    const run = runJest({ VUOSIKELLO_TEST_TALLY: tally });
    expect(run.stdout).not.toContain('passed,');
    expect(JSON.parse(readFileSync(tally, 'utf8'))).toEqual({ passed: 2, failed: 2, skipped: 2 });
  });

  test('is the last thing that CI prints', () => {
    const commands = readFileSync(join(ROOT, '.ci/run'), 'utf8').trim().split('\n');
    expect(commands).toContain('set -euo pipefail');
    expect(commands.at(-1)).toBe('npm run --silent check');
    const check = readFileSync(join(ROOT, 'scripts/check.mjs'), 'utf8');
    const order = [...check.matchAll(/^ {2}\['([\w:-]+)', '/gm)].map((match) => match[1]);
    expect(order.at(-1)).toBe('test');
  });
});
