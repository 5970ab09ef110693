import { rejectedTerm } from '../../../../test/support/term-paths';
import { folded, given, type Given } from '../../../../test/support/given';
import {
  approvedBy,
  deadlineOf,
  draft,
  held,
  municipalities,
  noted,
  sent,
  signed,
} from '../../../../test/support/term-stages';
import { boardHandling } from '../board-handling/board-handling.workflow';
import { evidenceIn } from '../kernel/read-evidence';
import { definitions } from '../registry';
import type { TermContext } from './council-term-negotiation.data';
import { councilTermNegotiation } from './council-term-negotiation.workflow';

const contextOf = ({ instance }: Given) => instance.context as unknown as TermContext;
const dataOf = ({ effects }: Given, key: string) => effects.children.find((child) => child.key === key)?.data ?? null;

describe('the agreement that is sent to the councils', () => {
  it('is recorded with what was drafted, and goes to each council as a case', () => {
    const so = sent();
    expect(contextOf(so).sent).toEqual(draft);
    expect(so.instance.state).toBe('open.agreeing.awaiting-approvals');
    expect(so.effects.children.map(({ key, workflow }) => [key, workflow])).toEqual(
      ['09', ...municipalities].map((organisation) => [`approval-${organisation}`, 'board-handling']),
    );
    expect(dataOf(so, 'approval-09')).toMatchObject({
      preparedBy: 'presenter',
      subject: 'cooperation-agreement',
      about: '2025-2029',
      bodies: [{ id: 'aluevaltuusto', plannedOn: '2027-02-08' }],
      proposal: draft.proposal,
    });
    expect(dataOf(so, 'approval-016')).toMatchObject({
      preparedBy: 'respondent',
      organisation: '016',
      bodies: [{ id: '016-valtuusto', name: { fi: 'Kunnanvaltuusto' } }],
      due: { on: '2027-01-29', basis: 'requested' },
    });
  });

  it('tells a case that really can be handled, and hears its decision', () => {
    const so = sent();
    const key = 'approval-016';
    const council = given(boardHandling, dataOf(so, key), {
      at: '2026-11-20T09:00:00+02:00',
      id: `${so.instance.id}.${key}`,
    }).when(
      'record-decision',
      { decision: 'approve', meetingOn: '2027-01-25', section: '7', caseNumber: '12/00.04.01/2027' },
      { at: '2027-01-26T09:00:00+02:00' },
    );
    const [note] = council.effects.tellParent;
    const told = so.when(note!.command, note!.data, {
      at: '2027-01-26T09:00:00+02:00',
      role: 'workflow',
      by: council.instance.id,
    });
    expect(contextOf(told).approvals['016']).toMatchObject({
      decision: 'approve',
      section: '7',
      caseNumber: '12/00.04.01/2027',
    });
    expect(told.refuses('send-agreement', draft)).toMatchObject({ code: 'council-term-negotiation/nobody-to-ask' });
  });

  it('needs measures and a division of work', () => {
    const issues = held().refuses('send-agreement', { proposal: 'Hyväksytään.', measures: [] }).issues;
    expect(issues?.map(({ path }) => path)).toEqual(['measures', 'divisionOfWork']);
  });

  it('goes to the executive first where the plan dates its meeting, and again to a council that rejects', () => {
    const steps = rejectedTerm();
    const [first, again] = steps.filter(({ lastEvents }) => lastEvents()[0] === 'AgreementSent') as [Given, Given];
    expect(dataOf(first, 'approval-09')).toMatchObject({
      bodies: [
        { id: 'aluehallitus', plannedOn: '2027-01-18' },
        { id: 'aluevaltuusto', plannedOn: '2027-02-08' },
      ],
    });
    expect(again.effects.children.map(({ key }) => key)).toEqual(['approval-09--2']);
    expect(dataOf(again, 'approval-09--2')).toMatchObject({ bodies: [{ plannedOn: null }, { plannedOn: null }] });
    const end = steps.at(-1) as Given;
    expect(end.effects.tellChildren.map(({ key, command }) => [key, command])).toEqual(
      municipalities.slice(1).map((organisation) => [`approval-${organisation}`, 'close-handling']),
    );
    const { instance, differences } = folded(councilTermNegotiation, end);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
  });

  it('is asked about again by the date of the municipalities', () => {
    const all = noted(approvedBy(municipalities.slice(1)), '016', { decision: 'reject' });
    expect(deadlineOf(all, 'municipalities')?.status).toBe('met');
    const again = all.when('send-agreement', draft, { at: '2027-02-10T09:00:00+02:00' });
    expect(deadlineOf(again, 'municipalities')).toMatchObject({ status: 'open', setNo: 2 });
  });

  it('leaves evidence of each body’s decision with its §, and none of a case that ended without a meeting', () => {
    const decisions = (so: Given) =>
      evidenceIn(definitions, '09', so.events).flatMap(({ kind, body, section, of, on }) =>
        kind === 'decision' && of === '09' ? [[body?.fi, section, on]] : [],
      );
    expect(decisions(rejectedTerm().at(-1) as Given)).toEqual([
      ['Aluehallitus', '7', '2027-01-18'],
      ['Aluevaltuusto', '7', '2027-03-08'],
      ['Aluevaltuusto', '7', '2027-04-12'],
      ['Valtuusto', '7', '2027-04-26'],
    ]);
    expect(decisions(noted(sent(), '016', { decision: 'not-handled', meetingOn: null, section: null }))).toEqual([]);
  });
});

