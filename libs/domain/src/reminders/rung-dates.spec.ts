import fc from 'fast-check';
import { addDays, civilDate } from '../calendar/civil-date';
import { isWorkingDay } from '../calendar/working-day';
import { ladders, type LadderName, type Rung } from './ladders';
import { rungDates, rungsFrom } from './rung-dates';

const anyDay = fc.integer({ min: 0, max: 15 * 365 }).map((days) => addDays(civilDate('2020-01-01'), days));
const names = Object.keys(ladders) as LadderName[];

function dated(ladder: LadderName, dueOn: string) {
  return rungDates(ladders[ladder], civilDate(dueOn)).map(({ rung, on }) => [
    rung.key,
    on,
    rung.template,
    rung.audience,
  ]);
}

describe('the ladders', () => {
  it('answer: an ordinary date', () => {
    expect(dated('answer', '2026-08-17')).toEqual([
      ['T-14', '2026-08-03', 'reminder', 'respondent'],
      ['T-7', '2026-08-10', 'reminder', 'respondent'],
      ['T-1', '2026-08-14', 'reminder', 'respondent'],
      ['overdue', '2026-08-18', 'overdue', 'respondent'],
      ['escalation', '2026-08-19', 'escalation-proposed', 'coordinator'],
    ]);
  });

  it('answer: around Easter', () => {
    expect(dated('answer', '2026-04-07').map(([key, on]) => [key, on])).toEqual([
      ['T-14', '2026-03-24'],
      ['T-7', '2026-03-31'],
      ['T-1', '2026-04-02'],
      ['overdue', '2026-04-08'],
      ['escalation', '2026-04-09'],
    ]);
  });

  it('acknowledgement', () => {
    expect(dated('acknowledgement', '2026-11-30')).toEqual([
      ['T-14', '2026-11-16', 'acknowledgement-reminder', 'respondent'],
      ['T-1', '2026-11-27', 'acknowledgement-reminder', 'respondent'],
      ['overdue', '2026-12-01', 'acknowledgement-overdue', 'respondent'],
      ['escalation', '2026-12-02', 'escalation-proposed', 'coordinator'],
    ]);
  });

  it('the coordinator’s own steps and the steps of a board', () => {
    expect(dated('step', '2026-08-21')).toEqual([
      ['T-7', '2026-08-14', 'step-due', 'coordinator'],
      ['overdue', '2026-08-24', 'step-overdue', 'coordinator'],
    ]);
    expect(dated('board-step', '2026-10-15')).toEqual([
      ['T-7', '2026-10-08', 'board-step-due', 'presenter'],
      ['overdue', '2026-10-16', 'board-step-overdue', 'coordinator'],
    ]);
  });
});

describe('the end of a council term', () => {
  it('is warned of from two years before, at last also to the county’s director', () => {
    expect(dated('term-end', '2029-05-31')).toEqual([
      ['M-24', '2027-05-31', 'term-warning', 'coordinator'],
      ['M-12', '2028-05-31', 'term-warning', 'coordinator'],
      ['M-6', '2028-11-30', 'term-warning', 'coordinator'],
      ['M-3', '2029-02-28', 'term-warning', 'coordinator-and-director'],
      ['M-1', '2029-04-30', 'term-warning', 'coordinator-and-director'],
      ['overdue', '2029-06-01', 'term-warning', 'coordinator'],
    ]);
  });

  it('goes by working days where a month before it falls on a blocked day', () => {
    // Pentecost; 1 June and 1 December 2030 are a Saturday and a Sunday, 1 March 2031 is a Saturday, 1 May is blocked.
    expect(dated('term-end', '2031-06-01').map(([key, on]) => [key, on])).toEqual([
      ['M-24', '2029-06-01'],
      ['M-12', '2030-05-31'],
      ['M-6', '2030-11-29'],
      ['M-3', '2031-02-28'],
      ['M-1', '2031-04-30'],
      ['overdue', '2031-06-02'],
    ]);
  });
});

describe('rungsFrom', () => {
  const from = (ladder: LadderName, dueOn: string, setOn: string) =>
    rungsFrom(ladders[ladder], civilDate(dueOn), civilDate(setOn)).map(({ rung, on }) => [rung.key, on]);

  it('reminds of nothing that should have gone before, or on the day itself', () => {
    expect(from('answer', '2026-08-17', '2026-08-10').map(([key]) => key)).toEqual(['T-1', 'overdue', 'escalation']);
  });

  it('catches up the nearest warning of a term’s end, once', () => {
    expect(from('term-end', '2029-05-31', '2026-01-02').map(([key]) => key)[0]).toBe('M-24');
    expect(from('term-end', '2029-05-31', '2028-12-15')).toEqual([
      ['M-6', '2028-12-15'],
      ['M-3', '2029-02-28'],
      ['M-1', '2029-04-30'],
      ['overdue', '2029-06-01'],
    ]);
    expect(from('term-end', '2029-05-31', '2029-05-30').map(([key]) => key)).toEqual(['M-1', 'overdue']);
  });

  it('warns of no end that has come', () => {
    expect(from('term-end', '2029-05-31', '2029-05-31').map(([key]) => key)).toEqual(['overdue']);
  });

  it('never gives a rung before the day on which the deadline was set, and at most one on it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -10, max: 900 }), fc.constantFrom(...names), (dueOn, ahead, name) => {
        const setOn = addDays(dueOn, -ahead);
        const days = rungsFrom(ladders[name], dueOn, setOn).map(({ on }) => on);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.every((on) => on >= setOn)).toBe(true);
        if (name !== 'term-end') expect(days).not.toContain(setOn);
      }),
    );
  });
});

describe('rungDates', () => {
  const reminder: Rung = { key: 'T-2', days: 2, direction: 'before', audience: 'respondent', template: 'reminder' };

  it('keeps only the rung nearest to the due date where two fall on one day', () => {
    const nearer = { ...reminder, key: 'T-1', days: 1 };
    const monday = civilDate('2026-08-17');
    expect(rungDates([reminder, nearer], monday)).toEqual([{ rung: nearer, on: '2026-08-14' }]);
    expect(rungDates([nearer, reminder], monday)).toEqual([{ rung: nearer, on: '2026-08-14' }]);
  });

  it('sends what belongs to the due date itself on the working day before when the day is blocked', () => {
    const onTheDay: Rung = { ...reminder, key: 'T', days: 0, direction: 'on' };
    expect(rungDates([onTheDay], civilDate('2026-08-17'))).toEqual([{ rung: onTheDay, on: '2026-08-17' }]);
    expect(rungDates([onTheDay, reminder], civilDate('2026-08-16'))).toEqual([{ rung: onTheDay, on: '2026-08-14' }]);
  });

  it('always gives working days in order, one rung a day, on the right side of the due date', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...names), (dueOn, name) => {
        const dates = rungDates(ladders[name], dueOn);
        const days = dates.map(({ on }) => on);
        expect(days).toEqual([...new Set(days)].sort());
        expect(days.every(isWorkingDay)).toBe(true);
        for (const { rung, on } of dates) {
          expect(on < dueOn).toBe(rung.direction === 'before' || rung.direction === 'months-before');
          if (rung.direction === 'before') expect(on <= addDays(dueOn, -rung.days)).toBe(true);
        }
      }),
    );
  });
});
