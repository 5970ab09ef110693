import { isWorkingDay } from '@app/domain';
import { councilTerm, missedTerm } from '../../../../test/support/term-paths';
import type { Given } from '../../../../test/support/given';
import { folded } from '../../../../test/support/given';
import {
  afterEnd,
  approvedBy,
  begin,
  deadlineOf,
  decided,
  draft,
  held,
  municipalities,
  nearEnd,
  negotiation,
  noted,
  skip,
  toNegotiation,
} from '../../../../test/support/term-stages';
import { standing } from '../kernel/standing';
import type { TermContext } from './council-term-negotiation.data';
import { councilTermNegotiation } from './council-term-negotiation.workflow';

const contextOf = ({ instance }: Given) => instance.context as unknown as TermContext;

const recipients = ({ effects }: Given) => effects.notifications.map(({ to }) => to.audience);
const last = (steps: Given[]) => steps.at(-1) as Given;

describe('a council term', () => {
  it('starts from the plan with the county’s municipalities, and with the end that the law sets', () => {
    const so = begin();
    expect(so.instance.id).toBe('09.council-term-negotiation-2025-2029');
    expect(contextOf(so)).toMatchObject({ term: '2025-2029', municipalities, takenOver: [] });
    expect(deadlineOf(so, 'termEnds')).toMatchObject({
      dueOn: '2029-05-31',
      basis: 'statutory-period-end',
      citation: { act: '611/2021', section: '14' },
      status: 'open',
    });
    expect(deadlineOf(so, 'forum')).toMatchObject({ dueOn: '2026-01-15', basis: 'agreed' });
    expect(standing(councilTermNegotiation, so.instance).waitingFor).toEqual([
      { part: 'coordinator', organisations: ['09'] },
    ]);
  });

  it('goes from the forum to the closed term, and its log gives the same state', () => {
    const steps = councilTerm();
    const end = last(steps);
    expect(end.instance).toMatchObject({ status: 'closed', state: 'closed', endedOn: '2029-06-15' });
    expect(Object.values(end.instance.deadlines).map(({ name, status }) => [name, status])).toEqual([
      ['termEnds', 'met'],
      ['forum', 'met'],
      ['situation', 'met'],
      ['goalsWorkbook', 'met'],
      ['negotiation', 'met'],
      ['handOver', 'met'],
      ['municipalities', 'met-late'],
      ['countyCouncil', 'met'],
      ['accounts', 'cancelled'],
      ['budgets', 'met'],
      ['midEvaluation', 'met'],
    ]);
    const { instance, differences } = folded(councilTermNegotiation, end);
    expect([instance, differences]).toEqual([JSON.parse(JSON.stringify(end.instance)), []]);
  });

  it('skips a step of the preparation only with a reason, and says which', () => {
    expect(begin().refuses('skip-step', {})).toMatchObject({ code: 'invalid-data', issues: [{ path: 'reason' }] });
    const skipped = skip(begin());
    expect(skipped.events.find(({ type }) => type === 'StepSkipped')?.data).toEqual({
      step: 'forum',
      reason: 'Tehty aiemmin.',
    });
    expect(skipped.instance.state).toBe('open.preparing.awaiting-situation');
    expect(deadlineOf(skipped, 'forum')?.status).toBe('cancelled');
    expect(toNegotiation().refuses('skip-step', { reason: 'Ei pidetä.' })).toMatchObject({ code: 'illegal-step' });
  });

  it('records what has happened, not what is still ahead', () => {
    const forum = { agreedOn: '2026-01-15', forum: 'Kuntajohtajat.' };
    expect(begin().refuses('record-forum', forum)).toMatchObject({ code: 'council-term-negotiation/too-early' });
  });

  it('takes goals with what they are measured against', () => {
    const goal = { title: 'Liikunta', measure: 'MOVE', target: '< 30 %', owner: 'Kunnat' };
    const so = skip(skip(begin()));
    const at = { at: '2026-09-30T12:00:00+03:00' };
    expect(so.refuses('record-goals', { finishedOn: '2026-09-30', goals: [goal] }, at).issues).toMatchObject([
      { path: 'goals.0.baseline' },
    ]);
    const goals = [{ ...goal, baseline: '38 %' }];
    expect(contextOf(so.when('record-goals', { finishedOn: '2026-09-30', goals }, at)).goals).toEqual(goals);
  });
});

