import { isCivilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import { blockedDay, workingDayOnOrAfter } from '../calendar/working-day';
import { weekdayAbbreviation } from '../calendar/weekday';
import type { Basis } from '../duties/basis';
import type { Finding } from '../finding';
import type { Text } from '../text';
import {
  blockedDayMessage,
  noDatesMessage,
  noSuchDayMessage,
  outsideYearMessage,
  untilBeforeAtMessage,
  weekdayMismatchMessage,
} from './date-messages';
import { lastDayMeant, nearestWeekday, sameDayInYear } from './date-proposals';
import type { PlanDateInput, PlanEntryInput } from './plan.schema';

type NamedDate = PlanDateInput & { name: string };
type ExistingDate = NamedDate & { on: CivilDate };

/** What is wrong with the dates of one entry, each by itself and against the plan's year. */
export function dateFindings(entry: PlanEntryInput, year: number): Finding[] {
  const named = Object.entries(entry.dates).map(([name, date]) => ({ ...date, name }));
  if (named.length === 0) return [finding(entry, 'invalid-plan', null, noDatesMessage())];
  const existing = named.filter(exists);
  // With a day that does not exist the entry may well be meant for this year: it is mended first.
  const isOutside = existing.length === named.length && existing.every(({ on }) => yearOf(on) !== year);
  const single = named.flatMap((date) =>
    exists(date) ? existingDateFindings(entry, date, year, isOutside) : [noSuchDay(entry, date)],
  );
  const [first] = existing;
  return isOutside && first !== undefined ? [...single, outsideYear(entry, existing, first, year)] : single;
}

function exists(date: NamedDate): date is ExistingDate {
  return isCivilDate(date.on);
}

function existingDateFindings(entry: PlanEntryInput, date: ExistingDate, year: number, isOutside: boolean): Finding[] {
  const findings: Finding[] = [];
  if (date.at !== undefined && date.until !== undefined && date.until <= date.at) {
    findings.push(finding(entry, 'invalid-plan', date.on, untilBeforeAtMessage(date.name, date.at, date.until)));
  }
  if (date.weekday !== undefined && date.weekday !== weekdayAbbreviation(date.on, 'fi')) {
    const proposal = isOutside ? sameDayInYear(date, year) : nearestWeekday(date.on, date.weekday, year);
    const message = weekdayMismatchMessage(date.name, date.on, date.weekday, proposal);
    return [...findings, finding(entry, 'weekday-mismatch', date.on, message, proposal)];
  }
  const blocked = blockedDay(date.on);
  if (blocked !== undefined && !isOutside && mayMove(date.basis)) {
    const proposal = workingDayOnOrAfter(date.on);
    const message = blockedDayMessage(date.name, date.on, blocked, proposal);
    findings.push(finding(entry, 'blocked-day', date.on, message, proposal));
  }
  return findings;
}

// What an act sets moves by Act 150/1930 or stands where the period ends: nobody chose the day, so nobody is asked.
function mayMove(basis: Basis): boolean {
  return basis !== 'statutory' && basis !== 'statutory-period-end';
}

function noSuchDay(entry: PlanEntryInput, { name, on }: NamedDate): Finding {
  const proposal = lastDayMeant(on);
  return finding(entry, 'invalid-date', on, noSuchDayMessage(name, on, proposal), proposal);
}

function outsideYear(
  entry: PlanEntryInput,
  dates: readonly ExistingDate[],
  first: ExistingDate,
  year: number,
): Finding {
  const proposal = dates.length === 1 ? sameDayInYear(first, year) : undefined;
  return finding(entry, 'outside-year', first.on, outsideYearMessage(first.on, year, proposal), proposal);
}

function finding(
  entry: PlanEntryInput,
  code: string,
  date: string | null,
  message: Text,
  proposal?: CivilDate,
): Finding {
  const about = { code, severity: 'error' as const, entry: entry.id, date, message };
  return proposal === undefined ? about : { ...about, proposal };
}
