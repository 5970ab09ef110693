import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from './command-line';

const plan = 'data/paijat-hame-2026.yaml';
const id = '09.hyte-negotiation-2026';

/** `plan activate` on a plan in force: shown first, done with a reason, and the same again is nothing. */
describe('changing a plan in force from the command line', () => {
  let home: string;
  let settings: Record<string, string>;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'vuosikello-change-'));
    settings = { VUOSIKELLO_HOME: join(home, 'home') };
    await command(['import', 'organisations', 'data/paijat-hame-organisations.yaml'], settings);
    expect((await command(['plan', 'activate', plan], settings)).code).toBe(0);
  });
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  /** The plan with another last day, far enough ahead on whatever day this test runs. */
  function changed(): string {
    const text = readFileSync(plan, 'utf8').replace(
      'closed:           { on: 2027-01-29, weekday: pe,',
      'closed:           { on: 2047-01-29, weekday: ti,',
    );
    const file = join(home, 'changed.yaml');
    writeFileSync(file, text);
    return file;
  }

  it('shows what would change and changes nothing without a reason', async () => {
    const { code, stdout, stderr } = await command(['plan', 'activate', changed()], settings);
    expect(code).toBe(1);
    expect(stdout).toContain('Changes to the plan in force, revision 1:');
    expect(stdout).toMatch(/closed: Fri\s29\sJanuary\s2027 → Tue\s29\sJanuary\s2047/);
    expect(stderr).toContain('--reason "why"');
    const dryRun = await command(['plan', 'activate', changed(), '--dry-run', '--json'], settings);
    expect(dryRun.code).toBe(0);
    expect(JSON.parse(dryRun.stdout)).toMatchObject({
      outcome: 'previewed',
      revision: 1,
      preview: { revision: 1, changes: [{ workflow: id, dates: [{ name: 'closed', stays: false }] }] },
    });
  });

  it('speaks the language of whoever reads', async () => {
    const { stdout } = await command(['plan', 'activate', changed(), '--dry-run'], {
      ...settings,
      LC_ALL: 'fi_FI.UTF-8',
    });
    expect(stdout).toContain('Muutokset voimassa olevaan suunnitelmaan, versio 1:');
  });

  it('changes it with a reason, once', async () => {
    const empty = await command(['plan', 'activate', changed(), '--reason', ' '], settings);
    expect([empty.code, empty.stderr]).toEqual([2, expect.stringContaining('The reason is empty')]);
    const first = await command(['plan', 'activate', changed(), '--reason', 'Sali oli varattu.'], settings);
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('(revision 2):');
    expect(first.stdout).toContain(`changed          ${id}`);
    const again = await command(['plan', 'activate', changed(), '--json'], settings);
    expect([again.code, JSON.parse(again.stdout)]).toMatchObject([0, { outcome: 'unchanged', revision: 2 }]);
    const replay = await command(['log', 'replay'], settings);
    expect(JSON.parse(replay.stdout)).toEqual({ streams: 16, differences: [] });
  });

  it('refuses to leave out what runs, and says what to do', async () => {
    const text = readFileSync(changed(), 'utf8').replace('id: hyte-negotiation-2026', 'id: hyte-negotiation-other');
    const file = join(home, 'other.yaml');
    writeFileSync(file, text);
    const { code, stderr } = await command(['plan', 'activate', file, '--reason', 'Kokeilu.'], settings);
    expect(code).toBe(1);
    expect(stderr).toContain('entry-running');
    expect(stderr).toContain('Cancel its workflow first');
  });
});
