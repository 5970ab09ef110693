import type { Plan, PlanHead } from '@app/domain';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { findingLines } from '../output/finding-lines';
import { note, print } from '../output/print';
import { addPlanHead, planFileForms, planHead } from './plan-head';
import { activatePlan, readPlan, type Activation } from '../plans/activate-plan';

/** `plan activate FILE`: the year goes live; idempotent. Exit 1 while there are errors. */
export function addPlanActivate(plan: Command): void {
  const command = plan
    .command('activate')
    .description('put a plan into force; what already runs is left alone')
    .argument('<file>', planFileForms);
  addPlanHead(command).action(async (file: string, head: PlanHead) => {
    const { plan, warnings } = await readPlan(file, planHead(head));
    note(...findingLines(warnings, messageLanguage(), file));
    const activation = await withStore(readSettings(), (store) => activatePlan(store, plan));
    print(...told(plan, activation));
  });
}

function told({ title, entries }: Plan, { started, already, notDriven }: Activation): string[] {
  const titleOf = new Map(entries.map(({ id, title, workflow }) => [id, title ?? workflow]));
  return [
    `${title}:`,
    ...started.map((id) => `  started          ${id}`),
    ...already.map((id) => `  already running  ${id}`),
    ...notDriven.map((id) => `  not yet driven   ${id} (${titleOf.get(id) ?? ''})`),
  ];
}
