import { civilDate } from '@app/domain';
import { examplePlan } from '../../../../test/support/example-area';
import type { Given } from '../../../../test/support/given';
import {
  approvedBy,
  begin,
  deadlineOf,
  municipalities,
  nearEnd,
  nothingOpen,
  signed,
  skip,
} from '../../../../test/support/term-stages';
import type { TermContext } from './council-term-negotiation.data';
import { councilTermNegotiation } from './council-term-negotiation.workflow';

const contextOf = ({ instance }: Given) => instance.context as unknown as TermContext;

describe('the hand-over', () => {
  const matters = [{ title: 'Yhteinen seuranta', owner: 'Hyte-lautakunta', dueOn: '2029-12-31' }];
  const handed = () => signed().when('hand-over', { openMatters: matters }, nearEnd);

  it('is possible from three months before the end, once, whatever the term waits for', () => {
    const tooEarly = signed().refuses('hand-over', nothingOpen, { at: '2029-02-27T10:00:00+02:00' });
    expect(tooEarly).toMatchObject({ code: 'council-term-negotiation/too-early' });
    expect(tooEarly.detail.en).toMatch(/from Wednesday\s28\sFebruary\s2029 on/);
    expect(handed().refuses('hand-over', nothingOpen, nearEnd)).toMatchObject({
      code: 'council-term-negotiation/already-handed-over',
    });
    expect(begin().when('hand-over', nothingOpen, nearEnd).instance.state).toBe('open.preparing.awaiting-forum');
  });

  it('tells the next term, under the id that its plan entry will have, and starts it where it does not run', () => {
    const so = handed();
    expect(so.effects.successors).toMatchObject([
      {
        id: '09.council-term-negotiation-2029-2033',
        command: 'take-over',
        data: { from: '09.council-term-negotiation-2025-2029', matters },
        start: { workflow: 'council-term-negotiation', entry: 'council-term-negotiation-2029-2033', year: 2029 },
      },
    ]);
    expect(so.events.find(({ type }) => type === 'TermHandedOver')?.data).toMatchObject({
      nextTerm: '2029-2033',
      successor: '09.council-term-negotiation-2029-2033',
      openMatters: matters,
    });
  });

  it('gives the next term dates until a plan does', () => {
    const next = begin('2029-03-01T10:00:00+02:00', handed().effects.successors[0]?.start.data);
    const dates = Object.entries(contextOf(next).dates).map(([step, date]) => [step, date?.on, date?.basis]);
    expect(dates).toEqual([
      ['forum', '2029-11-30', 'requested'],
      ['situation', '2030-03-01', 'requested'],
      ['goalsWorkbook', '2030-05-31', 'requested'],
      ['negotiation', '2030-11-29', 'requested'],
      ['municipalities', '2031-01-31', 'requested'],
      ['countyCouncil', '2031-02-28', 'requested'],
      ['midEvaluation', '2031-05-30', 'requested'],
      ['termEnds', '2033-05-31', 'statutory-period-end'],
    ]);
    expect(deadlineOf(next, 'termEnds')?.dueOn).toBe('2033-05-31');
  });

  it('puts what was open into the next term’s picture of the situation', () => {
    const next = skip(begin('2029-03-01T10:00:00+02:00', handed().effects.successors[0]?.start.data));
    const shared = next.when('record-situation', { sharedOn: '2029-03-01', summary: 'Tilanne.' });
    const fact = shared.events.find(({ type }) => type === 'SituationShared')?.data as object;
    expect(fact).toMatchObject({ takenOver: [{ from: '09.council-term-negotiation-2025-2029', matters }] });
  });

  it('is taken over by a term that a plan has started already', () => {
    const told = { from: '09.council-term-negotiation-2025-2029', matters };
    expect(contextOf(begin().when('take-over', told, { role: 'workflow' })).takenOver).toEqual([told]);
    expect(begin().refuses('take-over', told)).toMatchObject({ code: 'not-permitted' });
  });

  it('comes before the closing, which needs the final evaluation unless it was handed over with it', () => {
    expect(signed().refuses('close', { evaluation: 'Valmis.' }, nearEnd)).toMatchObject({
      code: 'council-term-negotiation/not-handed-over',
    });
    expect(handed().refuses('close', {}, nearEnd)).toMatchObject({
      code: 'invalid-data',
      issues: [{ path: 'evaluation' }],
    });
    const evaluated = signed().when('hand-over', { ...nothingOpen, evaluation: 'Valmis.' }, nearEnd);
    expect(evaluated.when('close', {}, nearEnd).instance).toMatchObject({
      status: 'closed',
      context: { evaluation: { evaluation: 'Valmis.' } },
    });
  });

  it('refuses another term than the one that follows', () => {
    const other = { ...nothingOpen, nextTerm: '2033-2037' };
    expect(signed().refuses('hand-over', other, nearEnd).issues).toMatchObject([{ path: 'nextTerm' }]);
  });
});

