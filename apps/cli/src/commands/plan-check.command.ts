import type { PlanHead } from '@app/domain';
import type { Command } from 'commander';
import { exitCodes } from '../output/cli-error';
import { counted, print, printJson } from '../output/print';
import { checkPlanFile, checkedLines } from '../plans/checked-plan';
import { addPlanHead, planFileForms, planHead } from './plan-head';

type Options = PlanHead & { organisations?: string; json?: true };

/** `plan check FILE`: what somebody should look at before the year goes live. Exit 1 when there is anything. */
export function addPlanCheck(plan: Command): void {
  const command = plan
    .command('check')
    .description('find what is wrong or doubtful in a plan file')
    .argument('<file>', planFileForms)
    .option('--organisations <file>', 'organisations file of the county: who is double-booked, which seats are empty')
    .option('--json', 'print JSON only');
  addPlanHead(command).action(async (file: string, { organisations, json, ...head }: Options) => {
    const checked = await checkPlanFile(file, { organisations, head: planHead(head) });
    const findings = [...checked.organisationFindings, ...checked.findings];
    if (json) printJson({ findings });
    else print(...checkedLines(checked), `${counted(findings.length, 'finding')} in ${file}`);
    process.exitCode = findings.length > 0 ? exitCodes.refused : exitCodes.well;
  });
}
