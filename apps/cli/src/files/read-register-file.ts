import { parseRegister, type ParsedRegister } from '@app/domain';
import { hasErrors } from '../output/finding-lines';
import { wrongKindFindings } from './kind-of-data';
import { placeFindings } from './place-findings';
import { readDataFile, type Around } from './read-data-file';

const code = 'invalid-register';

/**
 * Reads and checks an organisations file in any of the forms of a data file; its findings have their places. `register` is
 * missing when one of them is an error.
 * @param known the register as it stands, which tables that hold a part of one leave as it is
 * @throws CliError (wrong usage) when the file is not there or may not be read.
 */
export async function readRegisterFile(file: string, known?: Around['register']): Promise<ParsedRegister> {
  const read = await readDataFile(file, code, known && { register: known });
  if ('findings' in read) return read;
  const wrong = wrongKindFindings(read.data, 'organisations', code);
  if (wrong.length > 0) return { findings: wrong };
  const { register, findings: found } = parseRegister(read.data);
  const findings = [...read.noted, ...placeFindings(found, read.locate)];
  return register === undefined || hasErrors(findings) ? { findings } : { register, findings };
}
