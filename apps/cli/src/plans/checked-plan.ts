import { checkPlan, parseRegister, type CheckedPlan, type ParsedRegister, type Register } from '@app/domain';
import { readDataFile } from '../files/read-data-file';

/** A plan file as checked, with the register of the organisations file where one was given. */
export type CheckedFiles = CheckedPlan & { register?: Register };

/**
 * Checks a plan file, with an organisations file as the check's register. What is wrong with the organisations file comes first; the
 * plan is then checked without it.
 * @throws CliError (wrong usage) when a file cannot be read.
 */
export function checkPlanFile(file: string, organisations: string | undefined): CheckedFiles {
  const area = organisations === undefined ? undefined : readRegisterFile(organisations);
  const register = area && 'register' in area ? area.register : undefined;
  const read = readDataFile(file, 'invalid-plan');
  const checked: CheckedPlan = 'findings' in read ? read : checkPlan(read.data, { register });
  const findings = [...(area && 'findings' in area ? area.findings : []), ...checked.findings];
  return { ...checked, findings, ...(register === undefined ? {} : { register }) };
}

function readRegisterFile(file: string): ParsedRegister {
  const read = readDataFile(file, 'invalid-register');
  return 'findings' in read ? read : parseRegister(read.data);
}
