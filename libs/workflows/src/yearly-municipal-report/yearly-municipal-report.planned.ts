import type { Finding, PlanEntry, Register } from '@app/domain';
import { municipalitiesOn, yearOf } from '@app/domain';
import type { Json } from '../kernel/command';
import { datesOfPlan, missingDate } from '../planned-entry';
import type { ReportsInput } from './yearly-municipal-report.data';
import { reportsInput } from './yearly-municipal-report.data';

/** Start data of a year's municipal reports: the date asked for, and the county's municipalities on it. */
export function reportsFromPlan(entry: PlanEntry, register: Register): { data: Json } | { findings: Finding[] } {
  const read = reportsInput.shape.dates.safeParse(datesOfPlan(entry.dates));
  if (!read.success) return { findings: read.error.issues.map(({ path }) => missingDate(entry.id, path)) };
  const { on } = read.data.deliveredToCounty;
  const data: ReportsInput = {
    year: yearOf(on),
    municipalities: municipalitiesOn(register, on).map(({ id }) => id),
    dates: read.data,
    closes: register.county.closes,
  };
  return { data: data as Json };
}
