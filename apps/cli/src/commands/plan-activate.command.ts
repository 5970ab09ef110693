import type { Plan } from '@app/domain';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { findingLines } from '../output/finding-lines';
import { note, print } from '../output/print';
import { activatePlan, readPlan, type Activation } from '../plans/activate-plan';

/** `plan activate FILE`: the year goes live; idempotent. Exit 1 while there are errors. */
export function addPlanActivate(plan: Command): void {
  plan
    .command('activate')
    .description('put a plan into force; what already runs is left alone')
    .argument('<file>', 'plan file, YAML or JSON')
    .action(async (file: string) => {
      const { plan, warnings } = readPlan(file);
      note(...findingLines(warnings, messageLanguage()));
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
