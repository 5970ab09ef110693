import type { CivilDate } from '../calendar/civil-date';
import type { LocalTime } from '../calendar/instant';
import type { PlanWeekday } from '../calendar/weekday';
import type { Basis } from '../duties/basis';

/** A date of a plan. `weekday` is what its author wrote, checked against `on`. */
export type PlanDate = {
  on: CivilDate;
  weekday?: PlanWeekday;
  at?: LocalTime;
  until?: LocalTime;
  place?: string;
  body?: string;
  basis: Basis;
};

/** One workflow of the year with its named dates. */
export type PlanEntry = {
  id: string;
  workflow: string;
  /** The year or term the workflow is about, such as '2027' or '2025-2029'. */
  about?: string;
  title?: string;
  topics?: string[];
  dates: Record<string, PlanDate>;
};

/** The year clock of one county as its authors planned it. */
export type Plan = { county: string; year: number; title: string; entries: PlanEntry[] };
