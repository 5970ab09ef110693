import { addDays, civilDate, yearOf, type CivilDate } from '../calendar/civil-date';

/** Whose council it is: county and municipal councils did not begin their terms on the same day before 2025. */
export type CouncilOf = 'county' | 'municipality';

/** A council term, named by the years in which it starts and ends: `2025-2029`. Both days belong to it. */
export type CouncilTerm = { id: string; startsOn: CivilDate; endsOn: CivilDate };

const lengthYears = 4;
const firstRegular = 2025;

// The first terms of the counties and the last municipal ones before both were brought to the same rhythm.
const irregular: Readonly<Record<CouncilOf, CouncilTerm>> = {
  county: { id: '2022-2025', startsOn: civilDate('2022-03-01'), endsOn: civilDate('2025-05-31') },
  municipality: { id: '2021-2025', startsOn: civilDate('2021-08-01'), endsOn: civilDate('2025-05-31') },
};

/** The council term to which the day belongs; undefined before the first term that is known. */
export function councilTermOn(on: CivilDate, of: CouncilOf): CouncilTerm | undefined {
  const first = irregular[of];
  if (on < first.startsOn) return undefined;
  if (on <= first.endsOn) return first;
  const beganInYear = on < `${yearOf(on)}-06-01` ? yearOf(on) - 1 : yearOf(on);
  return regular(beganInYear - ((beganInYear - firstRegular) % lengthYears));
}

/** The term of that name, such as `2025-2029`; undefined where no council has such a term. */
export function councilTerm(id: string, of: CouncilOf): CouncilTerm | undefined {
  if (id === irregular[of].id) return irregular[of];
  const [, start] = /^(\d{4})-\d{4}$/.exec(id) ?? [];
  const year = Number(start);
  if (start === undefined || year < firstRegular || (year - firstRegular) % lengthYears !== 0) return undefined;
  const term = regular(year);
  return term.id === id ? term : undefined;
}

/** The term that follows. */
export function nextCouncilTerm({ endsOn }: CouncilTerm): CouncilTerm {
  return regular(yearOf(addDays(endsOn, 1)));
}

function regular(year: number): CouncilTerm {
  return {
    id: `${year}-${year + lengthYears}`,
    startsOn: civilDate(`${year}-06-01`),
    endsOn: civilDate(`${year + lengthYears}-05-31`),
  };
}
