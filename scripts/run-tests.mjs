/**
 * Runs the tests and ends with the line `N passed, N failed, N skipped`.
 *
 *   node scripts/run-tests.mjs [unit|int|e2e] [jest arguments]
 *
 * Without a group all of them run, on two workers. End-to-end tests drive dist/, so it is built first where it is not fresh; what V8 makes
 * of it is kept between the programs that they start.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import builder from './build.cjs';
import reporter from '../test/support/closing-line-reporter.cjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const COMPILED = join(ROOT, 'node_modules', '.cache', 'vuosikello', 'compiled');
const GROUPS = ['unit', 'int', 'e2e'];

const [first, ...rest] = process.argv.slice(2);
const onlyGroup = GROUPS.includes(first) ? first : undefined;
const jestArguments = onlyGroup ? rest : process.argv.slice(2);
const groups = onlyGroup ? [onlyGroup] : GROUPS;

if (groups.includes('e2e') && !(await builder.build({ force: false }))) {
  console.error('The build failed; no test was run.');
  process.exit(1);
}

const folder = mkdtempSync(join(tmpdir(), 'vuosikello-tests-'));
const tally = join(folder, 'tally');
writeFileSync(tally, '');
try {
  const passed = runJest() === 0;
  const counts = readCounts();
  // A run that ended before it could count must not pass for one without failures.
  if (!passed && counts.failed === 0) counts.failed = 1;
  const ran = counts.passed + counts.failed > 0;
  if (!ran) console.error('No test was run.');
  console.log(reporter.closingLine(counts));
  process.exitCode = passed && ran ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns jest's exit status; what a signal ended counts as failed */
function runJest() {
  const run = spawnSync(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--disable-warning=ExperimentalWarning',
      join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js'),
      '--passWithNoTests',
      ...jestArguments,
      '--selectProjects',
      ...groups,
    ],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, VUOSIKELLO_TEST_TALLY: tally, NODE_COMPILE_CACHE: COMPILED },
    },
  );
  return run.status ?? 1;
}

function readCounts() {
  const lines = readFileSync(tally, 'utf8').split('\n').filter(Boolean);
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const line of lines) {
    const counts = JSON.parse(line);
    for (const name of Object.keys(sum)) sum[name] += counts[name];
  }
  return sum;
}
