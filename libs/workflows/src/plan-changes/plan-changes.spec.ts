import type { Plan, PlanEntry } from '@app/domain';
import { civilDate } from '@app/domain';
import { examplePlan, exampleRegister, negotiationPlan } from '../../../../test/support/example-area';
import type { Given } from '../../../../test/support/given';
import { begin as beginTerm } from '../../../../test/support/term-stages';
import { begin, fixed, invited, toInvitation } from '../../../../test/support/negotiation-stages';
import { planChanges } from './plan-changes';

const register = exampleRegister();
const plan = negotiationPlan();
const id = 'hyte-negotiation-2026';
const today = civilDate('2026-05-25');

const changes = (before: Plan | undefined, after: Plan, ...running: Given[]) =>
  planChanges(before, after, {
    instances: new Map(running.map(({ instance }) => [instance.id, instance])),
    register,
    today,
  });

function withEntry(change: (entry: PlanEntry) => PlanEntry, of = id): Plan {
  return { ...plan, entries: plan.entries.map((entry) => (entry.id === of ? change(entry) : entry)) };
}

function dated(dates: Record<string, string>, of = id): Plan {
  return withEntry((entry) => {
    const moved = Object.entries(dates).map(([name, on]) => [name, { ...entry.dates[name], on }]);
    return { ...entry, dates: { ...entry.dates, ...(Object.fromEntries(moved) as PlanEntry['dates']) } };
  }, of);
}

describe('an entry', () => {
  it('starts where nothing runs, and is named where nothing drives it', () => {
    const { starts, notDriven, moves, findings } = changes(undefined, plan);
    expect(starts.map(({ id: workflow }) => workflow)).toEqual([`09.${id}`]);
    expect(notDriven).toHaveLength(plan.entries.length - 1);
    expect([moves, findings]).toEqual([[], []]);
  });

  it('that is as before is left alone, also where its author only wrote the weekday', () => {
    const noWeekdays = withEntry(({ dates, ...entry }) => ({
      ...entry,
      dates: Object.fromEntries(Object.entries(dates).map(([name, { weekday: _, ...date }]) => [name, date])),
    }));
    for (const after of [plan, noWeekdays]) {
      expect(changes(plan, after, begin())).toMatchObject({ same: [id], moves: [], changed: [], findings: [] });
    }
  });

  it('that changes asks its workflow for exactly the dates that differ', () => {
    const { moves, changed } = changes(plan, dated({ closed: '2027-02-05' }), begin());
    expect(moves).toMatchObject([
      { command: 'reschedule', data: { dates: { closed: { on: '2027-02-05', basis: 'agreed' } } }, names: ['closed'] },
    ]);
    expect(changed).toMatchObject([
      { entry: id, workflow: `09.${id}`, dates: [{ name: 'closed', from: { on: '2027-01-29' }, stays: false }] },
    ]);
  });

  it('does not move back what was moved in the workflow itself', () => {
    const moved = toInvitation().when('fix-date', { negotiation: { ...fixed.negotiation, on: '2026-09-03' } });
    expect(changes(plan, plan, moved)).toMatchObject({ same: [id], moves: [] });
    const { moves } = changes(plan, dated({ closed: '2027-02-05' }), moved);
    expect(moves).toMatchObject([{ names: ['closed'] }]);
    expect(Object.keys((moves[0]?.data.dates ?? {}) as object)).toEqual(['closed']);
  });

  it('catches up with what was moved in the workflow itself', () => {
    const moved = toInvitation().when('fix-date', { negotiation: { ...fixed.negotiation, on: '2026-09-03' } });
    const { moves, same, changed } = changes(plan, dated({ negotiation: '2026-09-03' }), moved);
    expect([moves, same]).toEqual([[], [id]]);
    expect(changed).toMatchObject([{ dates: [{ name: 'negotiation', stays: true }] }]);
  });

  it('says which of its dates have happened, and moves the others', () => {
    const { moves, changed, findings } = changes(
      plan,
      dated({ planning: '2026-03-19', closed: '2027-02-05' }),
      invited(),
    );
    expect(findings).toMatchObject([{ code: 'already-happened', severity: 'warning', entry: id, date: '2026-03-19' }]);
    expect(moves).toMatchObject([{ names: ['closed'] }]);
    expect(changed[0]?.dates.map(({ name, stays }) => [name, stays])).toEqual([
      ['planning', true],
      ['closed', false],
    ]);
  });

  it('says nothing of dates that nobody changed, though they have happened otherwise than planned', () => {
    const moved = toInvitation()
      .when('fix-date', { negotiation: { ...fixed.negotiation, on: '2026-09-03' } })
      .when('invite', {}, { at: '2026-05-25T09:00:00+03:00' })
      .when('reschedule', { dates: { negotiation: { ...fixed.negotiation, on: '2026-09-04' } }, reason: 'Sali.' });
    expect(changes(plan, dated({ closed: '2027-02-05' }), moved).findings).toEqual([]);
  });

  it('that nothing drives only changes its dates in the plan', () => {
    const seminar = 'interface-seminar-2026';
    const { changed, moves } = changes(plan, dated({ event: '2026-12-08' }, seminar), begin());
    expect(changed).toMatchObject([{ entry: seminar, workflow: null, dates: [{ name: 'event', stays: false }] }]);
    expect(moves).toEqual([]);
  });

  it('takes in a workflow that runs already, and moves what differs', () => {
    expect(changes(undefined, plan, begin())).toMatchObject({ starts: [], same: [id], changed: [], findings: [] });
    const { moves, changed } = changes(undefined, dated({ closed: '2027-02-05' }), begin());
    expect(moves).toMatchObject([{ names: ['closed'] }]);
    expect(changed).toMatchObject([{ dates: [{ name: 'closed', from: null }] }]);
  });
});

