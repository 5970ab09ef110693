import type { PlanHead, Register } from '@app/domain';
import { DayPost } from '@app/mail';
import { type Answering, answerings, readyPlan, simulate, type WaitingMail } from '@app/workflows';
import { type Command, Option } from 'commander';
import { exampleFile } from '../composition/installation';
import { messageLanguage } from '../config/language';
import { placeFindings } from '../files/place-findings';
import { refused } from '../output/cli-error';
import { findingLines } from '../output/finding-lines';
import { note, print, printJson } from '../output/print';
import { readPlanToActivate } from '../plans/activate-plan';
import { readRegister } from '../registers/import-register';
import { reportLines } from '../simulations/report-lines';
import { requireEmpty, writeMails } from '../simulations/write-mails';
import { addPlanHead, planFileForms, planHead } from './plan-head';

type Options = PlanHead & { organisations?: string; answers: Answering; mails?: string; json?: true };

/** `simulate FILE`: a plan's whole year in memory. Needs no database, and touches nothing but the folder of `--mails`. */
export function addSimulate(program: Command): void {
  const command = program
    .command('simulate')
    .description('the whole year of a plan without touching anything: timeline, mails, load, collisions')
    .argument('<file>', planFileForms)
    .option('--organisations <file>', 'organisations file of the county; the example area’s unless given')
    .addOption(new Option('--answers <when>', 'when those who are asked answer').choices(answerings).default('on-time'))
    .option('--mails <folder>', 'write each mail there as it would be sent, with an index; a new or an empty folder')
    .option('--json', 'print JSON only');
  addPlanHead(command).action(
    async (file: string, { organisations, answers, mails: folder, json, ...head }: Options) => {
      if (folder !== undefined) requireEmpty(folder);
      const { data, county, locate, noted } = await readPlanToActivate(file, planHead(head));
      const register = await registerOf(county, organisations);
      const ready = readyPlan(data, register);
      const findings = [...noted, ...placeFindings(ready.findings, locate)];
      const language = messageLanguage();
      const { plan } = ready;
      if (!plan)
        throw refused(`The plan ${file} cannot be simulated:`, findingLines(findings, language, file).join('\n'));
      const post = new DayPost<WaitingMail>(register);
      const { simulation, sent } = simulate({ plan, findings, register, answers, post });
      if (folder !== undefined) {
        writeMails(folder, sent, { register, language });
        note(`The mails are in ${folder}; begin with index.html there.`);
      }
      if (json) printJson(simulation);
      else print(...reportLines(simulation, register, language, file));
    },
  );
}

/** @throws CliError (refused) where the file is no register, or it is of another county than the plan */
async function registerOf(county: string, file: string | undefined): Promise<Register> {
  const register = await readRegister(file ?? exampleFile('paijat-hame-organisations.yaml'));
  const { code } = register.county;
  if (code === county) return register;
  throw refused(
    file === undefined
      ? `The plan is of county ${county}, whose organisations are not known here.`
      : `The plan is of county ${county}; the organisations in ${file} are those of county ${code}.`,
    `Give the organisations file of county ${county} with --organisations FILE.`,
  );
}
