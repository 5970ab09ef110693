import type { Command } from 'commander';
import { messageLanguage } from '../config/language';
import { exitCodes } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { counted, print, printJson } from '../output/print';
import { checkPlanFile } from '../plans/checked-plan';

type Options = { organisations?: string; json?: true };

/** `plan check FILE`: what somebody should look at before the year goes live. Exit 1 when there is anything. */
export function addPlanCheck(plan: Command): void {
  plan
    .command('check')
    .description('find what is wrong or doubtful in a plan file')
    .argument('<file>', 'plan file, YAML or JSON')
    .option('--organisations <file>', 'organisations file of the county: who is double-booked, which seats are empty')
    .option('--json', 'print JSON only')
    .action((file: string, { organisations, json }: Options) => {
      const { findings } = checkPlanFile(file, organisations);
      if (json) printJson({ findings });
      else print(...findingLines(findings, messageLanguage()), `${counted(findings.length, 'finding')} in ${file}`);
      process.exitCode = findings.length > 0 ? exitCodes.refused : exitCodes.well;
    });
}
