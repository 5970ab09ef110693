import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { keptCode } from '../support/kept-code';
import { root } from './command-line';

/** What somebody has who develops the product: its sources in a folder of their own, with the same packages installed. */

const sources = ['apps', 'bench', 'libs', 'scripts', 'test', 'jest.config.js', 'nest-cli.json', 'package-lock.json'];
const settings = ['package.json', 'tsconfig.json', 'tsconfig.build.json'];
const notCopied = new Set(['node_modules', 'dist']);

/** Where the fixtures of workflows lie, and how their imports read where a workflow belongs. */
const fixtures = join(root, 'libs', 'workflows', 'test');
const workflows = join('libs', 'workflows', 'src');
const registry = join(workflows, 'registry.ts');

export class SoftwareCopy {
  private constructor(readonly folder: string) {}

  /** A copy of the sources as they lie here. Remove it in `afterAll`. */
  static make(name: string): SoftwareCopy {
    const folder = mkdtempSync(join(tmpdir(), `vuosikello-${name}-`));
    for (const part of [...sources, ...settings])
      cpSync(join(root, part), join(folder, part), {
        recursive: true,
        filter: (path) => !notCopied.has(basename(path)),
      });
    symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
    return new SoftwareCopy(folder);
  }

  /** Adds a workflow's folder as it lies among the fixtures; without the files that are left out. */
  addWorkflow(name: string, { without = [] }: { without?: readonly string[] } = {}): void {
    cpSync(join(fixtures, name), join(this.folder, workflows, name), {
      recursive: true,
      filter: (path) => !without.includes(basename(path)),
    });
    for (const file of readdirSync(join(this.folder, workflows, name)))
      this.rewrite(join(workflows, name, file), (text) => text.replaceAll(`'../../src/`, `'../`));
  }

  /** Two lines in the registry: where the definition comes from, and that there is one. */
  register(definition: string, from: string): void {
    this.rewrite(registry, (text) =>
      text
        .replace(/^(?=import .* from '\.\/kernel\/)/m, `import { ${definition} } from '${from}';\n`)
        .replace(/(const definitions: readonly AnyDefinition\[\] = \[[^\]]*)\]/, `$1  ${definition},\n]`),
    );
  }

  /** The files that are not as they are here, new ones among them. */
  changes(): string[] {
    return filesUnder(this.folder)
      .map((file) => relative(this.folder, file))
      .filter((file) => textOf(join(this.folder, file)) !== textOf(join(root, file)))
      .sort();
  }

  /** Builds it. @throws Error with what the compiler said */
  async build(): Promise<void> {
    const built = await this.run(['scripts/build.cjs']);
    if (built.code !== 0) throw new Error(built.said);
  }

  /** Runs one of its own programs, from its folder. */
  async run(words: readonly string[], environment: Record<string, string> = {}) {
    const { PATH, HOME, TMPDIR } = process.env;
    const child = spawn(process.execPath, words, {
      cwd: this.folder,
      env: { PATH, HOME, TMPDIR, LANG: 'en_GB.UTF-8', ...keptCode, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, said] = ['', ''];
    child.stdout.on('data', (data: Buffer) => {
      stdout += data.toString();
      said += data.toString();
    });
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    await once(child, 'close');
    return { code: child.exitCode, stdout, said };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private rewrite(file: string, change: (text: string) => string): void {
    const path = join(this.folder, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (notCopied.has(entry.name)) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesUnder(path) : [path];
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
