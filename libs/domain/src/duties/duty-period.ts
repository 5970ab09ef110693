import { civilDate, isCivilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import type { Duty } from './catalogue';
import { councilTerm, councilTermOn, nextCouncilTerm, type CouncilOf } from './council-terms';

/** The time in which a duty has to be fulfilled once: a calendar year (`2026`) or a council term (`2025-2029`). Both days belong to it. */
export type DutyPeriod = { kind: 'year' | 'term'; id: string; startsOn: CivilDate; endsOn: CivilDate };

/** The period of the duty that is called so, or in which the day lies; undefined where no such period is known. */
export function dutyPeriod({ every }: Pick<Duty, 'every'>, of: CouncilOf, named: string): DutyPeriod | undefined {
  if (every === 'year') {
    if (isCivilDate(named)) return yearPeriod(yearOf(named));
    return /^[12]\d{3}$/.test(named) ? yearPeriod(Number(named)) : undefined;
  }
  const term = isCivilDate(named) ? councilTermOn(named, of) : councilTerm(named, of);
  return term && { kind: 'term', ...term };
}

/** The duty's periods of which some day lies within the years, the first before the last. */
export function dutyPeriods(duty: Pick<Duty, 'every'>, of: CouncilOf, first: number, last: number): DutyPeriod[] {
  if (duty.every === 'year') return Array.from({ length: last - first + 1 }, (_, index) => yearPeriod(first + index));
  const end = civilDate(`${last}-12-31`);
  const periods: DutyPeriod[] = [];
  for (let term = firstTerm(of, first, last); term && term.startsOn <= end; term = nextCouncilTerm(term))
    periods.push({ kind: 'term', ...term });
  return periods;
}

export function isWithin({ startsOn, endsOn }: Pick<DutyPeriod, 'startsOn' | 'endsOn'>, on: CivilDate): boolean {
  return startsOn <= on && on <= endsOn;
}

/** Before the first term that is known there is none; the first one may begin within the years. */
function firstTerm(of: CouncilOf, first: number, last: number) {
  for (let year = first; year <= last; year += 1) {
    const term = councilTermOn(civilDate(`${year}-01-01`), of) ?? councilTermOn(civilDate(`${year}-12-31`), of);
    if (term) return term;
  }
  return undefined;
}

function yearPeriod(year: number): DutyPeriod {
  return { kind: 'year', id: String(year), startsOn: civilDate(`${year}-01-01`), endsOn: civilDate(`${year}-12-31`) };
}
