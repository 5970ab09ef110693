import { addDays, civilDate, type CivilDate } from '../calendar/civil-date';
import { periodEnd } from '../calendar/period';
import { addWorkingDays, workingDayOnOrAfter, workingDayOnOrBefore } from '../calendar/working-day';
import { materialsDueOn } from '../organisations/meetings';
import { comesAfter, type Rung } from './ladder';
import { reachRung } from './ladders';

export type DatedRung = { rung: Rung; on: CivilDate };

const longestMonth = 31;

/** The body that gives the answer: its last meeting before the due date, and how long before it the agenda closes. */
export type AnsweringBody = { meetingOn: CivilDate; materialsDaysBefore: number };

export type RungOptions = {
  /** The day on which the request itself goes out: only what comes after it is sent, and on it what is caught up. */
  sentOn?: CivilDate;
  /** Without it, the rungs before an agenda fall away. */
  body?: AnsweringBody;
};

/**
 * The working day of each rung for a due date, in the order of time. Where two rungs fall on one day only the one
 * nearest to the due date is kept, or the one before an agenda: nobody gets two reminders of one thing on one day. The
 * question who has been reached is none; where the request goes out too late for any day of it, it falls away.
 */
export function rungDates(ladder: readonly Rung[], dueOn: CivilDate, { sentOn, body }: RungOptions = {}): DatedRung[] {
  const isAhead = (on: CivilDate) => sentOn === undefined || on > sentOn;
  const dated = ladder.flatMap((rung) => {
    const on = dayOf(rung, dueOn, body);
    return on === undefined ? [] : [stillAsked({ rung, on }, dueOn, isAhead)];
  });
  const byDay = new Map<string, DatedRung>();
  for (const one of dated.flatMap((each) => outOfSilence(each, dated, isAhead))) {
    const day = one.rung.key === reachRung ? `${one.on} ${reachRung}` : one.on;
    const other = byDay.get(day);
    if (isAhead(one.on) && (other === undefined || distance(one.rung) < distance(other.rung))) byDay.set(day, one);
  }
  const ahead = [...byDay.values()].sort((a, b) => a.on.localeCompare(b.on));
  return [...caughtUp(dated, dueOn, sentOn), ...ahead];
}

/** The question who has been reached is asked on the last working day before the date where its own day is gone. */
function stillAsked(one: DatedRung, dueOn: CivilDate, isAhead: (on: CivilDate) => boolean): DatedRung {
  return one.rung.key === reachRung && !isAhead(one.on) ? { ...one, on: addWorkingDays(dueOn, -1) } : one;
}

function dayOf(rung: Rung, dueOn: CivilDate, body: AnsweringBody | undefined): CivilDate | undefined {
  switch (rung.direction) {
    case 'working-days-after':
      return addWorkingDays(dueOn, rung.days);
    case 'days-after':
      return workingDayOnOrAfter(addDays(dueOn, rung.days));
    case 'working-days-before':
      return addWorkingDays(dueOn, -rung.days);
    case 'before-agenda':
      return body && addWorkingDays(materialsDueOn(body.meetingOn, body), -rung.days);
    case 'on':
      return workingDayOnOrBefore(dueOn);
    case 'before':
      return workingDayOnOrBefore(addDays(dueOn, -rung.days));
    case 'months-before':
      return workingDayOnOrBefore(periodEnd(dueOn, { count: rung.months, unit: 'months' }, 'backward'));
  }
}

/** What should have gone before the day on which the request goes out, and is caught up on it, while the date is ahead. */
function caughtUp(dated: readonly DatedRung[], dueOn: CivilDate, sentOn: CivilDate | undefined): DatedRung[] {
  if (sentOn === undefined || sentOn >= dueOn) return [];
  const missed = dated.filter(({ rung, on }) => rung.caughtUp && on <= sentOn);
  const nearest = missed.sort((a, b) => (a.on < b.on ? -1 : 1)).at(-1);
  return nearest ? [{ ...nearest, on: sentOn }] : [];
}

/**
 * What would fall into a silent month goes out before it. Where that is no longer possible it falls away, unless it is the
 * last reminder before the date: then it is better in the silent month than never.
 */
function outOfSilence(one: DatedRung, all: readonly DatedRung[], isAhead: (on: CivilDate) => boolean): DatedRung[] {
  if (one.rung.silentMonth !== monthOf(one.on)) return [one];
  const before = workingDayOnOrBefore(addDays(civilDate(`${one.on.slice(0, 7)}-01`), -1));
  if (isAhead(before)) return [{ ...one, on: before }];
  const isLast = all.every(({ rung, on }) => comesAfter(rung) || on <= one.on);
  return isLast ? [one] : [];
}

function monthOf(on: CivilDate): number {
  return Number(on.slice(5, 7));
}

/** In days, to compare by; a month is longer than any rung that is counted in days. */
function distance(rung: Rung): number {
  if (rung.direction === 'months-before') return rung.months * longestMonth;
  return rung.direction === 'on' || rung.direction === 'before-agenda' ? 0 : rung.days;
}
