import { checkPlan } from '@app/domain';
import type { Command } from 'commander';
import { messageLanguage } from '../config/language';
import { readDataFile } from '../files/read-data-file';
import { exitCodes } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { counted, print, printJson } from '../output/print';

/** `plan check FILE`: what somebody should look at before the year goes live. Exit 1 when there is anything. */
export function addPlanCheck(plan: Command): void {
  plan
    .command('check')
    .description('find what is wrong or doubtful in a plan file')
    .argument('<file>', 'plan file, YAML or JSON')
    .option('--json', 'print JSON only')
    .action((file: string, { json }: { json?: true }) => {
      const read = readDataFile(file, 'invalid-plan');
      const findings = 'findings' in read ? read.findings : checkPlan(read.data).findings;
      if (json) printJson({ findings });
      else print(...findingLines(findings, messageLanguage()), `${counted(findings.length, 'finding')} in ${file}`);
      process.exitCode = findings.length > 0 ? exitCodes.refused : exitCodes.well;
    });
}