describe('the negotiation of a council term', () => {
  it('ends the deadline of the term on the day it was held, also when that is told after the term', () => {
    expect(deadlineOf(held(), 'termEnds')?.status).toBe('met');
    const told = held('2029-05-31', '2029-06-04T09:00:00+03:00');
    expect(deadlineOf(told, 'termEnds')?.status).toBe('met');
    expect(told.instance.state).toBe('open.agreeing.awaiting-sending');
  });

  it('cannot be recorded for a term that has ended: the refusal says what the law requires and what can be done', () => {
    const late = { ...negotiation, heldOn: '2029-06-01' };
    const refused = toNegotiation().refuses('record-negotiation', late, { at: '2029-06-04T09:00:00+03:00' });
    expect(refused.code).toBe('council-term-negotiation/term-exceeded');
    expect(refused.detail.fi.replaceAll('\u00a0', ' ')).toContain('611/2021, 14 §');
    expect(refused.detail.fi).toContain('toiminnolla ”Päätä ilman neuvottelua”');
    expect(refused.allowed).toEqual(expect.arrayContaining(['hand-over', 'close-as-missed']));
  });

  it('cannot be recorded before it was held, or before the term', () => {
    const early = toNegotiation().refuses('record-negotiation', negotiation, { at: '2026-11-11T09:00:00+02:00' });
    expect(early).toMatchObject({ code: 'council-term-negotiation/too-early' });
    const before = { ...negotiation, heldOn: '2025-05-31' };
    expect(toNegotiation().refuses('record-negotiation', before)).toMatchObject({
      code: 'council-term-negotiation/before-term',
    });
  });

  it('knows only the county and its municipalities, each once', () => {
    const at = { at: '2026-11-12T16:00:00+02:00' };
    const with_ = (participants: object[]) =>
      toNegotiation().refuses('record-negotiation', { ...negotiation, participants }, at).issues;
    expect(with_([{ organisation: 'jarjesto-1', people: 2 }])).toMatchObject([{ path: 'participants.0.organisation' }]);
    const twice = { organisation: '09', people: 4 };
    expect(with_([twice, twice])).toMatchObject([{ path: 'participants' }]);
  });
});

describe('the approvals', () => {
  it('are waited for from each council until it has approved', () => {
    const so = approvedBy(['09', '016']);
    const [waiting] = standing(councilTermNegotiation, so.instance).waitingFor;
    expect(waiting).toEqual({ part: 'councils', organisations: municipalities.filter((id) => id !== '016') });
    expect(deadlineOf(so, 'countyCouncil')?.status).toBe('met');
    expect(deadlineOf(so, 'municipalities')?.status).toBe('open');
    expect(contextOf(so).approvals['016']).toEqual(decided('016'));
  });

  it('leave the county to be waited for once every council has approved: the agreement is to be signed', () => {
    const so = approvedBy(['09', ...municipalities]);
    const [waiting] = standing(councilTermNegotiation, so.instance).waitingFor;
    expect(waiting).toEqual({ part: 'councils', organisations: ['09'] });
  });

  it('meet their date on the day of the last council', () => {
    const all = approvedBy(municipalities);
    expect(deadlineOf(all, 'municipalities')?.status).toBe('met');
    const late = { meetingOn: '2027-02-15' };
    const lastOne = noted(approvedBy(municipalities.slice(1)), '016', late, '2027-02-16T09:00:00+02:00');
    expect(deadlineOf(lastOne, 'municipalities')?.status).toBe('met-late');
  });

  it('are needed for the signatures: the county council’s always, a municipality’s unless it is said why not', () => {
    const sign = { signedOn: '2027-02-22' };
    const at = { at: '2027-02-22T12:00:00+02:00' };
    expect(approvedBy(municipalities).refuses('record-agreement', sign, at)).toMatchObject({
      code: 'council-term-negotiation/county-not-approved',
    });
    const rejected = noted(approvedBy(['09', ...municipalities.slice(1)]), '016', { decision: 'reject' });
    expect(rejected.refuses('record-agreement', sign, at)).toMatchObject({
      code: 'council-term-negotiation/not-approved-by-all',
      detail: { fi: expect.stringContaining('Hyväksyntä puuttuu: 016.') as string },
    });
    const without = rejected.when('record-agreement', { ...sign, whyWithout: 'Asikkala ei tullut mukaan.' }, at);
    expect(without.instance.state).toBe('open.agreeing.in-force.awaiting-mid-evaluation');
    const again = without.when('send-agreement', draft, { at: '2027-02-23T09:00:00+02:00' });
    expect(again.effects.children.map(({ key }) => key)).toEqual(['approval-016--2']);
    const later = noted(again, '016', { meetingOn: '2027-03-29' }, '2027-03-30T09:00:00+03:00', 'approval-016--2');
    expect(later.instance.state).toBe('open.agreeing.in-force.awaiting-mid-evaluation');
    expect(contextOf(later).approvals['016']?.decision).toBe('approve');
  });
});

