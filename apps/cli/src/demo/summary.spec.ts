import { civilDate, instant } from '@app/domain';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import type { DrivenYear } from './run-demo';
import { servingLines, summaryLines } from './summary';
import type { WorkflowRow } from './workflow-row';

function row(id: string, organisations: string[], more: Partial<WorkflowRow> = {}): WorkflowRow {
  return {
    id,
    definition: 'hyte-negotiation',
    version: 1,
    outcome: 'open',
    startedOn: civilDate('2026-01-02'),
    endedOn: null,
    waitsFor: [{ part: 'parties', organisations }],
    because: 'Awaiting the answers. Reply date: 17 August 2026',
    ...more,
  };
}

function summary(workflows: WorkflowRow[], asked: DrivenYear['asked'] = [], notDriven: string[] = []): string[] {
  const report = {
    workflows,
    requests: { sent: 2, answered: 1, late: 1, missed: 1 },
    mails: { owed: 3, accepted: 3, rejected: 0, unknown: 0, suppressed: 0, digests: 1 },
    duties: [],
    events: { count: 9, size: 9, root: 'ab12' },
    log: { verified: true, checkpoints: 2 },
    replay: { streams: 2, differences: 0 },
    notDriven,
    simulatedDays: 40,
    wallSeconds: 3,
  };
  const year = { report, asked, from: civilDate('2026-01-02'), to: civilDate('2026-02-10') };
  return summaryLines(year as unknown as DrivenYear, examplePlan(), exampleRegister());
}

it('says where the clock of what still runs stands, not where the year ended', () => {
  const stage = {
    home: { folder: '/home', inbox: '/home/inbox' },
    machine: { apiUrl: 'http://127.0.0.1:3000' },
    now: () => instant('2026-07-16T05:00:00Z'),
  };
  const year = { stage, readerKey: 'vk_x', to: civilDate('2026-07-15') } as unknown as DrivenYear;
  expect(servingLines(year, examplePlan()).join('\n')).toContain('its clock stands at 08:00 on 2026-07-16:');
});

describe('the summary of a driven year', () => {
  it('says of each open workflow whom it waits for and why, and counts what it has started', () => {
    const lines = summary([
      row('09.a', ['081', '09']),
      row('09.a.answer-081', ['081']),
      row('09.ab', [], { because: 'Awaiting the municipal boards.' }),
      row('09.c', ['016', '081', '098', '111', '142']),
      row('09.d', [], { outcome: 'closed', waitsFor: null, because: null }),
    ]);
    expect(lines).toContain('  workflows   1 of 5 closed');
    expect(lines).toContain(
      '  mails       3 of 3 accepted; 0 rejected, 0 unknown, 0 suppressed; 1 mail carried several',
    );
    expect(lines.slice(lines.indexOf('Still open:'))).toEqual([
      'Still open:',
      '  09.a waits for Hartola, Päijät-Hämeen hyvinvointialue: Awaiting the answers. Reply date: 17 August 2026',
      '  09.ab: Awaiting the municipal boards.',
      '  09.c waits for 5 organisations: Awaiting the answers. Reply date: 17 August 2026',
      '  and 1 request or handling of theirs',
    ]);
  });

  it('says who was late or never answered, and whom', () => {
    const asked = [{ workflow: '09.a', matter: 'HYTE negotiation 2026', sent: 2, answered: 1, late: 1, missed: 1 }].map(
      (counts) => ({ ...counts, lateFrom: ['781'], missingFrom: ['081'] }),
    );
    const lines = summary([], asked);
    expect(lines).toContain('  answers     1 of 2; 1 late, 1 missing');
    expect(lines).toContain('      1 of 2  HYTE negotiation 2026; late: Sysmä; missing: Hartola');
    expect(lines).not.toContain('Still open:');
  });

  it('names what nothing drives, by its title where the plan gives one', () => {
    const lines = summary([], [], ['partnership-forum-2026', 'term-account-2025-2029']);
    expect(lines.slice(lines.indexOf('Not yet driven by this version:') + 1)).toEqual([
      '  partnership-forum-2026 (Kumppanuusfoorumi)',
      '  term-account-2025-2029 (term-account)',
    ]);
  });
});
