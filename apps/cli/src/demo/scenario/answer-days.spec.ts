import { civilDate, helsinkiDate, helsinkiInstant, isWorkingDay } from '@app/domain';
import { earlyAnswerAt, lastDayAnswerAt, lateAnswerAt } from './answer-days';

const invitedOn = civilDate('2026-05-25');
const dueOn = civilDate('2026-08-17');

describe('when the simulated parties answer', () => {
  it('those in good time: on working days, none in July, spread from June to the days before the reply date', () => {
    const days = Array.from({ length: 21 }, (_, no) => helsinkiDate(earlyAnswerAt(invitedOn, dueOn, no, 21)));
    expect(days.every((day) => isWorkingDay(day) && !day.startsWith('2026-07'))).toBe(true);
    expect(days[0]?.slice(0, 7)).toBe('2026-06');
    expect(days.at(-1)?.slice(0, 7)).toBe('2026-08');
    expect([...days].sort()).toEqual(days);
  });

  it('the day after the invitation where there is no time between', () => {
    expect(helsinkiDate(earlyAnswerAt(civilDate('2026-08-14'), dueOn, 0, 1))).toBe('2026-08-17');
  });

  it('on the reply date before the office closes, or after the manager was written to', () => {
    const closes = helsinkiInstant(dueOn, '16:15');
    expect([0, 1, 2, 3].every((no) => lastDayAnswerAt(dueOn, no) < closes)).toBe(true);
    expect(helsinkiDate(lateAnswerAt(dueOn))).toBe('2026-08-20');
  });
});
