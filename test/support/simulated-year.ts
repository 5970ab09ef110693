import { type Plan, planFile } from '@app/domain';
import { DayPost } from '@app/mail';
import { type Answering, readyPlan, simulate, type Simulation, type WaitingMail } from '@app/workflows';
import { examplePlan, exampleRegister } from './example-area';

/** The year of a plan of the example area, simulated with its register and with the mails as they are written. */
export function simulatedYear({
  answers,
  plan: given = examplePlan(),
}: {
  answers: Answering;
  plan?: Plan;
}): Simulation {
  const register = exampleRegister();
  const { plan, findings } = readyPlan(planFile(given), register);
  if (!plan) throw new Error(JSON.stringify(findings));
  return simulate({ plan, findings, register, answers, post: new DayPost<WaitingMail>(register) }).simulation;
}
