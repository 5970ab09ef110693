import { addDays, civilDate, daysBetween, yearOf, type CivilDate } from '../calendar/civil-date';
import { holidaysOfYear } from '../calendar/holidays';
import { planWeekdays, weekdayAbbreviation, type PlanWeekday } from '../calendar/weekday';
import { addWorkingDays, isWorkingDay, workingDayOnOrAfter, workingDayOnOrBefore } from '../calendar/working-day';
import type { CouncilTerm } from '../duties/council-terms';
import { isValidOn } from '../organisations/on-date';
import type { Body } from '../organisations/register';
import type { Text } from '../text';
import { isNamedDay, type DateRule, type NamedDay, type Nth } from './date-rule';
import {
  countedDays,
  extractReady,
  firstMeeting,
  lastMeeting,
  lastMeetingBeforeDay,
  materialsDue,
  nthWeekdayOf,
  partOfTheWay,
  termEnding,
  withMove,
} from './rule-words';

/** What a rule may look at. */
export type RuleSurroundings = {
  /** The plan's year. */
  year: number;
  /** The day of a date of the entry, as far as it is known. */
  dayOf: (name: string) => CivilDate | undefined;
  /** The body that meets on a date of the entry. */
  bodyOn: (name: string) => Body | undefined;
  /** A body of the register by its id. */
  body: (id: string) => Body | undefined;
  hasRegister: boolean;
  /** The council term that the entry is about. */
  term: CouncilTerm | undefined;
};

/** Why a rule gives no date. `year` is the year in which the body was to meet. */
export type Lack =
  | { what: 'date'; name: string }
  | { what: 'register' }
  | { what: 'body'; id: string }
  | { what: 'meeting'; body: Body; year: number }
  | { what: 'working-day'; from: string; to: string }
  | { what: 'term' };

export type Applied = { on: CivilDate; because: Text } | { lack: Lack };

/** The date that the rule gives, and why; or what it lacks. Bodies' own meetings are taken as they are; everything else is a working day. */
export function applyRule(rule: DateRule, around: RuleSurroundings): Applied {
  if ('nth' in rule) return ofMonth(rule, around.year);
  if ('termEnd' in rule) return endOfTerm(around);
  if ('meetingOf' in rule) return meeting(rule, around);
  const from = around.dayOf(rule.from);
  if (from === undefined) return { lack: { what: 'date', name: rule.from } };
  if ('part' in rule) return part(rule, from, around);
  if ('days' in rule) return moved(addDays(from, rule.days), rule.days < 0, countedDays(rule, from));
  if ('workingDays' in rule) return { on: addWorkingDays(from, rule.workingDays), because: countedDays(rule, from) };
  const id = 'materialsOf' in rule ? rule.materialsOf : rule.extractOf;
  const body = around.body(id);
  if (body === undefined) return { lack: bodyLacking(id, around) };
  return 'materialsOf' in rule
    ? moved(addDays(from, -body.materialsDaysBefore), true, materialsDue(body, rule.from, from))
    : moved(addDays(from, body.extractDaysAfter), false, extractReady(body, rule.from, from));
}

function moved(raw: CivilDate, isBack: boolean, because: Text): Applied {
  if (isWorkingDay(raw)) return { on: raw, because };
  return { on: isBack ? workingDayOnOrBefore(raw) : workingDayOnOrAfter(raw), because: withMove(because, isBack) };
}

function part(
  { part: share, from, to }: Extract<DateRule, { part: number }>,
  start: CivilDate,
  { dayOf }: RuleSurroundings,
): Applied {
  const end = dayOf(to);
  if (end === undefined) return { lack: { what: 'date', name: to } };
  const raw = addDays(start, Math.floor(daysBetween(start, end) * share));
  const because = partOfTheWay(share, [from, start], [to, end]);
  const back = workingDayOnOrBefore(raw);
  if (back >= start && back <= end) return moved(raw, true, because);
  const ahead = workingDayOnOrAfter(raw);
  return ahead >= start && ahead <= end ? moved(raw, false, because) : { lack: { what: 'working-day', from, to } };
}

