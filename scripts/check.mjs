/**
 * Everything that must hold before a change lands: first what is quick, as many at once as there are processors, then the tests. Stops at
 * the first failure.
 *
 *   npm run check                      all of it, the tests last: the output ends with `N passed, N failed, N skipped`
 *   npm run check -- --without-tests   the quick part
 *   npm run check -- --keep-going      goes on after a failure and names all failures at the end
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';

/** npm scripts, what takes longest first. A script that package.json does not have (yet) is passed over. */
const CHECKS = [
  ['check:lint', 'Lint rules'],
  ['check:types', 'Types'],
  ['check:generated', 'Generated files fit their sources'],
  ['check:format', 'Format'],
  ['check:boundaries', 'Who may import whom'],
  ['check:dead-code', 'Dead code and unused packages'],
  ['check:duplicates', 'Duplicates'],
  ['check:definitions', 'Released definitions are unchanged'],
  ['check:audit', 'Known vulnerabilities'],
  ['check:readme', 'Examples in the README'],
  ['test', 'Tests'],
];

/** Each takes some hundred megabytes. */
const MOST_AT_ONCE = 4;
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const options = new Set(process.argv.slice(2));
const quick = CHECKS.filter(([script]) => script in scripts && script !== 'test');
const failed = [];
const goesOn = () => failed.length === 0 || options.has('--keep-going');

await Promise.all(Array.from({ length: Math.min(availableParallelism(), MOST_AT_ONCE) }, runInTurn));
// Said before the tests: nothing may follow their closing line.
if (failed.length > 0) console.error(`\nFailed: ${failed.map((script) => `npm run ${script}`).join(', ')}`);
if (!options.has('--without-tests') && goesOn()) {
  console.log('\n=== Tests (npm run test)');
  if ((await npmRun('test', 'inherit')).code !== 0) failed.push('test');
}
process.exitCode = failed.length > 0 ? 1 : 0;

async function runInTurn() {
  for (let next = quick.shift(); next && goesOn(); next = quick.shift()) await check(...next);
}

/** What it says is shown when it has ended, so that two do not talk at once. */
async function check(script, title) {
  const startedAt = performance.now();
  const { code, said } = await npmRun(script, 'pipe');
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`\n=== ${title} (npm run ${script})\n${said}    ${code === 0 ? 'well' : 'FAILED'}, ${seconds} s`);
  if (code !== 0) failed.push(script);
}

async function npmRun(script, output) {
  const child = spawn('npm', ['run', '--silent', script], { cwd: ROOT, stdio: ['ignore', output, output] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  return { code, said };
}
