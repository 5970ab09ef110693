import fc from 'fast-check';
import { addDays, civilDate } from '../calendar/civil-date';
import { isWorkingDay } from '../calendar/working-day';
import { comesAfter, type LadderName, type Rung } from './ladder';
import { ladders, reachRung } from './ladders';
import { rungDates } from './rung-dates';

const anyDay = fc.integer({ min: 0, max: 15 * 365 }).map((days) => addDays(civilDate('2020-01-01'), days));
const anyHistory = fc.record({
  asked: fc.integer({ min: 0, max: 120 }),
  meeting: fc.integer({ min: 1, max: 90 }),
  lead: fc.integer({ min: 0, max: 30 }),
});
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
      ['reach', '2026-08-10', 'nobody-reached', 'coordinator'],
      ['T-1', '2026-08-14', 'reminder', 'respondent'],
      ['overdue', '2026-08-18', 'overdue', 'respondent-and-deputy'],
      ['escalation', '2026-08-19', 'escalation-proposed', 'coordinator'],
    ]);
  });

  it('answer: around Easter', () => {
    expect(dated('answer', '2026-04-07').map(([key, on]) => [key, on])).toEqual([
      ['T-14', '2026-03-24'],
      ['reach', '2026-03-27'],
      ['T-7', '2026-03-31'],
      ['T-1', '2026-04-02'],
      ['overdue', '2026-04-08'],
      ['escalation', '2026-04-09'],
    ]);
  });

  it('acknowledgement', () => {
    expect(dated('acknowledgement', '2026-11-30')).toEqual([
      ['T-14', '2026-11-16', 'acknowledgement-reminder', 'respondent'],
      ['reach', '2026-11-23', 'nobody-reached', 'coordinator'],
      ['T-1', '2026-11-27', 'acknowledgement-reminder', 'respondent'],
      ['overdue', '2026-12-01', 'acknowledgement-overdue', 'respondent-and-deputy'],
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

describe('the question who has been reached', () => {
  const asked = (sentOn: string) =>
    rungDates(ladders.answer, civilDate('2026-08-17'), { sentOn: civilDate(sentOn) })
      .filter(({ rung }) => rung.key === reachRung)
      .map(({ on }) => on);

  it('is asked on the last working day before the date where its day is gone, and not where that is gone too', () => {
    expect(asked('2026-08-07')).toEqual(['2026-08-10']);
    expect(asked('2026-08-10')).toEqual(['2026-08-14']);
    expect(asked('2026-08-13')).toEqual(['2026-08-14']);
    // The date is a Monday: no working day is left on which anybody could be telephoned.
    expect(asked('2026-08-14')).toEqual([]);
    expect(asked('2026-08-20')).toEqual([]);
  });
});

describe('a body that answers', () => {
  const onDays = (dueOn: string, meetingOn: string, sentOn?: string) =>
    rungDates(ladders.answer, civilDate(dueOn), {
      body: { meetingOn: civilDate(meetingOn), materialsDaysBefore: 7 },
      ...(sentOn !== undefined && { sentOn: civilDate(sentOn) }),
    }).map(({ rung, on }) => [rung.key, on]);

  it('is reminded three working days before its agenda closes', () => {
    expect(onDays('2026-10-30', '2026-10-20', '2026-09-01')).toEqual([
      ['agenda', '2026-10-08'],
      ['T-14', '2026-10-16'],
      ['T-7', '2026-10-23'],
      ['reach', '2026-10-23'],
      ['T-1', '2026-10-29'],
      ['overdue', '2026-11-02'],
      ['escalation', '2026-11-03'],
    ]);
  });

  it('is not reminded of an agenda that has closed, or closes before a reminder could come', () => {
    expect(onDays('2026-10-30', '2026-10-20', '2026-10-08').map(([key]) => key)).not.toContain('agenda');
    expect(dated('answer', '2026-10-30').map(([key]) => key)).not.toContain('agenda');
  });

  it('hears of the agenda where that falls on the day of another reminder', () => {
    expect(onDays('2026-10-22', '2026-10-20').slice(0, 2)).toEqual([
      ['agenda', '2026-10-08'],
      ['T-7', '2026-10-15'],
    ]);
  });
});

describe('silent July', () => {
  const answer = (dueOn: string, meetingOn: string, sentOn: string) =>
    rungDates(ladders.answer, civilDate(dueOn), {
      sentOn: civilDate(sentOn),
      body: { meetingOn: civilDate(meetingOn), materialsDaysBefore: 7 },
    }).map(({ rung, on }) => [rung.key, on]);

  it('moves a reminder to the last working day of June', () => {
    expect(answer('2026-08-17', '2026-08-11', '2026-05-25').slice(0, 2)).toEqual([
      ['agenda', '2026-06-30'],
      ['T-14', '2026-08-03'],
    ]);
  });

  it('lets it fall away once June is over, when a later one is still to come', () => {
    expect(answer('2026-08-17', '2026-08-11', '2026-06-30').map(([key]) => key)).toEqual([
      ...['T-14', 'T-7', 'reach', 'T-1'],
      ...['overdue', 'escalation'],
    ]);
  });

  it('keeps the last one before a date in July: better then than never', () => {
    expect(answer('2026-07-31', '2026-06-09', '2026-07-06').map(([key, on]) => [key, on])).toEqual([
      ['reach', '2026-07-24'],
      ['T-1', '2026-07-30'],
      ['overdue', '2026-08-03'],
      ['escalation', '2026-08-04'],
    ]);
  });

  it('does not silence the county’s own steps', () => {
    expect(dated('step', '2026-07-31').map(([key, on]) => [key, on])).toContainEqual(['T-7', '2026-07-24']);
  });
});

describe('the end of a council term', () => {
  const setOn = (dueOn: string, sentOn: string) =>
    rungDates(ladders['term-end'], civilDate(dueOn), { sentOn: civilDate(sentOn) }).map(({ rung, on }) => [
      rung.key,
      on,
    ]);

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

  it('is warned of on working days', () => {
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

  it('is warned of at once where a time is gone: of the nearest, once', () => {
    expect(setOn('2029-05-31', '2026-01-02')[0]).toEqual(['M-24', '2027-05-31']);
    expect(setOn('2029-05-31', '2028-12-15')).toEqual([
      ['M-6', '2028-12-15'],
      ['M-3', '2029-02-28'],
      ['M-1', '2029-04-30'],
      ['overdue', '2029-06-01'],
    ]);
    expect(setOn('2029-05-31', '2029-05-30').map(([key]) => key)).toEqual(['M-1', 'overdue']);
  });

  it('is not warned of once it has come', () => {
    expect(setOn('2029-05-31', '2029-05-31').map(([key]) => key)).toEqual(['overdue']);
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

  it('always gives working days in order, one reminder a day, on the right side of the due date', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(...names), anyHistory, (dueOn, name, { asked, meeting, lead }) => {
        const sentOn = addDays(dueOn, -asked);
        const body = { meetingOn: addDays(dueOn, -meeting), materialsDaysBefore: lead };
        const dates = rungDates(ladders[name], dueOn, { sentOn, body });
        const days = dates.map(({ on }) => on);
        const reminders = dates.filter(({ rung }) => rung.key !== reachRung).map(({ on }) => on);
        expect(days).toEqual([...days].sort());
        expect(reminders).toEqual([...new Set(reminders)]);
        // What is caught up goes out on the day itself.
        expect(days.every((day) => day === sentOn || isWorkingDay(day))).toBe(true);
        for (const { rung, on } of dates) {
          expect(on > sentOn || (on === sentOn && rung.caughtUp === true)).toBe(true);
          expect(on < dueOn).toBe(!comesAfter(rung));
          if (rung.direction === 'before-agenda') expect(on < addDays(body.meetingOn, -lead)).toBe(true);
          if (rung.direction === 'before') expect(on <= addDays(dueOn, -rung.days)).toBe(true);
        }
      }),
    );
  });
});
