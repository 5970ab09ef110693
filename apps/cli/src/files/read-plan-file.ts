import { checkPlan, type CheckedPlan, type PlanHead } from '@app/domain';
import { wrongKindFindings } from './kind-of-data';
import { placeFindings } from './place-findings';
import { readDataFile } from './read-data-file';

const code = 'invalid-plan';

/**
 * Reads and checks a plan in any of the forms of a data file; its findings have their places.
 * @param options head: what a table without the sheet of the year clock does not say; check: with a register, for example
 * @throws CliError (wrong usage) when the file is not there or may not be read.
 */
export async function readPlanFile(
  file: string,
  { head = {}, check = checkPlan }: { head?: PlanHead; check?: (data: unknown) => CheckedPlan } = {},
): Promise<CheckedPlan> {
  const read = await readDataFile(file, code, { plan: head });
  if ('findings' in read) return read;
  const wrong = wrongKindFindings(read.data, 'plan', code);
  if (wrong.length > 0) return { findings: wrong };
  const { plan, findings } = check(read.data);
  return { ...(plan && { plan }), findings: [...read.noted, ...placeFindings(findings, read.locate)] };
}
