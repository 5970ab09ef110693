import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Register } from '@app/domain';
import { checkPlan, parseRegister } from '@app/domain';
import { parse } from 'yaml';

const data = join(__dirname, '..', '..', 'data');

function read(file: string): unknown {
  return parse(readFileSync(join(data, file), 'utf8'));
}

/** The register of the example area, Päijät-Häme with invented people. */
export function exampleRegister(): Register {
  const { register, findings } = parseRegister(read('paijat-hame-organisations.yaml'));
  if (!register) throw new Error(JSON.stringify(findings));
  return register;
}

/** The clean plan of 2026. */
export function examplePlan(): Plan {
  const { plan, findings } = checkPlan(read('paijat-hame-2026.yaml'));
  if (!plan) throw new Error(JSON.stringify(findings));
  return plan;
}
