import type { CivilDate } from '@app/domain';
import type { NegotiationContext, NegotiationDates } from './hyte-negotiation.data';

/** The order of a negotiation's dates: what has happened, what is still ahead, and what must come before what. */

export type DateName = keyof NegotiationDates;
export type SomeDates = { [name in DateName]?: NegotiationDates[name] | undefined };

/** The dates in their order; `<` where the one before may not be on the same day. The budget's handling waits for nobody. */
const order = [
  ['planning', '≤'],
  ['dateFixed', '≤'],
  ['invitation', '≤'],
  ['assignmentDue', '<'],
  ['answersCompiled', '≤'],
  ['negotiation', '<'],
  ['draftSummary', '<'],
  ['commentsDue', '≤'],
  ['hyteBoard', '<'],
  ['resultSent', '≤'],
  ['acknowledgements', '≤'],
  ['closed', '≤'],
] as const satisfies readonly (readonly [DateName, '<' | '≤'])[];

/** Whether what the date is for has happened: it then stays as it was. */
export function hasHappened({ step, dates }: NegotiationContext, name: DateName, today: CivilDate): boolean {
  if (step === null) return true;
  if (name === 'budgetHandled') return dates.budgetHandled !== undefined && dates.budgetHandled.on < today;
  return indexOf(name) < indexOf(firstAhead(step));
}

/** The first date of the plan that can still move: answers are taken until they are compiled, decisions until the end. */
function firstAhead(step: NonNullable<NegotiationContext['step']>): DateName {
  if (step === 'answersCompiled') return 'assignmentDue';
  if (step === 'summary') return 'hyteBoard';
  return step === 'closed' ? 'acknowledgements' : step;
}

/** The dates of these that are not the negotiation's own already. */
export function differingDates({ dates }: Pick<NegotiationContext, 'dates'>, wanted: SomeDates): SomeDates {
  return Object.fromEntries(
    namesOf(wanted)
      .filter((name) => textOf(wanted[name]) !== textOf(dates[name]))
      .map((name) => [name, wanted[name]]),
  );
}

/** The negotiation's dates with these in their place. */
export function withDates({ dates }: Pick<NegotiationContext, 'dates'>, changed: SomeDates): NegotiationDates {
  const given = Object.fromEntries(Object.entries(changed).filter(([, date]) => date !== undefined));
  return { ...dates, ...given };
}

/**
 * Two neighbours of the dates still ahead that would come in the wrong order, the first of them first; null when all is well.
 * What was out of order before, and does not move, is not asked about.
 */
export function outOfOrder(
  context: NegotiationContext,
  changed: SomeDates,
  today: CivilDate,
): [DateName, DateName] | null {
  const after = withDates(context, changed);
  const ahead = order.filter(([name]) => !hasHappened(context, name, today));
  for (const [index, [name, how]] of ahead.entries()) {
    const before = ahead[index - 1]?.[0];
    if (before === undefined || !(changed[name] || changed[before])) continue;
    const isFine = how === '<' ? after[before].on < after[name].on : after[before].on <= after[name].on;
    if (!isFine) return [before, name];
  }
  return null;
}

/** Whether the date may not be on the day of the one before it in the order. */
export function isStrict(name: DateName): boolean {
  return order.some(([known, how]) => known === name && how === '<');
}

export function namesOf(dates: SomeDates): DateName[] {
  return (Object.keys(dates) as DateName[]).filter((name) => dates[name] !== undefined);
}

function indexOf(name: DateName): number {
  return order.findIndex(([known]) => known === name);
}

function textOf(date: NegotiationDates[DateName]): string {
  return date ? JSON.stringify([date.on, date.at, date.until, date.place, date.basis]) : '';
}
