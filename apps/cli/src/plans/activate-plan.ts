import type { Finding, Plan, PlanHead, Register } from '@app/domain';
import type { Store } from '@app/store';
import { plannedStarts } from '@app/workflows';
import { readPlanFile } from '../files/read-plan-file';
import { messageLanguage } from '../config/language';
import { refused } from '../output/cli-error';
import { findingLines, hasErrors } from '../output/finding-lines';

/** What activating a plan did: ids of workflows started now and earlier, and the entries that nothing drives yet. */
export type Activation = { started: string[]; already: string[]; notDriven: string[] };

/** @throws CliError (refused) with the findings when the file is no plan or has errors; warnings are answered. */
export async function readPlan(file: string, head: PlanHead = {}): Promise<{ plan: Plan; warnings: Finding[] }> {
  const { plan, findings } = await readPlanFile(file, { head });
  if (plan && !hasErrors(findings)) return { plan, warnings: findings };
  throw refusedWith(`The plan ${file} has errors:`, findings, file);
}

/**
 * Puts a checked plan into force. Idempotent.
 * @throws CliError (refused) when the county's register is not there or lacks what the plan needs.
 */
export async function activatePlan(store: Store, plan: Plan): Promise<Activation> {
  const register = await store.register.read(plan.county);
  if (!register) {
    throw refused(
      `The organisations of county ${plan.county} are not known yet.`,
      'Import them first: vuosikello import organisations FILE',
    );
  }
  const { starts, notDriven } = startsOf(plan, register);
  const { started, already } = await store.plans.activate(plan, starts, { id: 'cli', role: 'admin' });
  return { started, already, notDriven };
}

/** What the plan would start. @throws CliError (refused) when the register lacks what it needs. */
function startsOf(plan: Plan, register: Register): ReturnType<typeof plannedStarts> {
  const planned = plannedStarts(plan, register);
  if (hasErrors(planned.findings))
    throw refusedWith('The plan and the register do not fit together:', planned.findings);
  return planned;
}

function refusedWith(what: string, findings: readonly Finding[], file?: string): Error {
  return refused(
    what,
    [...findingLines(findings, messageLanguage(), file), 'Correct them and try again; nothing was changed.'].join('\n'),
  );
}
