/**
 * Compiles the look of the mails from MJML into TypeScript, so that a mail is written without a compiler and without a file being read.
 *
 *   node scripts/write-mail-layout.mjs           writes libs/mail/src/html/layout.generated.ts
 *   node scripts/write-mail-layout.mjs --check   compares only, and ends with 1 where it is out of date
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import mjml2html from 'mjml';

const SOURCE = new URL('../libs/mail/layout/letter.mjml', import.meta.url);
const TARGET = new URL('../libs/mail/src/html/layout.generated.ts', import.meta.url);

const text = await generated();
if (!process.argv.includes('--check')) {
  writeFileSync(TARGET, text);
} else if (!existsSync(TARGET) || readFileSync(TARGET, 'utf8') !== text) {
  console.error(
    'The layout of the mails is out of date: run `node scripts/write-mail-layout.mjs` and commit the file.',
  );
  process.exitCode = 1;
}

async function generated() {
  // Strict: a mistake in the source ends the run. No fonts: none is ever fetched from elsewhere.
  const { html } = await mjml2html(readFileSync(SOURCE, 'utf8'), {
    validationLevel: 'strict',
    fonts: {},
    keepComments: false,
  });
  return (
    '// Compiled from libs/mail/layout/letter.mjml by scripts/write-mail-layout.mjs; do not edit.\n' +
    `export const layout =\n${withoutIndents(html)
      .map((line) => `  ${JSON.stringify(`${line}\n`)}`)
      .join(' +\n')};\n`
  );
}

/** Indents and blank lines are a third of what the compiler writes, and mean nothing to whoever reads a mail. */
function withoutIndents(html) {
  return html
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
