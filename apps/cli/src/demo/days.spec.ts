import { civilDate } from '@app/domain';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { daysOf } from './days';

const register = exampleRegister();
const plan = examplePlan();

describe('the dates to drive', () => {
  it('end when the agreement of the council term is signed, ten working days after the county council', () => {
    expect(daysOf(plan, register, undefined)).toEqual({ from: '2026-01-02', to: '2027-02-22' });
  });

  it('end with the last date of the year’s own matters where nothing of the term lies later', () => {
    const entries = plan.entries.filter(({ workflow }) => workflow !== 'council-term-negotiation');
    expect(daysOf({ ...plan, entries }, register, undefined).to).toBe('2027-01-29');
    expect(daysOf({ ...plan, entries: [] }, register, undefined).to).toBe('2026-12-31');
  });

  it('end where somebody wants them to, but not before they begin', () => {
    expect(daysOf(plan, register, civilDate('2026-06-10')).to).toBe('2026-06-10');
    expect(() => daysOf(plan, register, civilDate('2025-12-31'))).toThrow('2025-12-31 is before that');
  });
});
