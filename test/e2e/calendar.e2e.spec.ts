import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command, startCommand, type Running } from './command-line';
import { until } from './until';

describe('vuosikello calendar: a calendar from the command line', () => {
  let home: string;
  let settings: Record<string, string>;
  let running: Running;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'vuosikello-calendar-'));
    settings = { VUOSIKELLO_HOME: home, MAIL_MODE: 'inbox', PORT: '0' };
    running = startCommand(['start'], settings);
    await until('Vuosikello runs', () => running.said.stdout.includes('Ctrl-C stops') || undefined);
    await command(['import', 'organisations', 'data/paijat-hame-organisations.yaml'], settings);
    await command(['plan', 'activate', 'data/paijat-hame-2026.yaml'], settings);
  });
  afterAll(async () => {
    running.process.kill('SIGTERM');
    await running.ended;
    rmSync(home, { recursive: true, force: true });
  });

  it('is made, can be read where its address says, is listed without it and taken out of use', async () => {
    const made = await command(['calendar', 'create', '--county', '09', '--label', 'Johtoryhmä'], settings);
    expect(made.code).toBe(0);
    const url = made.stdout.trim();
    const id = /Its id is (\S+):/.exec(made.stderr)?.[1] ?? '';
    const feed = await fetch(url);
    expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(await feed.text()).toContain('UID:09.hyte-negotiation-2026/due/planning@09.vuosikello');

    const { stdout } = await command(['calendar', 'list'], settings);
    expect(stdout).toContain(`${id}  county  made `);
    expect(stdout).toContain('Johtoryhmä');
    expect(stdout).not.toContain(url.slice(-43));

    expect(await command(['calendar', 'revoke', id], settings)).toMatchObject({ code: 0 });
    expect((await fetch(url)).status).toBe(404);
    expect(await command(['calendar', 'revoke', id], settings)).toMatchObject({ code: 1 });
    expect((await command(['calendar', 'list'], settings)).stdout).toBe('No calendar is in use.\n');
  });

  it('is for an organisation of the register, in the language asked for', async () => {
    const words = ['calendar', 'create', '--county', '09', '--language', 'sv', '--json', '--organisation'];
    const made = await command([...words, '081'], settings);
    const { url } = JSON.parse(made.stdout) as { url: string };
    expect(await (await fetch(url)).text()).toContain('NAME:Vuosikello: Gustav Adolfs kommun');
    const unknown = await command([...words, '999'], settings);
    expect(unknown).toMatchObject({ code: 1, stdout: '' });
    expect(unknown.stderr).toContain('The register of the county 09 has no organisation 999.');
    const other = await command(['calendar', 'create', '--county', '10'], settings);
    expect(other.stderr).toContain('There is no county 10 here (known: 09).');
  });
});
