import { planFile } from '@app/domain';
import { DayPost } from '@app/mail';
import { readyPlan, type WaitingMail } from '@app/workflows';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { Problem } from '../problems/problem';
import { SimulationDesk } from './simulation-desk';

function year(...entries: string[]) {
  const register = exampleRegister();
  const whole = planFile(examplePlan());
  const part = { ...whole, entries: whole.entries.filter(({ id }) => entries.includes(id)) };
  const { plan, findings } = readyPlan(part, register);
  if (!plan) throw new Error(JSON.stringify(findings));
  return { plan, findings, register, answers: 'never' as const, post: new DayPost<WaitingMail>(register) };
}

const codeOf = (error: unknown) => (error instanceof Problem ? error.kind : error);

describe('simulations over REST', () => {
  it('are done one after another while others get their turn, and few wait', async () => {
    const desk = new SimulationDesk();
    const done: number[] = [];
    const asked = [1, 2, 3, 4].map((no) => desk.simulate(year('interface-board-2026-1')).then(() => done.push(no)));
    await expect(desk.simulate(year()).catch(codeOf)).resolves.toBe('too-many-requests');
    let turns = 0;
    const other = setInterval(() => (turns += 1), 0);
    await Promise.all(asked);
    clearInterval(other);
    expect(done).toEqual([1, 2, 3, 4]);
    expect(turns).toBeGreaterThan(1);
    expect((await desk.simulate(year())).simulation.timeline).toEqual([]);
  });

  it('end where a plan is too large, and the next one is done', async () => {
    const desk = new SimulationDesk(20);
    const both = await Promise.all(
      [year('interface-board-2026-1'), year()].map((one) => desk.simulate(one).then(() => 'done', codeOf)),
    );
    expect(both).toEqual(['simulation-too-long', 'done']);
  });
});
