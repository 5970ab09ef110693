import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { editorSchemas } from './editor-schemas';

/**
 * Writes the JSON Schemas for editors into a folder; with --check only compares, and ends with 1 where one is out of date.
 *
 *   node dist/apps/cli/src/schemas/write-schemas.js docs/schemas [--check]
 */
const [folder, option] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write('Name the folder: write-schemas docs/schemas [--check]\n');
  process.exit(2);
}
for (const [name, schema] of Object.entries(editorSchemas())) {
  const file = join(folder, name);
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (option !== '--check') {
    writeFileSync(file, text);
  } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) {
    process.stderr.write(`${file} is out of date: run the same command without --check and commit the file.\n`);
    process.exitCode = 1;
  }
}
