import { completePlan, type Finding, type Plan, type PlanHead, type Register } from '@app/domain';
import type { ActivationAnswer, Store } from '@app/store';
import { type PlanPreview, readyPlan } from '@app/workflows';
import { placeFindings } from '../files/place-findings';
import { type PlanData, readPlanData, readPlanFile } from '../files/read-plan-file';
import { messageLanguage } from '../config/language';
import { refused } from '../output/cli-error';
import { findingLines, hasErrors } from '../output/finding-lines';

/** `previewed`: only looked at, whatever was found. `plan` and `preview` are null where the plan itself has errors. */
export type Activation = {
  outcome: Exclude<ActivationAnswer['outcome'], 'stale'> | 'previewed';
  /** The revision in force afterwards; 0 while none is. */
  revision: number;
  plan: Plan | null;
  preview: Omit<PlanPreview, 'findings'> | null;
  findings: Finding[];
};

const actor = { id: 'cli', role: 'admin' } as const;

/** @throws CliError (refused) with the findings when the file is no plan or has errors; warnings are answered. */
export async function readPlan(file: string): Promise<{ plan: Plan; warnings: Finding[] }> {
  const { plan, findings } = await readPlanFile(file);
  if (plan && !hasErrors(findings)) return { plan, warnings: findings };
  throw refusedPlan(file, findings);
}

/** What the file holds, to be put into force. @throws CliError (refused) when it is not the file of a plan at all. */
export async function readPlanToActivate(file: string, head: PlanHead): Promise<PlanData & { county: string }> {
  const read = await readPlanData(file, head);
  if ('findings' in read) throw refusedPlan(file, read.findings);
  const { county } = (read.data ?? {}) as { county?: unknown };
  if (typeof county === 'string') return { ...read, county };
  const { findings } = await readPlanFile(file, { head });
  throw refusedPlan(file, findings);
}

/** The county's register. @throws CliError (refused) when it is not there yet. */
async function registerOf(store: Store, county: string): Promise<Register> {
  const register = await store.register.read(county);
  if (register) return register;
  throw refused(
    `The organisations of county ${county} are not known yet.`,
    'Import them first: vuosikello import organisations FILE',
  );
}

/**
 * Puts a plan into force, or only looks what that would do. Idempotent. A plan in force is changed only with a reason.
 * @throws CliError (refused) when the county's register is not there yet, or the year was changed at the same moment.
 */
export async function activatePlan(
  store: Store,
  { data, county, locate, noted }: PlanData & { county: string },
  { reason, dryRun = false }: { reason?: string | undefined; dryRun?: boolean } = {},
): Promise<Activation> {
  const register = await registerOf(store, county);
  const ready = readyPlan(data, register, await store.duties.fulfilled(county));
  const findings = [...noted, ...placeFindings(ready.findings, locate)];
  const { plan } = ready;
  if (!plan) return { outcome: dryRun ? 'previewed' : 'refused', revision: 0, plan: null, preview: null, findings };
  const seen = await store.plans.preview({ plan, register, actor, reason });
  const told = (outcome: Activation['outcome'], revision: number, { findings: more, ...preview }: PlanPreview) => ({
    outcome,
    revision,
    plan,
    preview,
    findings: [...findings, ...more],
  });
  if (dryRun) return told('previewed', seen.revision, seen);
  const answer = await store.plans.activate({ plan, register, actor, reason, expectRevision: seen.revision });
  if (answer.outcome === 'stale') {
    throw refused(
      `The year was changed at the same moment; revision ${answer.revision} is in force now.`,
      'Look again what would change: vuosikello plan activate FILE --dry-run',
    );
  }
  const { outcome, preview } = answer;
  return told(outcome, 'revision' in answer ? answer.revision : preview.revision, preview);
}

/**
 * Puts a year's first plan into force.
 * @throws CliError (refused) with the findings when the plan and the register do not fit together
 */
export async function goLive(store: Store, plan: Plan, register: Register): Promise<PlanPreview> {
  const completed = completePlan(plan, register);
  const answer = await store.plans.activate({ plan: completed.plan, register, actor });
  if (answer.outcome === 'activated') return answer.preview;
  const findings = 'preview' in answer ? answer.preview.findings : [];
  throw refused(`${plan.title} could not be put into force (${answer.outcome}).`, errorLines(findings));
}

function refusedPlan(file: string, findings: readonly Finding[]): Error {
  return refused(`The plan ${file} has errors:`, errorLines(findings, file));
}

function errorLines(findings: readonly Finding[], file?: string): string {
  return [...findingLines(findings, messageLanguage(), file), 'Correct them and try again; nothing was changed.'].join(
    '\n',
  );
}
