import type { CivilDate, PlanEntry } from '@app/domain';
import { lastMeetingBefore } from '@app/domain';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import type { Fact, Reason, Replanned } from '../kernel/definition';
import type { DeadlineIntent, TellChildIntent } from '../kernel/intents';
import {
  type DateName,
  differingDates,
  hasHappened,
  isStrict,
  namesOf,
  outOfOrder,
  type SomeDates,
  withDates,
} from './date-order';
import type { DatesChange } from './hyte-negotiation.changes';
import { boardKey } from './hyte-negotiation.children';
import type { NegotiationContext } from './hyte-negotiation.data';
import { negotiationDates } from './hyte-negotiation.data';
import { alreadyHappened, haveGone, nothingChanges, staysAsItWas, wrongOrder } from '../moved-dates';
import { dateOfPlan } from '../planned-entry';
import { deadlinesNow } from './hyte-negotiation.dates';

/** Dates that move: which may, what moves with them, and what a changed plan asks for. */

/** Why the dates may not change so; null when they may. */
export function whyDatesStay(context: NegotiationContext, { data, on }: Fact<string, DatesChange>): Reason | null {
  const changed = differingDates(context, data.dates);
  const names = namesOf(changed);
  if (names.length === 0) return nothingChanges();
  const happened = names.filter((name) => hasHappened(context, name, on));
  if (happened.length > 0) return alreadyHappened(happened);
  const past = names.filter((name) => isPast(name, changed, on));
  if (past.length > 0) return haveGone(past, on, stillToCome);
  const wrong = outOfOrder(context, changed, on);
  return wrong && datesOutOfOrder(...wrong);
}

/** Nobody can answer by today any more; everything else may still be today. */
function isPast(name: DateName, changed: SomeDates, today: CivilDate): boolean {
  const on = changed[name]?.on ?? today;
  return name === 'assignmentDue' ? on <= today : on < today;
}

/** The running deadlines whose date moves. */
export function movedDeadlines(context: NegotiationContext, changed: SomeDates): DeadlineIntent[] {
  const before = deadlinesNow(context).map((deadline) => JSON.stringify(deadline));
  const after = deadlinesNow({ ...context, dates: withDates(context, changed) });
  return after.filter((deadline) => !before.includes(JSON.stringify(deadline)));
}

/** What the children hear of dates that move: only what is still of use to them. */
export function childrenRescheduled(context: NegotiationContext, { dates, reason }: DatesChange): TellChildIntent[] {
  const tell = (key: string, data: object): TellChildIntent => ({
    key,
    command: 'reschedule',
    data: { ...data, reason },
  });
  if (context.step === 'hyteBoard' && dates.hyteBoard)
    return [tell(boardKey(context), { meetingOn: dates.hyteBoard.on })];
  if (context.step === 'closed' && dates.acknowledgements) {
    const { on, basis } = dates.acknowledgements;
    return Object.entries(context.acknowledgements)
      .filter(([, note]) => note === null)
      .map(([organisation]) => tell(context.handlings[organisation] ?? '', { due: { on, basis } }));
  }
  if (context.step !== 'answersCompiled') return [];
  return Object.entries(context.requests).flatMap(([organisation, key]) => {
    const data = newDatesOfRequest(context, organisation, dates);
    return Object.keys(data).length > 0 ? [tell(key, data)] : [];
  });
}

/** Whoever has answered keeps the day it was asked by; the negotiation it comes to is the same for all. */
function newDatesOfRequest(context: NegotiationContext, organisation: string, dates: SomeDates): object {
  const answer = context.answers[organisation];
  if (answer === 'missed' || answer === 'withdrawn') return {};
  const { assignmentDue, answersCompiled, negotiation } = dates;
  const body = context.parties.find((party) => party.organisation === organisation)?.body;
  return {
    ...(answersCompiled && { lastOn: answersCompiled.on }),
    ...(negotiation && { next: negotiation }),
    ...(assignmentDue &&
      answer === 'asked' && {
        // With a new day, the request tells whatever moves along.
        ...(assignmentDue.on !== context.dates.assignmentDue.on && { dueOn: assignmentDue.on }),
        basis: assignmentDue.basis,
        ...(body && { answeringBodyLastMeetingOn: lastMeetingBefore(body, assignmentDue.on) ?? null }),
      }),
  };
}

/** What an entry of a changed plan asks of the negotiation: its dates that are still ahead. What has happened is a finding. */
export function replanned(entry: PlanEntry, context: NegotiationContext, today: CivilDate): Replanned {
  const known = Object.keys(negotiationDates.shape);
  const planned = Object.entries(entry.dates).filter(([name]) => known.includes(name));
  const wanted: SomeDates = Object.fromEntries(planned.map(([name, date]) => [name, dateOfPlan(date)]));
  const changed = differingDates(context, wanted);
  const [happened, ahead] = [true, false].map((is) =>
    namesOf(changed).filter((name) => hasHappened(context, name, today) === is),
  ) as [DateName[], DateName[]];
  const dates = Object.fromEntries(ahead.map((name) => [name, changed[name]])) as Json;
  return {
    command: ahead.length > 0 ? { name: 'reschedule', data: { dates } } : null,
    findings: happened.map((name) => staysAsItWas(entry, name, context.dates[name]?.on)),
  };
}

const stillToCome = label(
  'Anna päivä, joka on vielä edessä; vastauspäivä aikaisintaan huomenna.',
  'Ange en dag som inte har kommit ännu; svarsdagen tidigast i morgon.',
  'Give a day that is still ahead; a reply date from tomorrow on.',
);
const moveBoth = label(
  'Siirrä myös toista toiminnolla {command:reschedule}, tai anna molemmat.',
  'Flytta även den andra med åtgärden {command:reschedule}, eller ange båda.',
  'Move the other too with {command:reschedule}, or give both.',
);

/** The two dates that would come in the wrong order. */
export function datesOutOfOrder(first: DateName, second: DateName): Reason {
  return wrongOrder(first, second, { strictly: isStrict(second), instead: moveBoth });
}
