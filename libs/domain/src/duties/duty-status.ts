import { daysBetween, type CivilDate } from '../calendar/civil-date';
import { periodEnd } from '../calendar/period';
import type { Text } from '../text';
import type { Duty } from './catalogue';
import { isWithin, type DutyPeriod } from './duty-period';
import * as reasons from './duty-reasons';
import { warningMonths, type Warning } from './duty-reasons';
import type { Evidence } from './evidence';

export const dutyStatuses = ['fulfilled', 'open', 'at-risk', 'missed'] as const;
export type DutyStatus = (typeof dutyStatuses)[number];

/** In the last days of a year a duty that is not fulfilled is at risk, whatever is planned: there is no room for a change. */
const lastDaysOfYear = 60;

/** A log, or an organisation, that began within the first days of a period tells of the whole of it: nobody starts on New Year's Day. */
const firstDays = 31;

export type DutyQuestion = {
  duty: Duty;
  period: DutyPeriod;
  /** All that the log says of the duty in the period, promises too. */
  evidence: readonly Evidence[];
  /** The county's negotiations in the period, where a municipality fulfils the duty by being present at one. */
  held: readonly Evidence[];
  /** The day of the county's first record; null before there is any. */
  recordsBegin: CivilDate | null;
  /** The organisation's first day; null where it has been there all along. */
  organisationBegan: CivilDate | null;
  today: CivilDate;
};

export type DutyAnswer = { status: DutyStatus; reason?: Text; warning?: Warning };

/**
 * How a duty stands. `fulfilled`: something in the period fulfils it. `missed`: the period is over without, and the log tells of the
 * whole of it or saw it fail. `at-risk`: the calendar says that it may be missed, and the reason says why. `open`: there is time, or
 * the period is over and nobody can tell from the log.
 */
export function dutyStatus(question: DutyQuestion): DutyAnswer {
  const { period, evidence, today } = question;
  if (evidence.some(({ weight, on }) => weight === 'fulfils' && isWithin(period, on))) return { status: 'fulfilled' };
  if (today < period.startsOn) return { status: 'open' };
  if (today <= period.endsOn) return whileItRuns(question);
  const why = whatWasLacking(question);
  const unknown = whyNobodyCanTell(question);
  if (unknown) return { status: 'open', reason: reasons.sentences([...why, unknown]) };
  return { status: 'missed', reason: reasons.sentences([...why, reasons.periodOver(period)]) };
}

/** Why the log does not tell whether a duty was fulfilled in a period that is over; null where it does. */
function whyNobodyCanTell({ period, recordsBegin, organisationBegan, ...question }: DutyQuestion): Text | null {
  if (recordsBegin === null || period.endsOn < recordsBegin) return reasons.overBeforeRecords(period);
  const isLate = (day: CivilDate) => daysBetween(period.startsOn, day) >= firstDays;
  // What the log itself has seen fail was missed, however late the log began.
  const from = organisationBegan !== null && organisationBegan > recordsBegin ? organisationBegan : recordsBegin;
  if (failed({ ...question, period }).some((on) => on >= from)) return null;
  if (isLate(recordsBegin)) return reasons.recordsBeganLate(period, recordsBegin);
  if (organisationBegan !== null && isLate(organisationBegan))
    return reasons.organisationBeganLate(period, organisationBegan);
  return null;
}

/** The days on which the duty was to be fulfilled, or might have been, and was not. */
function failed({ period, evidence, held }: Pick<DutyQuestion, 'period' | 'evidence' | 'held'>): CivilDate[] {
  const lacking = evidence.filter(({ lacks }) => lacks !== undefined);
  return [...promised({ period, evidence }), ...lacking, ...held].map(({ on }) => on);
}

function whileItRuns(question: DutyQuestion): DutyAnswer {
  const { period, today } = question;
  const lacking = whatWasLacking(question);
  const ahead = promised(question).findLast(({ on }) => on >= today);
  const warning = period.kind === 'term' ? warningOn(period, today) : undefined;
  const why = [
    ...lacking,
    ...(lacking.length > 0 ? [reasons.anotherWouldDo(period)] : withoutPlan(question)),
    ...(warning ? [reasons.termEnds(period, warning)] : []),
    ...(period.kind === 'year' && daysBetween(today, period.endsOn) < lastDaysOfYear
      ? [reasons.daysLeftOfYear(daysBetween(today, period.endsOn))]
      : []),
  ];
  if (why.length === 0) return { status: 'open' };
  const reason = reasons.sentences([...why, ...(ahead ? [reasons.plannedOn(ahead.on)] : [])]);
  return { status: 'at-risk', reason, ...(warning && { warning }) };
}

/** A negotiation was held and did not fulfil the duty: the other actors were not invited, or the municipality was not there. */
function whatWasLacking({ evidence, held }: DutyQuestion): Text[] {
  const withoutOthers = evidence.findLast(({ lacks }) => lacks === 'other-actors');
  if (withoutOthers) return [reasons.heldWithoutOthers(withoutOthers.on)];
  const without = held.at(-1);
  return without ? [reasons.heldWithoutMunicipality(without.on)] : [];
}

/** The planned date has gone by unrecorded, or there never was one. A term is long: only its end makes a missing plan a risk. */
function withoutPlan(question: DutyQuestion): Text[] {
  const { duty, period, today } = question;
  const promises = promised(question);
  if (promises.some(({ on }) => on >= today)) return [];
  const gone = promises.at(-1);
  if (gone) return [reasons.plannedDatePassed(gone.on)];
  return duty.planned && period.kind === 'year' ? [reasons.nothingPlanned(period)] : [];
}

function promised({ evidence, period }: Pick<DutyQuestion, 'evidence' | 'period'>): Evidence[] {
  return evidence
    .filter(({ weight, on }) => weight === 'promises' && isWithin(period, on))
    .sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** Warnings grow: the first two years before the term ends, the fifth a month before. */
function warningOn({ endsOn }: DutyPeriod, today: CivilDate): Warning | undefined {
  const reached = warningMonths.filter(
    (months) => today > periodEnd(endsOn, { count: months, unit: 'months' }, 'backward'),
  ).length;
  return reached === 0 ? undefined : (reached as Warning);
}
