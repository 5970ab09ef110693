/**
 * Everything that must hold before a change lands, cheapest first; stops at the first failure.
 *
 *   npm run check                      all of it, the tests last: the output ends with `N passed, N failed, N skipped`
 *   npm run check -- --without-tests   the quick part
 *   npm run check -- --keep-going      goes on after a failure and names all failures at the end
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** npm scripts in their order. A script that package.json does not have (yet) is passed over. */
const CHECKS = [
  ['check:types', 'Types'],
  ['check:format', 'Format'],
  ['check:lint', 'Lint rules'],
  ['check:boundaries', 'Who may import whom'],
  ['check:dead-code', 'Dead code and unused packages'],
  ['check:duplicates', 'Duplicates'],
  ['check:definitions', 'Released definitions are unchanged'],
  ['check:generated', 'Generated files fit their sources'],
  ['check:readme', 'Examples in the README'],
  ['test', 'Tests'],
];

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const options = new Set(process.argv.slice(2));
const checks = CHECKS.filter(([script]) => script in scripts && (script !== 'test' || !options.has('--without-tests')));
const failed = [];
for (const [script, title] of checks) {
  // Said before the tests: nothing may follow their closing line.
  if (script === 'test') sayFailed();
  if (!run(script, title)) failed.push(script);
  if (failed.length > 0 && !options.has('--keep-going')) break;
}
if (failed.at(-1) !== 'test') sayFailed();
process.exitCode = failed.length > 0 ? 1 : 0;

function sayFailed() {
  if (failed.length > 0) console.error(`\nFailed: ${failed.map((script) => `npm run ${script}`).join(', ')}`);
}

function run(script, title) {
  console.log(`\n=== ${title} (npm run ${script})`);
  const startedAt = performance.now();
  const { status } = spawnSync('npm', ['run', '--silent', script], { cwd: ROOT, stdio: 'inherit' });
  if (status === 0 && script !== 'test')
    console.log(`    well, ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  return status === 0;
}
