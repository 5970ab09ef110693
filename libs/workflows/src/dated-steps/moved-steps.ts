import type { CivilDate, PlanEntry } from '@app/domain';
import { z } from 'zod';
import { label, ownBasisField, planDate, reasonForm } from '../fields';
import type { Json } from '../kernel/command';
import type { Reason, Replanned } from '../kernel/definition';
import { alreadyHappened, haveGone, nothingChanges, staysAsItWas, wrongOrder } from '../moved-dates';
import { dateOfPlan } from '../planned-entry';
import type { DatedContext, StepDate } from './dated-context';
import { isTaken } from './taken-steps';

/** Dates of steps that move: on what form, which may, and what a changed plan asks for. */

export type SomeDates<Step extends string> = Partial<Record<Step, StepDate | undefined>>;
export type DatesChange<Step extends string> = { reason: string; dates: SomeDates<Step> };

export const newDatesLabel = label('Uudet päivät', 'De nya dagarna', 'The new dates');

/** The form of new dates for some of the steps, with the reason. */
export function datesChangeForm(steps: readonly string[]) {
  const shape = Object.fromEntries(steps.map((step) => [step, planDate.extend({ basis: ownBasisField }).optional()]));
  return reasonForm.extend({
    dates: z
      .strictObject(shape)
      .refine((dates) => Object.keys(dates).length > 0, {
        params: { text: label('Anna ainakin yksi päivä.', 'Ange minst en dag.', 'Give at least one date.') },
      })
      .meta({ label: newDatesLabel }),
  });
}

/** The dates with those that were changed. */
export function withDates<Step extends string>(
  { dates }: Pick<DatedContext<Step>, 'dates'>,
  changed: SomeDates<Step>,
): Record<Step, StepDate> {
  const given = Object.fromEntries(Object.entries(changed).filter(([, date]) => date !== undefined));
  return { ...dates, ...(given as Partial<Record<Step, StepDate>>) };
}

/**
 * Why the dates may not change so; null when they may. `order` names the steps in the order of their dates; the dates still ahead
 * must keep it where one of them moves.
 */
export function whyDatesStay<Step extends string>(
  context: DatedContext<Step>,
  order: readonly Step[],
  { dates }: DatesChange<Step>,
  today: CivilDate,
): Reason | null {
  const changed = differing(context, order, dates);
  if (changed.length === 0) return nothingChanges();
  const happened = changed.filter((step) => isTaken(context, step));
  if (happened.length > 0) return alreadyHappened(happened);
  const past = changed.filter((step) => (dates[step]?.on ?? today) < today);
  if (past.length > 0) return haveGone(past, today, todayOrLater);
  const after = withDates(context, dates);
  const ahead = order.filter((step) => !isTaken(context, step));
  for (const [index, step] of ahead.entries()) {
    const before = ahead[index - 1];
    if (before === undefined || !(changed.includes(step) || changed.includes(before))) continue;
    if (after[before].on > after[step].on) return wrongOrder(before, step, { strictly: false, instead: giveBoth });
  }
  return null;
}

/** The steps of these whose date is another than the workflow's own. */
export function differing<Step extends string>(
  { dates }: Pick<DatedContext<Step>, 'dates'>,
  steps: readonly Step[],
  wanted: SomeDates<Step>,
): Step[] {
  return steps.filter((step) => wanted[step] && textOf(wanted[step]) !== textOf(dates[step]));
}

/** What an entry of a changed plan asks: `reschedule` to its dates that are still ahead. What has happened is a finding. */
export function replannedSteps<Step extends string>(
  entry: PlanEntry,
  context: DatedContext<Step>,
  steps: readonly Step[],
): Replanned {
  const wanted = Object.fromEntries(
    steps.flatMap((step) => (entry.dates[step] ? [[step, dateOfPlan(entry.dates[step])]] : [])),
  ) as SomeDates<Step>;
  const changed = differing(context, steps, wanted);
  const ahead = changed.filter((step) => !isTaken(context, step));
  const dates = Object.fromEntries(ahead.map((step) => [step, wanted[step]])) as Json;
  return {
    command: ahead.length > 0 ? { name: 'reschedule', data: { dates } } : null,
    findings: changed
      .filter((step) => isTaken(context, step))
      .map((step) => staysAsItWas(entry, step, context.dates[step].on)),
  };
}

function textOf(date: StepDate | undefined): string {
  return date ? JSON.stringify([date.on, date.at, date.until, date.place, date.basis]) : '';
}

const todayOrLater = label(
  'Anna päivä, joka on tänään tai myöhemmin.',
  'Ange en dag som är i dag eller senare.',
  'Give a day that is today or later.',
);
const giveBoth = label(
  'Anna molemmat, jos molemmat siirtyvät.',
  'Ange båda om båda flyttas.',
  'Give both if both move.',
);
