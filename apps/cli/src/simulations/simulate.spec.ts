import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Simulation } from '@app/workflows';
import { createProgram } from '../program';
import { run } from '../run';

const data = join(__dirname, '../../../../data');
const organisations = join(data, 'paijat-hame-organisations.yaml');
const meeting = (on: string) => `county: '09'
year: 2026
title: Kokous
entries:
  - id: kokous
    workflow: interface-board-meeting
    topics: [varautuminen-ja-turvallisuus]
    dates: { meeting: { on: ${on}, place: Asikkala, basis: decided } }
`;

const environment = { ...process.env };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vuosikello-simulate-'));
  // Whatever would ask for a database, a queue or a mail server ends here.
  Object.assign(process.env, { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none', LC_ALL: 'fi_FI.UTF-8' });
});
afterEach(() => {
  process.env = { ...environment };
  rmSync(folder, { recursive: true, force: true });
});

function file(text: string): string {
  const path = join(folder, 'suunnitelma.yaml');
  writeFileSync(path, text);
  return path;
}

/** What the command writes, and how it ends. */
async function simulate(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const [out, err]: [string[], string[]] = [[], []];
  const written = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => out.push(String(chunk)) > 0);
  const said = jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => err.push(String(chunk)) > 0);
  try {
    return { code: await run(['simulate', ...words]), out: out.join(''), err: err.join('') };
  } finally {
    written.mockRestore();
    said.mockRestore();
  }
}

it('tells the year month by month, who gets how much, and what collides, and writes the mails with an index', async () => {
  const plan = file(meeting('2026-02-18'));
  const mails = join(folder, 'viestit');
  const { code, out, err } = await simulate(
    plan,
    '--organisations',
    organisations,
    '--answers',
    'late',
    '--mails',
    mails,
  );
  expect(code).toBe(0);
  expect(out.replaceAll(folder, '')).toMatchSnapshot();
  expect(err).toContain('index.html');

  const json = await simulate(plan, '--organisations', organisations, '--answers', 'late', '--json');
  const told = JSON.parse(json.out) as Simulation;
  expect([told.county, told.year, told.answers]).toEqual(['09', 2026, 'late']);
  const written = readdirSync(mails).sort();
  expect(written).toHaveLength(2 * told.mails.length + 1);
  const texts = written.filter((name) => name.endsWith('.txt')).map((name) => readFileSync(join(mails, name), 'utf8'));
  expect(texts.map((text) => text.split('\n')[0])).toEqual(told.mails.map(({ subject }) => subject));
  const index = readFileSync(join(mails, 'index.html'), 'utf8');
  for (const name of written.filter((one) => one.endsWith('.html') && one !== 'index.html'))
    expect(index).toContain(`href="${name}"`);
  expect(index.match(/<tr>/g)).toHaveLength(told.mails.length + 1);

  const again = await simulate(plan, '--mails', mails);
  expect(again).toMatchObject({ code: 2, out: '' });
  expect(again.err).toContain('is not empty');
});

it('refuses what cannot be simulated, leaves nothing behind, and says what to do', async () => {
  const mails = join(folder, 'viestit');
  const wrong = await simulate(file(meeting('2026-05-14')), '--mails', mails);
  expect(wrong).toMatchObject({ code: 1, out: '' });
  expect(wrong.err).toContain('blocked-day');
  expect(readdirSync(folder)).toEqual(['suunnitelma.yaml']);
  const elsewhere = await simulate(file(meeting('2026-02-18').replace("'09'", "'07'")));
  expect(elsewhere).toMatchObject({ code: 1, out: '' });
  expect(elsewhere.err).toContain('--organisations FILE');
  expect(await simulate(join(folder, 'none.yaml'))).toMatchObject({ code: 2, out: '' });
  const wanted = createProgram().commands.find((command) => command.name() === 'simulate');
  expect(wanted?.helpInformation()).toMatch(/"on-time",\s+"late", "never"|"on-time", "late",\s+"never"/);
});