describe('moved dates', () => {
  const move = (dates: object) => ({ dates, reason: 'Kokous siirtyi.' });

  it('move the deadline that runs, and wait for the others', () => {
    const so = begin().when(
      'reschedule',
      move({
        forum: { on: '2026-01-22', basis: 'agreed' },
        negotiation: { on: '2026-11-19', basis: 'agreed', place: 'Lahti' },
      }),
    );
    expect(deadlineOf(so, 'forum')).toMatchObject({ dueOn: '2026-01-22', setNo: 2, status: 'open' });
    expect(deadlineOf(so, 'negotiation')).toBeUndefined();
    expect(deadlineOf(skip(skip(skip(so))), 'negotiation')).toMatchObject({ dueOn: '2026-11-19', setNo: 1 });
  });

  it('move the approvals while they are waited for', () => {
    const so = approvedBy(['09', '016']).when(
      'reschedule',
      move({ municipalities: { on: '2027-03-31', basis: 'requested' } }),
    );
    expect(deadlineOf(so, 'municipalities')).toMatchObject({ dueOn: '2027-03-31', status: 'open' });
    const due = { on: '2027-03-31', basis: 'requested' };
    expect(so.effects.tellChildren.map(({ key, command, data }) => [key, command, data])).toEqual(
      municipalities
        .filter((organisation) => organisation !== '016')
        .map((organisation) => [`approval-${organisation}`, 'reschedule', { due, reason: 'Kokous siirtyi.' }]),
    );
    const county = move({ countyCouncil: { on: '2027-03-31', basis: 'decided' } });
    expect(so.refuses('reschedule', county)).toMatchObject({ code: 'council-term-negotiation/already-happened' });
  });

  it('are offered no more once none is left to move', () => {
    const so = signed().when('skip-step', { step: 'midEvaluation', reason: 'Aika ei riitä.' });
    const moved = move({ midEvaluation: { on: '2027-10-15', basis: 'agreed' } });
    expect(so.refuses('reschedule', moved)).toMatchObject({ code: 'illegal-step' });
    expect(so.refuses('reschedule', moved).allowed).not.toContain('reschedule');
  });

  it('stay within the term, ahead, and never the term’s end itself', () => {
    const code = (dates: object) => begin().refuses('reschedule', move(dates)).code;
    expect(code({ negotiation: { on: '2029-06-01', basis: 'agreed' } })).toBe('council-term-negotiation/term-exceeded');
    expect(code({ forum: { on: '2026-01-01', basis: 'agreed' } })).toBe('council-term-negotiation/in-the-past');
    expect(code({ forum: { on: '2026-01-15', basis: 'agreed' } })).toBe('council-term-negotiation/nothing-changes');
    expect(code({ termEnds: { on: '2029-06-30', basis: 'agreed' } })).toBe('invalid-data');
  });
  it('follow a changed plan: what is ahead moves, what has happened is said to stay', () => {
    const plan = examplePlan();
    const entry = plan.entries.find(({ workflow }) => workflow === councilTermNegotiation.name);
    if (!entry) throw new Error('the plan has no council term');
    const today = civilDate('2026-02-02');
    expect(councilTermNegotiation.replanned?.(entry, contextOf(begin()), today)).toEqual({
      command: null,
      findings: [],
    });
    const changed = {
      ...entry,
      dates: {
        ...entry.dates,
        forum: { on: civilDate('2026-01-22'), basis: 'agreed' as const },
        negotiation: { on: civilDate('2026-11-19'), weekday: 'to' as const, basis: 'agreed' as const },
      },
    };
    const asked = councilTermNegotiation.replanned?.(changed, contextOf(skip(begin())), today);
    expect(asked).toMatchObject({
      command: { name: 'reschedule', data: { dates: { negotiation: { on: '2026-11-19', basis: 'agreed' } } } },
      findings: [{ code: 'already-happened', severity: 'warning', date: '2026-01-22' }],
    });
    const given = { ...(asked?.command?.data as object), reason: 'Suunnitelma muuttui.' };
    expect(contextOf(skip(begin()).when('reschedule', given)).dates.negotiation.on).toBe('2026-11-19');
  });
});
