import { addDays, type CivilDate } from './civil-date';
import { parsePeriod, periodEnd } from './period';
import { endStep, notMovedStep, rawStep, skippedStep, type TimeLimitStep } from './time-limit-steps';
import { blockedDay, workingDayOnOrAfter, workingDayOnOrBefore } from './working-day';
import { blockedEndMessage } from './blocked-end';
import type { Basis } from '../duties/basis';
import type { Text } from '../text';

export type Direction = 'forward' | 'backward';

/**
 * What to do when counting backwards ends on a blocked day: `safe` takes the working day before it, so that a notice is
 * never shorter than prescribed; `literal` reads Act 150/1930, 5 § as it stands and takes the working day after it.
 */
export type TimeLimitPolicy = 'safe' | 'literal';

export type TimeLimitQuestion = {
  /** The day from which is counted; when counting backwards the event. */
  start: CivilDate;
  /** ISO 8601: P14D, P2W, P3M, P1Y. */
  period: string;
  /** Default `forward`. */
  direction?: Direction;
  /** Default `safe`. Forwards both mean the same. */
  policy?: TimeLimitPolicy;
  /** Default `statutory`. */
  basis?: Basis;
};

/** A date that stands on a blocked day without an act that moves it: someone has to decide. */
export type BlockedEnd = { code: 'blocked-day'; date: CivilDate; message: Text; proposal: CivilDate };

export type TimeLimit = {
  start: CivilDate;
  period: string;
  /** The day on which the period ends, before any move. */
  raw: CivilDate;
  /** The last day on which the act may be done. */
  deadline: CivilDate;
  policy: TimeLimitPolicy;
  basis: Basis;
  steps: TimeLimitStep[];
  finding?: BlockedEnd;
};

/**
 * The last day of a time limit under Act 150/1930 (2–5 §), with its reasons section by section. Civil dates in
 * Helsinki. Only a `statutory` time limit moves off a blocked day; any other stays where it was counted and brings a
 * finding with a proposed date. The closing time of the receiving office (6 §) is not part of the answer.
 * @throws InvalidPeriodError for a period that is not one number of one unit
 * @throws InvalidDateError when the count leaves the years 0000–9999
 */
export function timeLimit(question: TimeLimitQuestion): TimeLimit {
  const { start, period, direction = 'forward', policy = 'safe', basis = 'statutory' } = question;
  const length = parsePeriod(period);
  const raw = periodEnd(start, length, direction);
  const asked = { start, period, raw, policy, basis };
  const first = rawStep(start, length, direction, raw);
  const rollsBack = direction === 'backward' && policy === 'safe';
  if (basis !== 'statutory') {
    const finding = blockedEnd(raw, basis, rollsBack);
    const steps = [first, notMovedStep(raw, basis)];
    return { ...asked, deadline: raw, steps, ...(finding === undefined ? {} : { finding }) };
  }
  const deadline = rollsBack ? workingDayOnOrBefore(raw) : workingDayOnOrAfter(raw);
  return { ...asked, deadline, steps: [first, ...skippedSteps(raw, rollsBack), endStep(deadline, direction)] };
}

function skippedSteps(raw: CivilDate, rollsBack: boolean): TimeLimitStep[] {
  const steps: TimeLimitStep[] = [];
  let day = raw;
  for (let name = blockedDay(day); name !== undefined; name = blockedDay(day)) {
    steps.push(skippedStep(day, name, rollsBack));
    day = addDays(day, rollsBack ? -1 : 1);
  }
  return steps;
}

function blockedEnd(raw: CivilDate, basis: Basis, rollsBack: boolean): BlockedEnd | undefined {
  const name = blockedDay(raw);
  if (name === undefined) return undefined;
  // The end of a term or a year does not move, so what must be done by then is done before it.
  const earlier = rollsBack || basis === 'statutory-period-end';
  const proposal = earlier ? workingDayOnOrBefore(raw) : workingDayOnOrAfter(raw);
  return { code: 'blocked-day', date: raw, message: blockedEndMessage(raw, name, proposal), proposal };
}
