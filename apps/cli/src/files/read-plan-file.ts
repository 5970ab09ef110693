import { checkPlan, type CheckedPlan, type Finding, type PlanHead } from '@app/domain';
import { wrongKindFindings } from './kind-of-data';
import { placeFindings } from './place-findings';
import { type DataFile, readDataFile } from './read-data-file';

const code = 'invalid-plan';

/** A plan as its author wrote it, still to be checked, with the places of its values. */
export type PlanData = Exclude<DataFile, { findings: Finding[] }>;

/** Reads a plan without checking it; only findings where the file cannot be read or holds something else. */
export async function readPlanData(file: string, head: PlanHead = {}): Promise<DataFile> {
  const read = await readDataFile(file, code, { plan: head });
  if ('findings' in read) return read;
  const wrong = wrongKindFindings(read.data, 'plan', code);
  return wrong.length > 0 ? { findings: wrong } : read;
}

/**
 * Reads and checks a plan in any of the forms of a data file; its findings have their places.
 * @param options head: what a table without the sheet of the year clock does not say; check: with a register, for example
 * @throws CliError (wrong usage) when the file is not there or may not be read.
 */
export async function readPlanFile(
  file: string,
  { head = {}, check = checkPlan }: { head?: PlanHead; check?: (data: unknown) => CheckedPlan } = {},
): Promise<CheckedPlan> {
  const read = await readPlanData(file, head);
  if ('findings' in read) return read;
  const { plan, findings } = check(read.data);
  return { ...(plan && { plan }), findings: [...read.noted, ...placeFindings(findings, read.locate)] };
}