describe('the yearly inputs of an agreement in force', () => {
  const given = (year: number, half: string) => ({ year, half, findings: 'Edetään.' });
  const at = (on: string) => ({ at: `${on}T09:00:00+03:00` });

  it('have one deadline for each half of the year, at its end', () => {
    const so = signed();
    expect(deadlineOf(so, 'accounts')).toMatchObject({ dueOn: '2027-06-30', basis: 'requested', status: 'open' });
    expect(deadlineOf(so, 'budgets')).toMatchObject({ dueOn: '2027-12-31', status: 'open' });
    const next = so.when('record-yearly-input', given(2027, 'accounts'), at('2027-06-01'));
    expect(deadlineOf(next, 'accounts')).toMatchObject({ dueOn: '2028-06-30', status: 'open', setNo: 2 });
    expect(next.instance.state).toBe('open.agreeing.in-force.awaiting-mid-evaluation');
  });

  it('do not go beyond the term', () => {
    const so = signed()
      .when('record-yearly-input', given(2027, 'accounts'), at('2028-09-01'))
      .when('record-yearly-input', given(2028, 'accounts'), at('2028-09-01'));
    expect(deadlineOf(so, 'accounts')).toMatchObject({ status: 'met-late', setNo: 2 });
    expect(so.refuses('record-yearly-input', given(2029, 'accounts'), at('2029-03-01'))).toMatchObject({
      code: 'invalid-data',
    });
  });

  it('are given once, when their half-year has begun', () => {
    const so = signed();
    const code = (step: Given, data: object, on: string) => step.refuses('record-yearly-input', data, at(on)).code;
    expect(code(so, given(2027, 'budgets'), '2027-06-30')).toBe('council-term-negotiation/too-early');
    const once = so.when('record-yearly-input', given(2027, 'accounts'), at('2027-06-01'));
    expect(code(once, given(2027, 'accounts'), '2027-06-02')).toBe('council-term-negotiation/already-recorded');
    expect(held().refuses('record-yearly-input', given(2027, 'accounts'))).toMatchObject({ code: 'illegal-step' });
  });

  it('may be skipped with a reason, as the mid-term evaluation; the approvals and the negotiation may not', () => {
    const reason = 'Arvioitiin muualla.';
    const so = signed().when('skip-step', { step: 'budgets', reason });
    expect(contextOf(so).yearlyInputs).toMatchObject([{ year: 2027, half: 'budgets', skipped: reason }]);
    expect(deadlineOf(so, 'budgets')).toMatchObject({ dueOn: '2028-12-29', setNo: 2 });
    const evaluated = so.when('skip-step', { step: 'midEvaluation', reason });
    expect(evaluated.instance.state).toBe('open.agreeing.in-force.awaiting-final-evaluation');
    expect(deadlineOf(evaluated, 'midEvaluation')?.status).toBe('cancelled');
    expect(so.refuses('skip-step', { reason }).issues).toMatchObject([{ path: 'step' }]);
    expect(sent().refuses('skip-step', { reason })).toMatchObject({ code: 'illegal-step' });
  });
});
