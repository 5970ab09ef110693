import { folded, given } from '../../../../test/support/given';
import { boardHandling } from './board-handling.workflow';

describe('a municipality’s own order', () => {
  const municipalBody = (id: string, name: string, meetings: string[]) => ({
    id,
    name: { fi: name, sv: name },
    meetings,
    materialsDaysBefore: 7,
    extractDaysAfter: 4,
    presenter: null,
    plannedOn: null,
    caseNumberPattern: '{n}/{class}/{year}',
  });
  const heinola = {
    organisation: '111',
    preparedBy: 'respondent',
    subject: 'negotiation-result',
    about: '2024',
    bodies: [
      municipalBody('111-hyvinvointilautakunta', 'Hyvinvointilautakunta', ['2023-11-21', '2023-12-19']),
      municipalBody('111-hallitus', 'Kaupunginhallitus', ['2023-12-11']),
      municipalBody('111-valtuusto', 'Kaupunginvaltuusto', ['2023-12-18']),
    ],
    due: { on: '2023-12-29', basis: 'agreed' },
    title: { fi: 'Lopputulos', sv: 'Resultatet', en: 'Result' },
    proposal: null,
    document: null,
    closes: '16:15',
  };
  const asked = () => given(boardHandling, heinola, { at: '2023-10-16T10:00:00+03:00' });
  const decide = (decision: string, meetingOn: string, more: object) => ({ decision, meetingOn, ...more });
  // Heinola, 21.11.2023 § 91: "merkitä tiedoksi ja lähettää edelleen".
  const record = decide('note-and-forward', '2023-11-21', {
    section: '91',
    caseNumber: '539/00.04.01/2023',
    extractsTo: 'kaupunginhallitus ja valtuusto',
    minutes: 'https://heinola.example.invalid/91',
  });
  const respondent = (day: string) => ({ at: `${day}T09:00:00+02:00`, role: 'respondent' as const });

  it('is told body by body, and ends with the last', () => {
    expect(asked().effects.notifications).toMatchObject([
      {
        template: 'acknowledgement',
        data: { laterBodies: [{ fi: 'Kaupunginhallitus' }, { fi: 'Kaupunginvaltuusto' }] },
      },
    ]);
    const first = asked().when('record-decision', record, respondent('2023-11-22'));
    expect(first.lastEvents()[0]).toBe('DecisionReported');
    expect(first.instance).toMatchObject({ status: 'open', context: { bodyNo: 1, decisions: [record] } });
    expect(first.effects.tellParent).toEqual([
      {
        command: 'note-decision',
        data: { organisation: '111', body: '111-hyvinvointilautakunta', ...record, last: false },
      },
    ]);
    expect(first.effects.notifications).toMatchObject([
      { template: 'receipt', data: { handled: { section: '91' }, nextBody: { fi: 'Kaupunginhallitus' } } },
      { template: 'registry-copy', data: { handled: { section: '91' }, caseNumber: '539/00.04.01/2023' } },
    ]);
    const rungs = first.effects.timers.map(({ rung }) => rung);
    expect(rungs).toEqual([null, 'agenda', 'T-14', 'reach', 'T-1', 'overdue', 'escalation']);
    const last = first
      .when('record-decision', decide('note-and-forward', '2023-12-11', { section: '401' }), respondent('2023-12-12'))
      .when('record-decision', decide('note', '2023-12-18', { section: '120' }), respondent('2023-12-19'));
    expect(last.instance).toMatchObject({ state: 'handled', status: 'closed' });
    expect(last.instance.deadlines.handling?.status).toBe('met');
    expect(last.effects.tellParent).toMatchObject([{ data: { body: '111-valtuusto', section: '120', last: true } }]);
    const { instance, differences } = folded(boardHandling, last);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(last.instance)), []]);
  });

  it('ends with a body that rejects it, and asks nothing of its preparation', () => {
    const rejected = asked().when('record-decision', { ...record, decision: 'reject' }, respondent('2023-11-22'));
    expect(rejected.instance.state).toBe('handled');
    expect(rejected.effects.tellParent).toMatchObject([{ data: { decision: 'reject', last: true } }]);
    expect(asked().when('mark-prepared', {}, respondent('2023-11-01')).instance.state).toBe(
      'open.in-body.awaiting-agenda',
    );
  });
});