describe('what cannot be', () => {
  const cancelled = () => begin().when('cancel', { reason: 'Ei pidetä.' });
  const without: Plan = { ...plan, entries: plan.entries.filter((entry) => entry.id !== id) };
  const codes = (...given: Parameters<typeof changes>) =>
    changes(...given).findings.map(({ code, severity }) => [code, severity]);

  it('a running entry is not left out; one that has ended is', () => {
    expect(codes(plan, without, begin())).toEqual([['entry-running', 'error']]);
    expect(changes(plan, without, cancelled())).toMatchObject({ dropped: [id], findings: [] });
    expect(changes(plan, without)).toMatchObject({ dropped: [id], findings: [] });
  });

  it('a started entry does not become something else, also when it has ended', () => {
    const other = withEntry((entry) => ({ ...entry, workflow: 'event' }));
    const about = withEntry((entry) => ({ ...entry, about: '2028' }));
    for (const running of [begin(), cancelled()]) {
      expect(codes(plan, other, running)).toEqual([['entry-workflow-changed', 'error']]);
      expect(codes(plan, about, running)).toEqual([['entry-about-changed', 'error']]);
    }
    expect(codes(plan, about)).toEqual([]);
  });

  it('what has ended keeps its dates', () => {
    const { findings, changed, moves } = changes(plan, dated({ closed: '2027-02-05' }), cancelled());
    expect(findings).toMatchObject([{ code: 'entry-ended', severity: 'warning' }]);
    expect(changed).toMatchObject([{ dates: [{ name: 'closed', stays: true }] }]);
    expect(moves).toEqual([]);
  });
});

describe('an id that a workflow has already', () => {
  const cancelled = () => begin().when('cancel', { reason: 'Ei pidetä.' });
  const yearLater = (on: string) => on.replace('2027-', '2028-').replace('2026-', '2027-');

  /** The plan of 2027, copied from that of 2026 with its ids. */
  function nextYear(): Plan {
    const entries = plan.entries.map((entry): PlanEntry => {
      const dates = Object.entries(entry.dates).map(([name, { weekday: _, ...date }]) => [
        name,
        { ...date, on: civilDate(yearLater(date.on)) },
      ]);
      return {
        ...entry,
        ...(entry.about && { about: yearLater(`${entry.about}-`).slice(0, -1) }),
        dates: Object.fromEntries(dates) as PlanEntry['dates'],
      };
    });
    return { ...plan, year: 2027, entries };
  }

  it('does not move last year’s workflow to another year', () => {
    const { findings, moves, starts, same } = changes(undefined, nextYear(), begin());
    expect(findings).toMatchObject([{ code: 'entry-id-taken', severity: 'error', entry: id }]);
    expect(findings[0]?.message.en).toContain(`09.${id}, which is about 2027; this entry is about 2028`);
    expect(findings[0]?.message.en).toContain('for example hyte-negotiation-2027.');
    expect([moves, starts, same]).toEqual([[], [], []]);
  });

  it('does not pass over an entry whose id was used by a workflow that has ended', () => {
    const { findings, same } = changes(undefined, nextYear(), cancelled());
    expect(findings).toMatchObject([{ code: 'entry-id-taken', severity: 'error', entry: id }]);
    expect(findings[0]?.message.en).toContain('for example hyte-negotiation-2027.');
    expect(same).toEqual([]);
  });

  it('nor one that was put back into the plan after its workflow was cancelled', () => {
    const without: Plan = { ...plan, entries: plan.entries.filter((entry) => entry.id !== id) };
    const { findings } = changes(without, plan, cancelled());
    expect(findings).toMatchObject([{ code: 'entry-id-taken', severity: 'error', entry: id }]);
    expect(findings[0]?.message.en).toContain(`for example ${id}-2.`);
  });

  it('may stand in the plans of two years where it is the same council term, and not for the next one', () => {
    const term = 'council-term-negotiation-2025-2029';
    const [entry] = examplePlan().entries.filter((one) => one.id === term);
    if (!entry) throw new Error('the plan has no council term');
    const of = (about: string): Plan => ({ ...plan, year: 2027, entries: [{ ...entry, about }] });
    expect(changes(undefined, of('2025-2029'), beginTerm())).toMatchObject({ same: [term], moves: [], findings: [] });
    const dates = Object.fromEntries(
      Object.entries(entry.dates)
        .filter(([name]) => name !== 'termEnds')
        .map(([name, date]) => [name, { ...date, on: civilDate(`2030-${date.on.slice(5)}`) }]),
    );
    const next: Plan = { ...of('2029-2033'), entries: [{ ...entry, about: '2029-2033', dates }] };
    const { findings } = changes(undefined, next, beginTerm());
    expect(findings).toMatchObject([{ code: 'entry-id-taken' }]);
    expect(findings[0]?.message.en).toContain('for example council-term-negotiation-2029-2033.');
  });
});

describe('what only stands in the plan', () => {
  const event = {
    id: 'extra-event',
    workflow: 'own-matter',
    dates: { event: { on: today, basis: 'agreed' as const } },
  };

  it('is told where it comes in, and where its words change', () => {
    const after: Plan = {
      ...plan,
      entries: [...plan.entries, event].map((entry) =>
        entry.id === 'interface-board-2026-5' ? { ...entry, topics: ['harrastaminen'] } : entry,
      ),
    };
    expect(changes(plan, after, begin())).toMatchObject({
      added: ['extra-event'],
      reworded: ['interface-board-2026-5'],
      changed: [],
    });
    expect(changes(plan, plan, begin())).toMatchObject({ added: [], reworded: [] });
    expect(changes(undefined, after)).toMatchObject({ added: [], reworded: [] });
  });
});