describe('the warnings of the term’s end', () => {
  const rungsOf = ({ effects }: Given) =>
    effects.timers.filter(({ deadline, rung }) => deadline === 'termEnds' && rung).map(({ rung, at }) => [rung, at]);

  it('stand on working days from two years before', () => {
    const rungs = rungsOf(begin());
    expect(rungs.map(([rung]) => rung)).toEqual(['M-24', 'M-12', 'M-6', 'M-3', 'M-1', 'overdue']);
    expect(rungs.every(([, at]) => isWorkingDay(String(at).slice(0, 10) as never))).toBe(true);
  });

  it('are not sent for times that are gone, but for the nearest of them at once', () => {
    expect(rungsOf(begin('2028-12-15T10:00:00+02:00'))).toEqual([
      ['M-6', '2028-12-15T06:00:00.000Z'],
      ['M-3', '2029-02-28T06:00:00.000Z'],
      ['M-1', '2029-04-30T05:00:00.000Z'],
      ['overdue', '2029-06-01T05:00:00.000Z'],
    ]);
  });

  it('say what is done and missing, and the last two go to the director too', () => {
    const steps = missedTerm();
    const warnings = steps.filter(({ effects }) =>
      effects.notifications.some(({ template }) => template === 'term-warning'),
    );
    expect(warnings.map(recipients)).toEqual([
      ['coordinator'],
      ['coordinator', 'hyvinvointialuejohtaja'],
      ['coordinator'],
    ]);
    expect(warnings.map(({ effects }) => effects.notifications[0]?.data)).toMatchObject([
      { monthsLeft: 24, done: [], missing: [{ plannedOn: '2026-01-15' }, {}, {}, { plannedOn: '2026-11-12' }] },
      { monthsLeft: 1, done: [{ skipped: true }], missing: [{}, {}, {}], alsoToDirector: true },
      { monthsLeft: null, alsoToDirector: false },
    ]);
  });

  it('end when the negotiation is held', () => {
    expect(held().effects.ended).toContain('termEnds');
  });
});

describe('a term without its negotiation', () => {
  it('closes only after its end, with a reason and handed over, and its duty stands as missed', () => {
    const why = { reason: 'Osapuolet eivät löytäneet aikaa.' };
    const code = (so: Given, at: { at: string }) => so.refuses('close-as-missed', why, at).code;
    expect(code(begin(), nearEnd)).toBe('council-term-negotiation/too-early');
    expect(code(begin(), afterEnd)).toBe('council-term-negotiation/not-handed-over');
    const end = last(missedTerm());
    expect(end.instance).toMatchObject({ status: 'closed', state: 'missed' });
    expect(end.instance.deadlines.termEnds?.status).toBe('missed');
  });

  it('can be withdrawn while the term runs, not instead of closing it as missed', () => {
    const why = { reason: 'Aloitettu kahdesti.' };
    expect(begin().when('cancel', why).instance.status).toBe('cancelled');
    expect(begin().refuses('cancel', why, afterEnd)).toMatchObject({ code: 'council-term-negotiation/too-late' });
    expect(held().refuses('cancel', why)).toMatchObject({ code: 'illegal-step' });
  });
});
