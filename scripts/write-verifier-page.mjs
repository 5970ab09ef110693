/**
 * Puts the verifier for browsers together, one page without a network: the core of verifier/verify-log.mjs as it stands there, a SHA-256
 * that answers at once, the words, and the page.
 *
 *   node scripts/write-verifier-page.mjs           writes verifier/verify-log.html
 *   node scripts/write-verifier-page.mjs --check   compares only, and ends with 1 where it is out of date
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FOLDER = new URL('../verifier/', import.meta.url);
const TARGET = new URL('verify-log.html', FOLDER);

const page = generated();
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, page);
} else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== page) {
  console.error(
    'The verifier for browsers is out of date: run `node scripts/write-verifier-page.mjs` and commit the file.',
  );
  process.exitCode = 1;
}

function generated() {
  const script = ['page/sha256.js', 'core', 'page/words.js', 'page/page.js']
    .map((part) => (part === 'core' ? core() : read(part)))
    .join('\n');
  const style = read('page/page.css');
  return read('page/page.html')
    .replace('{{SCRIPT_HASH}}', policyHash(script))
    .replace('{{STYLE_HASH}}', policyHash(style))
    .replace('<!-- style -->', () => `<style>${style}</style>`)
    .replace('<!-- script -->', () => `<script type="module">${script}</script>`);
}

/** What stands between the two marks of the single-file verifier. */
function core() {
  const [, text] = /^\/\/ === core.*?\n(.*)^\/\/ === end of the core/ms.exec(read('verify-log.mjs')) ?? [];
  if (text === undefined) throw new Error('verifier/verify-log.mjs has no core between its marks');
  return text.trim();
}

function read(name) {
  return readFileSync(new URL(name, FOLDER), 'utf8');
}

/** Only exactly this script and this style may run in the page. */
function policyHash(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
