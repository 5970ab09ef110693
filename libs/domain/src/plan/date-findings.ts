import { isCivilDate, yearOf, type CivilDate } from '../calendar/civil-date';
import { blockedDay, workingDayOnOrAfter } from '../calendar/working-day';
import { weekdayAbbreviation, type PlanWeekday } from '../calendar/weekday';
import type { Finding } from '../finding';
import type { Text } from '../text';
import {
  blockedDayMessage,
  noDatesMessage,
  noRuleMessage,
  noSuchDayMessage,
  onOrRuleMessage,
  outsideYearMessage,
  untilBeforeAtMessage,
  weekdayMismatchMessage,
} from './date-messages';
import { lastDayMeant, nearestWeekday, sameDayInYear } from './date-proposals';
import type { DatedEntry } from './dated-entries';
import { datePath, type DraftDate, type DraftEntry, type Path } from './plan-draft';
import { needsNoDates } from './workflow-kinds';

type ExistingDate = DraftDate & { on: CivilDate };

/**
 * What is wrong with the dates of one entry, each by itself and against the plan's year. A date with a rule is looked at as the
 * day that follows from it. `year` is undefined where the plan's cannot be read.
 */
export function dateFindings(entry: DraftEntry, dated: DatedEntry, year: number | undefined): Finding[] {
  if (entry.isEmpty) return needsNoDates(entry.workflow) ? [] : [noDates(entry)];
  const dates = entry.dates.map((date) => withDay(date, dated));
  const existing = dates.filter(exists);
  // With a day that does not exist the entry may well be meant for this year: it is mended first.
  const isOutside =
    year !== undefined && existing.length === dates.length && existing.every(({ on }) => yearOf(on) !== year);
  const single = dates.flatMap((date) => [
    ...formFindings(entry, date),
    ...(exists(date) ? existingDateFindings(entry, date, year, isOutside) : noSuchDay(entry, date)),
  ]);
  const [first] = existing;
  return isOutside && first !== undefined ? [...single, outsideYear(entry, existing, first, year)] : single;
}

/** The date with the day that its rule gave. */
function withDay(date: DraftDate, { dates }: DatedEntry): DraftDate {
  const on = date.on ?? dates.get(date.name)?.on;
  return on === undefined ? date : { ...date, on };
}

function exists(date: DraftDate): date is ExistingDate {
  return date.on !== undefined && isCivilDate(date.on);
}

function formFindings(entry: DraftEntry, { name, given, rule, at, until, on }: DraftDate): Finding[] {
  const path = ['entries', entry.index, 'dates', name];
  const findings: Finding[] = [];
  if (given.length !== 1) findings.push(finding(entry, 'invalid-plan', null, onOrRuleMessage(name), path));
  else if (given[0] === 'rule' && rule === undefined) {
    findings.push(finding(entry, 'invalid-plan', null, noRuleMessage(name), [...path, 'rule']));
  }
  if (at !== undefined && until !== undefined && until <= at) {
    findings.push(
      finding(entry, 'invalid-plan', on ?? null, untilBeforeAtMessage(name, at, until), [...path, 'until']),
    );
  }
  return findings;
}

function existingDateFindings(
  entry: DraftEntry,
  date: ExistingDate,
  year: number | undefined,
  isOutside: boolean,
): Finding[] {
  const path = datePath(entry, date);
  if (date.weekday !== undefined && date.weekday !== weekdayAbbreviation(date.on, 'fi')) {
    const proposal = dayWithWeekday(date, date.weekday, year ?? yearOf(date.on), isOutside);
    const message = weekdayMismatchMessage(date.name, date.on, date.weekday, proposal);
    return [finding(entry, 'weekday-mismatch', date.on, message, path, proposal)];
  }
  const blocked = blockedDay(date.on);
  if (blocked === undefined || isOutside || !mayMove(date)) return [];
  const proposal = workingDayOnOrAfter(date.on);
  const message = blockedDayMessage(date.name, date.on, blocked, proposal);
  return [finding(entry, 'blocked-day', date.on, message, path, proposal)];
}

function dayWithWeekday(date: ExistingDate, weekday: PlanWeekday, year: number, isOutside: boolean) {
  return isOutside ? sameDayInYear(date, year) : nearestWeekday(date.on, weekday, year);
}

// What an act sets moves by Act 150/1930 or stands where the period ends: nobody chose the day, so nobody is asked.
function mayMove({ basis }: DraftDate): boolean {
  return basis !== undefined && basis !== 'statutory' && basis !== 'statutory-period-end';
}

function noDates(entry: DraftEntry): Finding {
  return finding(entry, 'invalid-plan', null, noDatesMessage(), ['entries', entry.index, 'dates']);
}

function noSuchDay(entry: DraftEntry, date: DraftDate): Finding[] {
  const { name, on } = date;
  if (on === undefined) return [];
  const proposal = lastDayMeant(on);
  return [finding(entry, 'invalid-date', on, noSuchDayMessage(name, on, proposal), datePath(entry, date), proposal)];
}

function outsideYear(entry: DraftEntry, dates: readonly ExistingDate[], first: ExistingDate, year: number): Finding {
  const proposal = dates.length === 1 ? sameDayInYear(first, year) : undefined;
  const message = outsideYearMessage(first.on, year, proposal);
  return finding(entry, 'outside-year', first.on, message, datePath(entry, first), proposal);
}

function finding(
  entry: DraftEntry,
  code: string,
  date: string | null,
  message: Text,
  path: Path,
  proposal?: CivilDate,
): Finding {
  const about = { code, severity: 'error' as const, entry: entry.id, date, message, path };
  return proposal === undefined ? about : { ...about, proposal };
}
