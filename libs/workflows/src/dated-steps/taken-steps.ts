import type { CivilDate } from '@app/domain';
import type { DatedContext, StepTaken } from './dated-context';

/** Whether the step has been taken or skipped: its date is then history. */
export function isTaken<Step extends string>({ steps }: Pick<DatedContext<Step>, 'steps'>, step: Step): boolean {
  return steps[step] !== undefined;
}

/** The steps with one that has been taken, on the day that is told. */
export function taken<Step extends string>(
  { steps }: Pick<DatedContext<Step>, 'steps'>,
  step: Step,
  on: CivilDate,
): Partial<Record<Step, StepTaken>> {
  return { ...steps, [step]: { on, skipped: null } };
}

/** The steps with one that has been left out, for a reason that stays on record. */
export function skipped<Step extends string>(
  { steps }: Pick<DatedContext<Step>, 'steps'>,
  step: Step,
  { on, data }: { on: CivilDate; data: { reason: string } },
): Partial<Record<Step, StepTaken>> {
  return { ...steps, [step]: { on, skipped: data.reason } };
}
