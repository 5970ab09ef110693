import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command-line';

const PLAN = 'data/paijat-hame-2026.yaml';

describe('what the command line refuses, and how it says so', () => {
  let home: string;
  beforeEach(() => (home = mkdtempSync(join(tmpdir(), 'vuosikello-refusals-'))));
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  function file(name: string, text: string): string {
    const path = join(home, name);
    writeFileSync(path, text);
    return path;
  }

  it.each([
    [['deadlines'], "unknown command 'deadlines'"],
    [['deadline', '2026-04-03', 'P14D', '--backwards'], "unknown option '--backwards'"],
    [['deadline', '2026-04-03'], "missing required argument 'period'"],
    [['deadline', '2026-02-30', 'P14D'], 'Not a calendar date'],
    [['deadline', '2026-04-03', 'PT3H'], 'Not a period'],
    [['deadline', '2026-04-03', 'P14D', '--policy', 'bold'], 'Allowed choices are safe, literal'],
    [['keys', 'create', '--role', 'boss', '--county', '09'], 'Allowed choices are admin'],
    [['keys', 'create', '--role', 'admin', '--county', 'nine'], 'A county is two digits'],
    [['keys', 'create', '--role', 'admin', '--county', '09', '--expires', '2026-13-01'], 'Write a day that exists'],
    [['keys', 'create', '--role', 'auditor', '--county', '09', '--permissions', 'all'], 'No such permission: all'],
    [['calendar', 'create'], "required option '--county <code>' not specified"],
    [['calendar', 'create', '--county', '09', '--organisation', '016', '--person', 'x'], 'cannot be used with'],
    [['calendar', 'create', '--county', '09', '--language', 'de'], 'Allowed choices are fi, sv, en'],
    [['demo', '--until', '31.12.2026'], 'Write a day that exists'],
    [['demo', '--until', '2025-12-31'], '2025-12-31 is before that'],
    [['plan', 'check', 'no-such-plan.yaml'], 'There is no file no-such-plan.yaml'],
  ])('wrong usage ends with 2: %j', async (words, message) => {
    const { code, stdout, stderr } = await command(words, { VUOSIKELLO_HOME: home });
    expect(stderr).toContain(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(readdirSync(home)).toEqual([]);
  });

  it('a plan with a day that does not exist is told of it, and nothing but JSON is on stdout', async () => {
    const text = `county: '09'\nyear: 2026\ntitle: Koe\nentries:\n  - id: a\n    workflow: event\n    dates: { event: { on: 2026-02-30, basis: agreed } }\n`;
    const { code, stdout } = await command(['plan', 'check', file('plan.yaml', text), '--json']);
    const { findings } = JSON.parse(stdout);
    expect(findings).toEqual([
      expect.objectContaining({ code: 'invalid-date', severity: 'error', entry: 'a', date: '2026-02-30' }),
      expect.objectContaining({ code: 'duty-missing', severity: 'warning', entry: null, date: null }),
      expect.objectContaining({ code: 'duty-missing', severity: 'warning', entry: null, date: null }),
    ]);
    expect(Object.keys(findings[0].message).sort()).toEqual(['en', 'fi', 'sv']);
    expect(code).toBe(1);
  });

  it('a file that is no YAML at all is a finding too, with its line', async () => {
    const { code, stdout } = await command(['plan', 'check', file('plan.yaml', 'county: "09\nyear: [\n'), '--json']);
    expect(JSON.parse(stdout).findings).toEqual([expect.objectContaining({ code: 'invalid-plan', severity: 'error' })]);
    expect(code).toBe(1);
  });

  it('a deadline is explained in JSON exactly as promised', async () => {
    const { code, stdout } = await command(['deadline', '2026-04-02', 'P1D', '--json']);
    const answer = JSON.parse(stdout);
    expect(Object.keys(answer)).toEqual(['start', 'period', 'raw', 'deadline', 'policy', 'basis', 'steps']);
    expect(answer).toMatchObject({
      start: '2026-04-02',
      period: 'P1D',
      raw: '2026-04-03',
      deadline: '2026-04-07',
      policy: 'safe',
      basis: 'statutory',
    });
    expect(answer.steps[0]).toEqual({
      section: '2 §',
      date: '2026-04-03',
      because: expect.objectContaining({ fi: expect.any(String) }),
    });
    expect(code).toBe(0);
  });

  it('an agreed date on a blocked day stays where it is and is a finding', async () => {
    const { code, stdout } = await command(['deadline', '2026-04-02', 'P1D', '--basis', 'agreed', '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      deadline: '2026-04-03',
      finding: { code: 'blocked-day', proposal: '2026-04-07' },
    });
    expect(code).toBe(1);
  });

  it('what the environment lacks ends with 3 and says what to do', async () => {
    const settings = { VUOSIKELLO_HOME: home };
    const withoutMail = await command(['start'], settings);
    expect(withoutMail.code).toBe(3);
    expect(withoutMail.stderr).toContain('Set SMTP_URL to your mail relay, or MAIL_MODE=inbox');
    const wrongPort = await command(['start'], { ...settings, MAIL_MODE: 'inbox', PORT: '70000' });
    expect(wrongPort.code).toBe(3);
    expect(wrongPort.stderr).toContain('PORT must be a port number between 0 and 65535');
    const away = await command(['log', 'replay'], { DATABASE_URL: 'postgresql://app:secret@127.0.0.1:1/vuosikello' });
    expect(away.code).toBe(3);
    expect(away.stderr).toContain('The database does not answer');
    expect(away.stderr).not.toContain('secret');
    expect(away.stdout).toBe('');
  });

  it('a taken port ends with 3 before anything is started', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    try {
      const { code, stderr } = await command(['start'], {
        VUOSIKELLO_HOME: home,
        MAIL_MODE: 'inbox',
        PORT: String(port),
      });
      expect(stderr).toContain(`Port ${port} of 127.0.0.1 is taken.`);
      expect(code).toBe(3);
      expect(readdirSync(home)).toEqual([]);
    } finally {
      server.close();
    }
  });

  it.each([
    ['log', 'replay'],
    ['plan', 'activate', PLAN],
    ['keys', 'create', '--role', 'auditor', '--county', '09'],
  ])('a folder without an installation is not taken for an empty one: %s %s', async (...words) => {
    const { code, stderr } = await command(words, { VUOSIKELLO_HOME: home });
    expect(stderr).toContain(`There is no installation in ${home}.`);
    expect(code).toBe(3);
    expect(readdirSync(home)).toEqual([]);
  });

  it('what is not there yet is refused with 1 and leaves nothing behind', async () => {
    const settings = { VUOSIKELLO_HOME: home };
    expect(await command(['migrate'], settings)).toMatchObject({ code: 0 });
    const noRegister = await command(['plan', 'activate', PLAN], settings);
    expect(noRegister.code).toBe(1);
    expect(noRegister.stderr).toContain('vuosikello import organisations FILE');
    const noCounty = await command(['keys', 'create', '--role', 'admin', '--county', '99'], settings);
    expect(noCounty.code).toBe(1);
    expect(noCounty.stderr).toContain('There is no county 99 here');
    const noKey = await command(['keys', 'revoke', '09-00000000'], settings);
    expect(noKey.code).toBe(1);
    const broken = await command(['import', 'organisations', file('register.yaml', 'county: { code: 9 }\n')], settings);
    expect(broken.code).toBe(1);
    expect(broken.stderr).toContain('invalid-register');
    const replay = await command(['log', 'replay'], settings);
    expect(JSON.parse(replay.stdout)).toEqual({ streams: 0, differences: [] });
    expect(replay.code).toBe(0);
  });

  it('a plan goes live once, however often it is activated; the key is printed once and can be revoked', async () => {
    const settings = { VUOSIKELLO_HOME: home };
    expect(await command(['import', 'organisations', 'data/paijat-hame-organisations.yaml'], settings)).toMatchObject({
      code: 0,
    });
    const first = await command(['plan', 'activate', PLAN], settings);
    expect(first.stdout).toContain('started          09.hyte-negotiation-2026');
    expect(first.stdout).toContain('started          09.wellbeing-report-2025');
    const second = await command(['plan', 'activate', PLAN], settings);
    expect(second.stdout).toContain('already running  09.hyte-negotiation-2026');
    expect(second.stdout).not.toContain('started ');
    expect([first.code, second.code]).toEqual([0, 0]);

    const made = await command(['keys', 'create', '--role', 'auditor', '--county', '09', '--json'], settings);
    const { id, key } = JSON.parse(made.stdout);
    expect(key).toMatch(/^vk_/);
    expect(await command(['keys', 'revoke', id], settings)).toMatchObject({ code: 0 });
    expect(await command(['keys', 'revoke', id], settings)).toMatchObject({ code: 1 });
  });
});
