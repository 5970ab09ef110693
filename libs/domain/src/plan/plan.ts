import type { CivilDate } from '../calendar/civil-date';
import type { LocalTime } from '../calendar/instant';
import type { PlanWeekday } from '../calendar/weekday';
import type { Basis } from '../duties/basis';
import type { DateRule } from './date-rule';

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

/** A date of a plan that is not written but follows from others by a rule. */
export type PlanRuleDate = Omit<PlanDate, 'on'> & { rule: DateRule };

/** One workflow of the year with its named dates. */
export type PlanEntry = {
  id: string;
  workflow: string;
  /** The year or term the workflow is about, such as '2027' or '2025-2029'. */
  about?: string;
  title?: string;
  topics?: string[];
  dates: Record<string, PlanDate>;
  /** The dates that the author gave as rules; `completePlan` makes dates of them. */
  rules?: Record<string, PlanRuleDate>;
};

/** The year clock of one county as its authors planned it. */
export type Plan = { county: string; year: number; title: string; entries: PlanEntry[] };
