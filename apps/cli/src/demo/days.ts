import { completePlan, type CivilDate, type Plan, type Register } from '@app/domain';
import { type Span, yearSpan } from '@app/workflows';
import { wrongUsage } from '../output/cli-error';

/**
 * Which dates to drive: those of the plan's year, or until somebody wants them to end.
 * @throws CliError (wrong usage) when `until` is before the first date
 */
export function daysOf(plan: Plan, register: Register, until: CivilDate | undefined): Span {
  const { from, to } = yearSpan(completePlan(plan, register).plan);
  if (until === undefined || until >= from) return { from, to: until ?? to };
  throw wrongUsage(`The year is driven from ${from} on; ${until} is before that.`, 'Give a later date to --until.');
}
