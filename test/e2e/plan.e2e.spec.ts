import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { command, root } from './command-line';

const PLAN = 'data/paijat-hame-2026.yaml';
const ORGANISATIONS = 'data/paijat-hame-organisations.yaml';

const ANCHORS = `county: '09'
year: 2026
title: Ankkurit
entries:
  - { id: hyte, workflow: hyte-negotiation, dates: {} }
  - id: report
    workflow: wellbeing-report
    dates:
      countyCouncil: { on: 2026-10-12, basis: decided }
      thanks: { rule: { workingDays: 2, from: countyCouncil }, place: Lahti, basis: agreed }
`;

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'vuosikello-plan-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const codes = (stdout: string) => JSON.parse(stdout).findings.map(({ code }: { code: string }) => code);

describe('plan check', () => {
  it('finds in the plan of 2025 what its authors got wrong', async () => {
    const { code, stdout, stderr } = await command(['plan', 'check', 'data/paijat-hame-2025.yaml', '--json']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(codes(stdout).sort()).toEqual([
      ...['blocked-day', 'duplicate-occurrence', 'duty-missing', 'duty-missing', 'outside-year', 'weekday-mismatch'],
    ]);
  });

  it('finds in the plan of 2026 the boards on one day, and with the organisations who is double-booked', async () => {
    const alone = await command(['plan', 'check', PLAN, '--json']);
    expect([alone.code, codes(alone.stdout)]).toEqual([1, ['collision']]);
    const { code, stdout } = await command(['plan', 'check', PLAN, '--organisations', ORGANISATIONS]);
    expect(code).toBe(1);
    expect(stdout).toContain('In two places at once: Aino Esimerkki, HYTE director.');
    expect(stdout).toContain('Padasjoki: the register has nobody in the role wellbeing director');
    expect(stdout).toContain('8 findings in data/paijat-hame-2026.yaml');
  });

  it('tells what is wrong with the organisations file, too', async () => {
    const wrong = readFileSync(join(root, ORGANISATIONS), 'utf8').replace('answers: 016-', 'answers: nobody-');
    const organisations = file('organisations.yaml', wrong.replace("answers: '016-", "answers: 'nobody-"));
    const { code, stdout } = await command(['plan', 'check', PLAN, '--organisations', organisations, '--json']);
    expect([code, codes(stdout)]).toEqual([1, ['unknown-body', 'collision']]);
    const missing = await command(['plan', 'check', PLAN, '--organisations', join(folder, 'none.yaml'), '--json']);
    expect(missing).toMatchObject({ code: 2, stdout: '' });
  });
});

describe('plan complete', () => {
  it('prints a plan file with a reason beside every derived date, which the check then has nothing against', async () => {
    const words = ['plan', 'complete', file('anchors.yaml', ANCHORS), '--organisations', ORGANISATIONS];
    const { code, stdout, stderr } = await command(words, { LANG: 'fi_FI.UTF-8' });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'assignmentDue: { on: 2026-08-17, weekday: ma, basis: requested } # assignmentDue: 10 päivää ennen neuvottelua (to 27.8.2026)\n',
    );
    expect(stdout).toContain('countyCouncil: { on: 2026-10-12, weekday: ma, basis: decided }\n');
    expect(stdout).toContain(
      'thanks: { on: 2026-10-14, weekday: ke, place: Lahti, basis: agreed } # thanks: 2 arkipäivää aluevaltuuston kokouksen',
    );
    const [hyte] = (parse(stdout) as { entries: { dates: object }[] }).entries;
    expect(Object.keys(hyte?.dates ?? {})).toHaveLength(13);
    const again = await command(['plan', 'check', file('completed.yaml', stdout), '--json']);
    expect(codes(again.stdout)).toEqual([]);
    expect(again.code).toBe(0);
  });

  it('prints JSON with the derived dates apart, and says what needs the organisations', async () => {
    const { code, stdout, stderr } = await command(['plan', 'complete', file('anchors.yaml', ANCHORS), '--json']);
    expect(code).toBe(0);
    expect(stderr).toContain('need --organisations FILE');
    const { plan, derived, findings } = JSON.parse(stdout);
    expect(plan.entries[0].dates.negotiation).toEqual({ on: '2026-08-27', basis: 'agreed' });
    expect(plan.entries[0].dates).not.toHaveProperty('hyteBoard');
    expect(derived).toContainEqual({
      entry: 'hyte',
      name: 'negotiation',
      on: '2026-08-27',
      because: {
        fi: 'negotiation: elokuun viimeinen torstai 2026',
        sv: 'negotiation: den sista torsdagen i augusti 2026',
        en: 'negotiation: the last Thursday of August 2026',
      },
    });
    expect(findings).toEqual([]);
  });

  it('ends with 1 where a date cannot be derived or the file is no plan, and says which', async () => {
    const late = ANCHORS.replace('dates: {}', 'dates: { negotiation: { on: 2026-12-10, basis: agreed } }');
    const words = ['plan', 'complete', file('late.yaml', late), '--organisations', ORGANISATIONS];
    const unplaced = await command(words);
    expect(unplaced.code).toBe(1);
    expect(unplaced.stderr).toContain('order-infeasible (hyte): hyteBoard: there is no meeting that would do');
    const broken = await command(['plan', 'complete', file('broken.yaml', ANCHORS.replace('10-12', '02-30'))]);
    expect(broken).toMatchObject({ code: 1, stdout: '' });
    expect(broken.stderr).toContain('there is no day “2026-02-30”');
  });
});
