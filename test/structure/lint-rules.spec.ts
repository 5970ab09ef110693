import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const BANNED = 'no-restricted-syntax';

const CLOCK: [string, string][] = [
  ['the current milliseconds', 'export const t = Date.now();'],
  ['the current date', 'export const t = new Date();'],
  ['the current date as text', 'export const t = Date();'],
  ['the current instant', "import { Temporal } from 'temporal-polyfill'; export const t = Temporal.Now.instant();"],
];
const RANDOMNESS: [string, string][] = [
  ['a random number', 'export const r = Math.random();'],
  ['random bytes', "import { randomBytes } from 'node:crypto'; export const r = randomBytes(8);"],
  ['random bytes of a namespace', "import * as crypto from 'node:crypto'; export const r = crypto.randomBytes(8);"],
  ['a random id', 'export const r = crypto.randomUUID();'],
];
const ENVIRONMENT: [string, string][] = [
  ['a setting', 'export const e = process.env.PORT;'],
  ['a setting by import', "import { env } from 'node:process'; export const e = env.PORT;"],
];
const HARMLESS: [string, string][] = [
  ['a date from data', "export const d = new Date('2026-01-01T00:00:00.000Z');"],
  ['a digest', "import { createHash } from 'node:crypto'; export const h = createHash('sha256');"],
  ['the process id', 'export const p = process.pid;'],
];

type Case = { name: string; file: string; code: string; banned: boolean };
const cases: Case[] = [
  ...at('libs/domain/src/plan/sample.ts', true, [...CLOCK, ...RANDOMNESS, ...ENVIRONMENT]),
  ...at('apps/engine/src/sample.ts', true, [...CLOCK, ...RANDOMNESS, ...ENVIRONMENT]),
  ...at('libs/domain/src/plan/sample.ts', false, HARMLESS),
  ...at('libs/store/src/clock/sample.ts', false, [...CLOCK, ...RANDOMNESS]),
  ...at('libs/store/src/clock/sample.ts', true, ENVIRONMENT),
  ...at('apps/engine/src/config/sample.ts', false, [...RANDOMNESS, ...ENVIRONMENT]),
  ...at('apps/engine/src/config/sample.ts', true, CLOCK),
  ...at('libs/embedded/src/sample.ts', false, RANDOMNESS),
  ...at('libs/embedded/src/sample.ts', true, [...CLOCK, ...ENVIRONMENT]),
  ...at('libs/domain/src/plan/sample.spec.ts', true, [...CLOCK, ...RANDOMNESS]),
  ...at('test/support/sample.ts', false, [...CLOCK, ...RANDOMNESS, ...ENVIRONMENT]),
];

function at(file: string, banned: boolean, snippets: [string, string][]): Case[] {
  return snippets.map(([name, code]) => ({ name, file, code, banned }));
}

/** The rules each piece of code breaks; one process for all, because loading the rules takes longer than applying them. */
function lint(input: { file: string; code: string }[]): string[][] {
  const run = spawnSync(process.execPath, [join(__dirname, 'lint-snippets.mjs')], {
    cwd: ROOT,
    input: JSON.stringify(input),
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as string[][];
}

describe('lint rules', () => {
  let broken: string[][];
  beforeAll(() => {
    broken = lint(cases);
  });

  test.each(cases.map((entry, index) => ({ ...entry, index, verdict: entry.banned ? 'may not' : 'may' })))(
    '$file $verdict ask for $name',
    ({ index, banned }) => {
      if (banned) expect(broken[index]).toContain(BANNED);
      else expect(broken[index]).not.toContain(BANNED);
    },
  );

  test('a comment cannot switch a rule off', () => {
    const [rules] = lint([
      { file: 'libs/domain/src/sample.ts', code: '// eslint-disable-next-line\nexport const t = Date.now();' },
    ]);
    expect(rules).toContain(BANNED);
  });

  test('a long file and a long function are pointed out', () => {
    const lines = Array.from({ length: 310 }, (_, index) => `  steps.push(${String(index)});`).join('\n');
    const code = `export function long(steps: number[]): void {\n${lines}\n}\n`;
    const [rules] = lint([{ file: 'libs/domain/src/sample.ts', code }]);
    expect(rules).toEqual(expect.arrayContaining(['max-lines', 'max-lines-per-function']));
  });
});
