import { type Plan, planFile } from '@app/domain';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { readyPlan } from './ready-plan';

const register = exampleRegister();
const written = planFile(examplePlan()) as Plan;

function datesOf(plan: Plan | undefined, id: string) {
  return plan?.entries.find((entry) => entry.id === id)?.dates ?? {};
}

it('fills in the dates that follow from others, and leaves alone those that stand there', () => {
  const { plan, findings } = readyPlan(written, register);
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(datesOf(plan, 'hyte-negotiation-2026')).toEqual(datesOf(written, 'hyte-negotiation-2026'));
  expect(Object.keys(datesOf(written, 'interface-board-2026-1'))).toEqual(['meeting']);
  expect(Object.keys(datesOf(plan, 'interface-board-2026-1')).length).toBeGreaterThan(1);
});

it('is the same again when it is read from the plan in force', () => {
  const { plan } = readyPlan(written, register);
  if (!plan) throw new Error('the example plan has errors');
  expect(readyPlan(planFile(plan), register).plan).toEqual(plan);
});

it('writes a date that no rule could be followed to as its author did', () => {
  const rule = { days: 7, from: 'event' };
  const plan: Plan = {
    ...examplePlan(),
    entries: [{ id: 'forum', workflow: 'event', dates: {}, rules: { after: { rule, basis: 'agreed' } } }],
  };
  expect(planFile(plan)).toMatchObject({ entries: [{ dates: { after: { rule, basis: 'agreed' } } }] });
});

it('is not there while the plan has errors, all of which are told', () => {
  const { plan, findings } = readyPlan({ ...written, county: '9', colour: 'red' }, register);
  expect(plan).toBeUndefined();
  expect(findings.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(1);
});
