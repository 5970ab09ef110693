import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plan, Register } from '@app/domain';
import { checkPlan, parseRegister } from '@app/domain';
import { type PlannedStart, plannedStarts } from '@app/workflows';
import { parse } from 'yaml';
import { withEveryKind } from './every-kind';

/** Two folders up, or three from where it stands once built. */
const data = [join(__dirname, '..', '..', 'data'), join(__dirname, '..', '..', '..', 'data')].find(existsSync) ?? '';

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

/** The plan of 2026 in which the year's negotiation alone is driven: nobody knows the workflows of the other entries. */
export function negotiationPlan(): Plan {
  const plan = planDriving('hyte-negotiation');
  return { ...plan, entries: plan.entries.filter(({ id }) => !id.startsWith('council-term-negotiation')) };
}

/** The plan of 2026 in which only entries of these workflows are driven. */
export function planDriving(...workflows: string[]): Plan {
  const plan = examplePlan();
  const entries = plan.entries.map((entry) =>
    workflows.includes(entry.workflow) ? entry : { ...entry, workflow: 'own-matter' },
  );
  return { ...plan, entries };
}

/** The clean plan, with an entry of every kind. */
export function wholePlan(register = exampleRegister()): Plan {
  return withEveryKind(examplePlan(), register);
}

/** What the clean plan starts for one of its entries, with the dates that follow from those it gives. */
export function plannedEntry(entry: string, register = exampleRegister()): PlannedStart {
  const { starts, findings } = plannedStarts(wholePlan(register), register);
  const found = starts.find((start) => start.entry === entry);
  if (!found) throw new Error(`The plan starts no ${entry}: ${JSON.stringify(findings)}`);
  return found;
}

/** The negotiation of 2023 as it is entered afterwards, without the key under which the file has it. */
export function historyOf2023(changes: Record<string, unknown> = {}): Record<string, unknown> {
  const { entries } = read('history-2023.yaml') as { entries: Record<string, unknown>[] };
  const { key: _, ...entry } = entries[0] ?? {};
  return { ...entry, ...changes };
}
