import { onDate } from '@app/domain';
import type { CivilDate, PlanEntry } from '@app/domain';
import { label } from '../fields';
import type { Json } from '../kernel/command';
import type { Reason, Replanned } from '../kernel/definition';
import type { DeadlineIntent } from '../kernel/intents';
import { alreadyHappened, nothingChanges, staysAsItWas } from '../moved-dates';
import { datesOfPlan } from '../planned-entry';
import type { BodyStep, DatesChange, MovableStep, TermContext, TermDates } from './council-term-negotiation.data';
import { movableSteps, termOf } from './council-term-negotiation.data';
import { isApproved, stepDeadline, waitingSteps } from './council-term-negotiation.dates';

/** Dates that move: which may, what moves with them, and what a changed plan asks for. */

type SomeDates = DatesChange['dates'];
type DatedStep = MovableStep | BodyStep;
const datedSteps: readonly DatedStep[] = [...movableSteps, 'hyteBoard', 'countyExecutive'];

/** Why the dates may not change so; null when they may. Nothing moves beyond the term's end, and that itself never. */
export function whyDatesStay(context: TermContext, { dates }: DatesChange, today: CivilDate): Reason | null {
  const changed = differing(context, dates);
  if (changed.length === 0) return nothingChanges();
  const happened = changed.filter((step) => hasHappened(context, step));
  if (happened.length > 0) return alreadyHappened(happened);
  const days = changed.flatMap((step) => dates[step]?.on ?? []);
  if (days.some((on) => on < today)) return inThePast();
  return days.some((on) => on > termOf(context.term).endsOn) ? beyondTheTerm(context) : null;
}

/** The dates with those that were changed. */
export function withChanged({ dates }: TermContext, changed: SomeDates): TermDates {
  const given = Object.fromEntries(Object.entries(changed).filter(([, date]) => date !== undefined));
  return { ...dates, ...(given as Partial<TermDates>) };
}

/** The deadlines to set anew: of what was changed, what runs now. */
export function changedDeadlines(context: TermContext, changed: SomeDates): DeadlineIntent[] {
  return waitingSteps(context)
    .filter((step) => changed[step] !== undefined)
    .map((step) => stepDeadline(context, step));
}

/** What an entry of a changed plan asks of the term: its dates that are still ahead. What has happened is a finding. */
export function replanned(entry: PlanEntry, context: TermContext): Replanned {
  const wanted = datesOfPlan(entry.dates) as SomeDates;
  const changed = differing(context, wanted);
  const ahead = changed.filter((step) => !hasHappened(context, step));
  const dates = Object.fromEntries(ahead.map((step) => [step, wanted[step]])) as Json;
  return {
    command: ahead.length > 0 ? { name: 'reschedule', data: { dates } } : null,
    findings: changed
      .filter((step) => hasHappened(context, step))
      .map((step) => staysAsItWas(entry, step, context.dates[step]?.on)),
  };
}

/** The steps whose date is another in these. */
function differing({ dates }: TermContext, wanted: SomeDates): DatedStep[] {
  const textOf = (date: SomeDates[DatedStep]) =>
    date && JSON.stringify([date.on, date.at, date.until, date.place, date.basis]);
  return datedSteps.filter((step) => wanted[step] && textOf(wanted[step]) !== textOf(dates[step]));
}

/** Whether the step of the date has ended: the date is then history. */
function hasHappened(context: TermContext, step: DatedStep): boolean {
  const { preparation, negotiation, agreement, midEvaluation } = context;
  switch (step) {
    case 'negotiation':
      return negotiation !== null;
    case 'municipalities':
    case 'countyCouncil':
      return agreement !== null || (negotiation !== null && isApproved(context, step));
    case 'hyteBoard':
    case 'countyExecutive':
      return isPastBody(context, step);
    case 'midEvaluation':
      return midEvaluation !== null;
    default:
      return preparation[step] !== null;
  }
}

/** A body has handled the agreement, or the agreement went to the council without it. */
function isPastBody(
  { agreement, sent, bodies, dates, countyDecisions }: TermContext,
  step: 'hyteBoard' | 'countyExecutive',
) {
  const hasDecided = countyDecisions.some(({ body }) => body === bodies[step]?.id);
  return agreement !== null || hasDecided || (sent !== null && dates[step] === undefined);
}

function inThePast(): Reason {
  const detail = label(
    'Anna päivä, joka on vielä edessä.',
    'Ange en dag som ännu är framför.',
    'Give a day that is still ahead.',
  );
  return { code: 'in-the-past', detail };
}

function beyondTheTerm({ term }: TermContext): Reason {
  const { endsOn } = termOf(term);
  const detail = label(
    `Valtuustokausi päättyy ${onDate(endsOn, 'fi')}. Anna päivä, joka on viimeistään silloin.`,
    `Fullmäktigeperioden slutar ${onDate(endsOn, 'sv')}. Ange en dag senast då.`,
    `The council term ends ${onDate(endsOn, 'en')}. Give a day no later than that.`,
  );
  return { code: 'term-exceeded', detail };
}
