import { completePlan, type PlanHead } from '@app/domain';
import type { Command } from 'commander';
import { messageLanguage } from '../config/language';
import { exitCodes, refused } from '../output/cli-error';
import { findingLines, hasErrors } from '../output/finding-lines';
import { note, print, printJson } from '../output/print';
import { checkedLines, checkPlanFile } from '../plans/checked-plan';
import { planYaml } from '../plans/plan-yaml';
import { addPlanHead, planFileForms, planHead } from './plan-head';

type Options = PlanHead & { organisations?: string; json?: true };

/** `plan complete FILE`: the plan with the dates that follow from those it gives. Exit 1 where a date cannot be derived. */
export function addPlanComplete(plan: Command): void {
  const command = plan
    .command('complete')
    .description('print the plan with the dates that follow from its anchor dates, each explained')
    .argument('<file>', planFileForms)
    .option('--organisations <file>', "organisations file of the county: dates that follow from its bodies' meetings")
    .option('--json', 'print JSON only');
  addPlanHead(command).action(async (file: string, { organisations, json, ...head }: Options) => {
    const checked = await checkPlanFile(file, { organisations, head: planHead(head) });
    if (!checked.plan) throw refused(`The plan ${file} cannot be completed:`, checkedLines(checked).join('\n'));
    const { plan: completed, derived, findings } = completePlan(checked.plan, checked.register);
    if (json) printJson({ plan: completed, derived, findings });
    else print(planYaml(completed, derived, messageLanguage()).trimEnd());
    if (!json) note(...findingLines(findings, messageLanguage(), file));
    if (!checked.register) note("Dates that follow from bodies' meetings need --organisations FILE.");
    process.exitCode = hasErrors(findings) ? exitCodes.refused : exitCodes.well;
  });
}
