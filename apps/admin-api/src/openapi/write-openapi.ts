import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { controllers } from '../app.module';
import { openApiDocument } from './document';

/**
 * Writes the OpenAPI document to a file; with --check only compares, and ends with 1 where the file is out of date.
 *
 *   node dist/apps/admin-api/src/openapi/write-openapi.js docs/openapi.json [--check]
 */
const [file, option] = process.argv.slice(2);
if (file === undefined) {
  process.stderr.write('Name the file: write-openapi docs/openapi.json [--check]\n');
  process.exit(2);
}
const document = `${JSON.stringify(openApiDocument(controllers), null, 2)}\n`;
if (option === '--check') {
  if (readFileSync(resolve(file), 'utf8') !== document) {
    process.stderr.write(`${file} is out of date: run the same command without --check and commit the file.\n`);
    process.exitCode = 1;
  }
} else {
  writeFileSync(resolve(file), document);
}
