import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const states = ['done', 'n/a', 'county', 'open'];

/** The rows of the tables that say how a requirement stands, of one part of the page. */
function rowsOf(part: string): { number: string; state: string; where: string }[] {
  const [, text = ''] = page.split(`\n## ${part}\n`);
  const rows = (text.split('\n## ')[0] ?? '').split('\n').filter((line) => /^\| [A-Z\d]/.test(line));
  return rows.map((row) => {
    const [, number = '', , state = '', where = ''] = row.split(/(?<!\\)\|/).map((cell) => cell.trim());
    return { number, state, where };
  });
}

const asvs = rowsOf('OWASP ASVS 5.0.0, levels 1 and 2');
const julkri = rowsOf('Julkri');
const pathsIn = (text: string) =>
  [...text.matchAll(/`((?:apps|libs|test|docs|scripts|deploy|verifier|supply-chain)\/[\w./-]+)`/g)].map(
    ([, path = '']) => path,
  );

describe('docs/security.md', () => {
  it('names only files and pages that are there', () => {
    const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, link = '']) => join('docs', link));
    const named = [...pathsIn(page), ...links];
    expect(named.length).toBeGreaterThan(200);
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('has the 253 requirements of levels 1 and 2, each once, in their order', () => {
    const numbers = asvs.map(({ number }) => number);
    expect(numbers.filter((number) => !/^\d{1,2}\.\d\.\d{1,2}$/.test(number))).toEqual([]);
    expect(new Set(numbers).size).toBe(253);
    const sorted = numbers.toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }));
    expect(numbers).toEqual(sorted);
  });

  it('says of each how it stands, and of what is done where that can be seen', () => {
    const all = [...asvs, ...julkri];
    expect(all.filter(({ state, where }) => !states.includes(state) || where === '')).toEqual([]);
    const seen = (where: string) =>
      pathsIn(where).length > 0 || /`(Dockerfile|docker-compose\.yml|tsconfig\.json)`/.test(where);
    expect(all.filter(({ state, where }) => state === 'done' && !seen(where))).toEqual([]);
  });

  it.each([
    ['ASVS', asvs, `; ${asvs.length} in all`],
    ['Julkri', julkri, ''],
  ])('counts them rightly: %s', (_, rows, total) => {
    const counts = states.map((state) => `${rows.filter((row) => row.state === state).length} ${state}`);
    expect(page).toContain(`${counts.join(', ')}${total}.`);
  });
});

describe('the code', () => {
  const sources = ['apps', 'libs', 'verifier'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|mjs|js|cjs)$/.test(name) && !/node_modules|\.spec\.ts$/.test(name))
      .map((name) => ({ name: join(folder, name), text: readFileSync(join(ROOT, folder, name), 'utf8') })),
  );

  it('runs no text', () => {
    const runs = /\beval\(|\bnew Function\(|['"](?:node:)?vm['"]/;
    expect(sources.length).toBeGreaterThan(500);
    expect(sources.filter(({ text }) => runs.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('hashes with SHA-256', () => {
    const others = sources.filter(({ text }) =>
      [...text.matchAll(/\b(?:createHash|createHmac)\('([^']+)'/g)].some(([, algorithm]) => algorithm !== 'sha256'),
    );
    expect(others.map(({ name }) => name)).toEqual([]);
  });
});
