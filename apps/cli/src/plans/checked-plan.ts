import {
  checkPlan,
  type CheckedPlan,
  type Finding,
  type ParsedRegister,
  type PlanHead,
  type Register,
} from '@app/domain';
import { messageLanguage } from '../config/language';
import { readPlanFile } from '../files/read-plan-file';
import { readRegisterFile } from '../files/read-register-file';
import { findingLines } from '../output/finding-lines';

/** A plan file as checked, with the register of the organisations file where one was given, and what is wrong with that. */
export type CheckedFiles = CheckedPlan & { register?: Register; files: Files; organisationFindings: Finding[] };

type Files = { plan: string; organisations: string | undefined };

/**
 * Checks a plan file, with an organisations file as the check's register; where that has errors, the plan is checked without it.
 * @throws CliError (wrong usage) when a file cannot be read.
 */
export async function checkPlanFile(
  file: string,
  { organisations, head = {} }: { organisations: string | undefined; head?: PlanHead },
): Promise<CheckedFiles> {
  const area: ParsedRegister = organisations === undefined ? { findings: [] } : await readRegisterFile(organisations);
  const { register, findings: organisationFindings } = area;
  const checked = await readPlanFile(file, { head, check: (data) => checkPlan(data, register && { register }) });
  return {
    ...checked,
    files: { plan: file, organisations },
    organisationFindings,
    ...(register === undefined ? {} : { register }),
  };
}

/** The findings of both files, those of the organisations first, each with the file it is in. */
export function checkedLines({ files, organisationFindings, findings }: CheckedFiles): string[] {
  const language = messageLanguage();
  return [
    ...findingLines(organisationFindings, language, files.organisations),
    ...findingLines(findings, language, files.plan),
  ];
}
