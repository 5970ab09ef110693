import { plannedStarts } from '../index';
import { examplePlan, exampleRegister } from '../../../../test/support/example-area';
import { asWritten, readyPlan } from './ready-plan';
it('x', () => {
  const register = exampleRegister();
  const r = readyPlan(asWritten(examplePlan()), register);
  console.log(JSON.stringify(r.findings.map(f => [f.severity, f.code, f.entry, f.message.en]), null, 1));
  console.log(JSON.stringify(r.plan, null, 0));
  console.log(plannedStarts(r.plan!, register).findings);
  expect(asWritten(r.plan!)).toEqual(r.plan);
});
