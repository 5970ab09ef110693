import type { PlanHead } from '@app/domain';
import type { Command } from 'commander';
import { withStore } from '../composition/database';
import { messageLanguage } from '../config/language';
import { readSettings } from '../config/settings';
import { exitCodes, wrongUsage } from '../output/cli-error';
import { findingLines, hasErrors } from '../output/finding-lines';
import { note, print, printJson } from '../output/print';
import { type Activation, activatePlan, readPlanToActivate } from '../plans/activate-plan';
import { previewLines } from '../plans/preview-lines';
import { addPlanHead, planFileForms, planHead } from './plan-head';

type Options = PlanHead & { reason?: string; dryRun?: boolean; json?: boolean };

/**
 * `plan activate FILE`: the year goes live; idempotent. A plan in force is changed only with `--reason`; without it what
 * would change is shown. Exit 1 while there are errors, and where a reason is missing.
 */
export function addPlanActivate(plan: Command): void {
  const command = plan
    .command('activate')
    .description(
      'put a plan into force, or change the one in force; what already runs is left alone unless its dates change',
    )
    .argument('<file>', planFileForms)
    .option('--reason <text>', 'why the plan in force changes: goes into the log')
    .option('--dry-run', 'only show what would change')
    .option('--json', 'print JSON only');
  addPlanHead(command).action(async (file: string, { reason, dryRun = false, json = false, ...head }: Options) => {
    if (reason?.trim() === '') throw wrongUsage('The reason is empty.', 'Say why the plan changes.');
    const read = await readPlanToActivate(file, planHead(head));
    const activation = await withStore(readSettings(), (store) =>
      activatePlan(store, read, { reason: reason?.trim(), dryRun }),
    );
    if (json) {
      const { plan: _plan, ...told } = activation;
      printJson(told);
    } else show(activation, file);
    if (isDone(activation)) return;
    if (!json) note(...whatToDo(activation, file));
    process.exitCode = exitCodes.refused;
  });
}

function isDone({ outcome, findings }: Activation): boolean {
  return outcome !== 'reason-required' && !hasErrors(findings);
}

function show(activation: Activation, file: string): void {
  const { outcome, preview, findings, revision } = activation;
  const language = messageLanguage();
  note(...findingLines(findings, language, file));
  const isFirst = outcome === 'activated' && revision === 1;
  if (preview && !isFirst) print(...previewLines(preview, language));
  if (outcome === 'activated' || outcome === 'unchanged') print(...told(activation));
}

function whatToDo({ outcome }: Activation, file: string): string[] {
  if (outcome !== 'reason-required') return ['Nothing was changed. Correct the errors above and try again.'];
  return [
    'Nothing was changed yet: a plan in force is changed only with a reason.',
    `To apply what is shown above: vuosikello plan activate ${file} --reason "why"`,
  ];
}

function told({ plan, preview, revision }: Activation): string[] {
  if (!plan || !preview) return [];
  const titleOf = new Map(plan.entries.map(({ id, title, workflow }) => [id, title ?? workflow]));
  return [
    `${plan.title} (revision ${revision}):`,
    ...preview.started.map((id) => `  started          ${id}`),
    ...preview.changes.flatMap(({ workflow, dates }) =>
      workflow !== null && dates.some(({ stays }) => !stays) ? [`  changed          ${workflow}`] : [],
    ),
    ...preview.same.map((entry) => `  already running  ${plan.county}.${entry}`),
    ...preview.notDriven.map((entry) => `  not yet driven   ${entry} (${titleOf.get(entry) ?? ''})`),
  ];
}
