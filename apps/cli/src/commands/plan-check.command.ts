import type { PlanHead } from '@app/domain';
import type { Command } from 'commander';
import { messageLanguage } from '../config/language';
import { readPlanFile } from '../files/read-plan-file';
import { exitCodes } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { counted, print, printJson } from '../output/print';
import { addPlanHead, planFileForms, planHead } from './plan-head';

/** `plan check FILE`: what somebody should look at before the year goes live. Exit 1 when there is anything. */
export function addPlanCheck(plan: Command): void {
  const command = plan
    .command('check')
    .description('find what is wrong or doubtful in a plan file')
    .argument('<file>', planFileForms)
    .option('--json', 'print JSON only');
  addPlanHead(command).action(async (file: string, { json, ...head }: PlanHead & { json?: true }) => {
    const { findings } = await readPlanFile(file, { head: planHead(head) });
    if (json) printJson({ findings });
    else print(...findingLines(findings, messageLanguage(), file), `${counted(findings.length, 'finding')} in ${file}`);
    process.exitCode = findings.length > 0 ? exitCodes.refused : exitCodes.well;
  });
}
