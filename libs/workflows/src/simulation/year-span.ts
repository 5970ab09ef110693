import { addWorkingDays, civilDate, type CivilDate, type Plan, type PlanEntry, workingDayOnOrAfter } from '@app/domain';

/** The agreement of a council term is signed some days after the county council has approved it. */
const signingDays = 10;

/** When the agreement of the council term is signed, which the county council approves on the given day. */
export function signedOn(countyCouncilOn: CivilDate): CivilDate {
  return addWorkingDays(countyCouncilOn, signingDays);
}

/** The first and the last day of a span; both belong to it. */
export type Span = { from: CivilDate; to: CivilDate };

/**
 * What belongs to the year of a completed plan: from the first working day of the year to its end, or to the last date of what belongs to the
 * year, or until the agreement of the council term is signed, whichever is latest. What the term brings after that is left to later years.
 */
export function yearSpan({ year, entries }: Pick<Plan, 'year' | 'entries'>): Span {
  const ends = entries.flatMap(lastDatesOf);
  return {
    from: workingDayOnOrAfter(civilDate(`${year}-01-02`)),
    to: ends.reduce((latest, on) => (on > latest ? on : latest), civilDate(`${year}-12-31`)),
  };
}

function lastDatesOf({ workflow, dates }: PlanEntry): CivilDate[] {
  if (workflow !== 'council-term-negotiation') return Object.values(dates).map(({ on }) => on);
  return dates.countyCouncil ? [signedOn(dates.countyCouncil.on)] : [];
}
