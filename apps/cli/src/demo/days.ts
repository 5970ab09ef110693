import {
  civilDate,
  completePlan,
  workingDayOnOrAfter,
  type CivilDate,
  type Plan,
  type PlanEntry,
  type Register,
} from '@app/domain';
import { wrongUsage } from '../output/cli-error';
import { signedOn } from './actors/term-coordinator';

/** The first and the last date to drive. */
export type Days = { from: CivilDate; to: CivilDate };

/**
 * Which dates to drive: from the first working day of the plan's year to its end, or to the last date of what belongs to the year,
 * or until the agreement of the council term is signed, whichever is latest. What the term brings after that is left to later years.
 * @throws CliError (wrong usage) when `until` is before the first date
 */
export function daysOf(plan: Plan, register: Register, until: CivilDate | undefined): Days {
  const from = workingDayOnOrAfter(civilDate(`${plan.year}-01-02`));
  const ends = completePlan(plan, register).plan.entries.flatMap(lastDatesOf);
  const to = until ?? ends.reduce((latest, on) => (on > latest ? on : latest), civilDate(`${plan.year}-12-31`));
  if (to >= from) return { from, to };
  throw wrongUsage(`The year is driven from ${from} on; ${to} is before that.`, 'Give a later date to --until.');
}

function lastDatesOf({ workflow, dates }: PlanEntry): CivilDate[] {
  if (workflow !== 'council-term-negotiation') return Object.values(dates).map(({ on }) => on);
  return dates.countyCouncil ? [signedOn(dates.countyCouncil.on)] : [];
}
