import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const NOT_OURS = new Set(['node_modules', 'dist', 'coverage', '.git', '.vuosikello', 'secrets']);

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (NOT_OURS.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

const files = filesUnder(ROOT).map((file) => ({ name: relative(ROOT, file), text: readFileSync(file, 'utf8') }));
const namesWith = (pattern: RegExp): string[] => files.filter(({ text }) => pattern.test(text)).map(({ name }) => name);

describe('repository', () => {
  test('each library is what its one index.ts says', () => {
    const libraries = readdirSync(join(ROOT, 'libs'));
    const indexes = files.filter(({ name }) => /^libs\/.*\/index\.ts$/.test(name)).map(({ name }) => name);
    expect(indexes.sort()).toEqual(libraries.map((library) => `libs/${library}/src/index.ts`).sort());
  });

  test('no file names a folder of the machine it was written on', () => {
    expect(namesWith(/(^|[\s"'`(=:])\/(work|root|home\/\w+|Users\/\w+)\/[\w.]/m)).toEqual([]);
  });

  test('no file names the host of a package registry', () => {
    expect(namesWith(/\bregistry\.[a-z0-9-]+\.(org|com|io|net|dev)\b/)).toEqual([]);
  });

  test('names say what a file is for', () => {
    const vague = /(^|\/)(utils?|common|helpers?|managers?)(\.|\/|$)/;
    const ours = files.filter(({ name }) => /^(apps|libs|test|scripts|bench)\//.test(name));
    expect(ours.filter(({ name }) => vague.test(name)).map(({ name }) => name)).toEqual([]);
    const kebab = /^([a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*|README\.md|Dockerfile)$/;
    expect(ours.filter(({ name }) => !kebab.test(name.split('/').at(-1) ?? '')).map(({ name }) => name)).toEqual([]);
  });

  test('no test is left out or singled out', () => {
    const specs = files.filter(({ name }) => name.endsWith('.spec.ts'));
    const singled = specs.filter(({ text }) =>
      /^\s*(?:x?(describe|it|test)\.(only|todo)|xit|xdescribe|fit|fdescribe)\(/m.test(text),
    );
    expect(singled.map(({ name }) => name)).toEqual([]);
  });

  test('the launcher of the command line is committed as it runs', () => {
    const manifest = JSON.parse(readFileSync(join(ROOT, 'apps/cli/package.json'), 'utf8')) as {
      bin: { vuosikello: string };
    };
    const launcher = join(ROOT, 'apps/cli', manifest.bin.vuosikello);
    expect(existsSync(launcher)).toBe(true);
    expect(readFileSync(launcher, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });
});
