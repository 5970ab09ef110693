import { instant } from '@app/domain';
import { Agenda } from './agenda';

const nine = instant('2026-08-17T06:00:00.000Z');
const ten = instant('2026-08-17T07:00:00.000Z');

describe('the agenda of the simulated people', () => {
  it('gives acts in the order of time, and in the order they were planned where that is the same', async () => {
    const agenda = new Agenda();
    const done: string[] = [];
    const plan = (at: typeof nine, what: string): void => agenda.plan(at, what, async () => void done.push(what));
    plan(ten, 'later');
    plan(nine, 'first');
    plan(nine, 'second');
    expect(agenda.nextAt()).toBe(nine);

    for (let act = agenda.takeDue(nine); act; act = agenda.takeDue(nine)) await act.run();
    expect(done).toEqual(['first', 'second']);
    expect(agenda.nextAt()).toBe(ten);
    expect(agenda.takeDue(nine)).toBeUndefined();
    expect(agenda.takeDue(ten)?.what).toBe('later');
    expect(agenda.nextAt()).toBeUndefined();
  });
});