function ofMonth({ nth, weekday, month }: { nth: Nth; weekday: PlanWeekday; month: number }, year: number): Applied {
  const first = civilDate(`${year}-${String(month).padStart(2, '0')}-01`);
  const ahead = (planWeekdays.indexOf(weekday) - indexOfWeekday(first) + 7) % 7;
  const weeks = nth === 'last' ? 4 : nth - 1;
  const day = addDays(first, ahead + weeks * 7);
  // A fifth such weekday may belong to the next month already.
  const raw = day.slice(5, 7) === first.slice(5, 7) ? day : addDays(day, -7);
  return moved(raw, true, nthWeekdayOf(nth, weekday, month, year));
}

function indexOfWeekday(on: CivilDate): number {
  return planWeekdays.findIndex((weekday) => weekday === weekdayAbbreviation(on, 'fi'));
}

function endOfTerm({ term }: RuleSurroundings): Applied {
  return term === undefined ? { lack: { what: 'term' } } : { on: term.endsOn, because: termEnding(term.id) };
}

function meeting(rule: Extract<DateRule, { meetingOf: string }>, around: RuleSurroundings): Applied {
  const body = around.body(rule.meetingOf);
  if (body === undefined) return { lack: bodyLacking(rule.meetingOf, around) };
  if ('after' in rule) return meetingAfter(body, rule.after, around);
  return isNamedDay(rule.before)
    ? meetingBeforeDay(body, rule.before, around)
    : meetingBefore(body, rule.before, around);
}

function meetingAfter(body: Body, after: string, { dayOf, bodyOn }: RuleSurroundings): Applied {
  const from = dayOf(after);
  if (from === undefined) return { lack: { what: 'date', name: after } };
  const earlier = bodyOn(after);
  const earliest = addDays(from, (earlier?.extractDaysAfter ?? 0) + body.materialsDaysBefore);
  const on = meetsIn(body, yearOf(earliest)) ? meetingsOf(body).find((day) => day >= earliest) : undefined;
  return on === undefined ? noMeeting(body, earliest) : { on, because: firstMeeting(body, earlier, after, from) };
}

function meetingBefore(body: Body, before: string, { dayOf, bodyOn }: RuleSurroundings): Applied {
  const until = dayOf(before);
  if (until === undefined) return { lack: { what: 'date', name: before } };
  const later = bodyOn(before);
  const latest = addDays(until, -(later?.materialsDaysBefore ?? 0) - body.extractDaysAfter);
  const on = meetsIn(body, yearOf(latest)) ? meetingsOf(body).findLast((day) => day <= latest) : undefined;
  return on === undefined ? noMeeting(body, latest) : { on, because: lastMeeting(body, later, before, until) };
}

function meetingBeforeDay(body: Body, before: NamedDay, { year }: RuleSurroundings): Applied {
  const latest = before === 'midsummer' ? addDays(midsummerEve(year), -1) : civilDate(`${year}-12-31`);
  const on = meetingsOf(body).findLast((day) => day <= latest);
  return on === undefined || yearOf(on) !== year
    ? noMeeting(body, latest)
    : { on, because: lastMeetingBeforeDay(body, before) };
}

/** Midsummer Eve is the Friday between 19 and 25 June: the first holiday of those days. */
function midsummerEve(year: number): CivilDate {
  const [earliest, latest] = [civilDate(`${year}-06-19`), civilDate(`${year}-06-25`)];
  const eve = [...holidaysOfYear(earliest).keys()].filter((day) => day >= earliest && day <= latest).sort()[0];
  return eve ?? latest;
}

/** The meetings at which the body exists. */
export function meetingsOf(body: Pick<Body, 'meetings' | 'validFrom' | 'validTo'>): readonly CivilDate[] {
  if (body.validFrom === undefined && body.validTo === undefined) return body.meetings;
  return body.meetings.filter((day) => isValidOn(body, day));
}

/** Whether the register knows the body's calendar of the year. */
export function meetsIn({ meetings }: Pick<Body, 'meetings'>, year: number): boolean {
  return meetings.some((day) => yearOf(day) === year);
}

function noMeeting(body: Body, around: CivilDate): Applied {
  return { lack: { what: 'meeting', body, year: yearOf(around) } };
}

function bodyLacking(id: string, { hasRegister }: RuleSurroundings): Lack {
  return hasRegister ? { what: 'body', id } : { what: 'register' };
}
