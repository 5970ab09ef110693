import type { LadderName } from '@app/domain';
import { helsinkiInstant } from '@app/domain';
import type { DeadlineIntent } from '../kernel/intents';
import type { DatedContext } from './dated-context';

/** A step's deadline, as the plan dates it. Unless told otherwise the coordinator is reminded a week before and once after. */
export function stepDeadline<Step extends string>(
  { dates, closes }: Pick<DatedContext<Step>, 'dates' | 'closes'>,
  step: Step,
  ladder: LadderName = 'step',
): DeadlineIntent {
  return { ...dateWithoutReminders({ dates, closes }, step), ladder };
}

/** A date that others keep: their own handling or answer does the reminding. */
export function dateWithoutReminders<Step extends string>(
  { dates, closes }: Pick<DatedContext<Step>, 'dates' | 'closes'>,
  step: Step,
): DeadlineIntent {
  const { on, basis } = dates[step];
  return { name: step, dueOn: on, dueAt: helsinkiInstant(on, closes), basis };
}
