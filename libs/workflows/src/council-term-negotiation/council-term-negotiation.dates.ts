import type { Basis, CivilDate, CouncilTerm } from '@app/domain';
import { citations, helsinkiInstant, periodEnd, workingDayOnOrBefore } from '@app/domain';
import type { DeadlineIntent, EndDeadlineIntent } from '../kernel/intents';
import { met } from '../kernel/intents';
import type { MovableStep, StepName, TermContext, TermDates } from './council-term-negotiation.data';
import { nextPreparation } from './council-term-negotiation.preparation';
import { nextRound } from './council-term-negotiation.yearly';

/** How long before the end of its term a term can hand over what is open. */
const handOverMonths = 3;

/**
 * When a step is due: as the plan dates it. What is open is handed over by the end of the term; the yearly inputs that are waited for are
 * due when their half-year ends.
 */
export function stepDate(context: TermContext, step: StepName): { on: CivilDate; basis: Basis } {
  const { dates } = context;
  switch (step) {
    case 'handOver':
      return dates.termEnds;
    case 'accounts':
    case 'budgets':
      return { on: nextRound(context, step)?.dueOn ?? dates.termEnds.on, basis: 'requested' };
    default:
      return dates[step];
  }
}

/** The coordinator's deadline for a step, reminded of a week before and once after. */
export function stepDeadline(context: TermContext, step: StepName): DeadlineIntent {
  const { on, basis } = stepDate(context, step);
  return { name: step, dueOn: on, dueAt: helsinkiInstant(on, context.closes), basis, ladder: 'step' };
}

/** The negotiation must have been held before the council term ends (611/2021 § 14); warned of from two years before. */
export function termEndDeadline(context: TermContext): DeadlineIntent {
  return {
    ...stepDeadline(context, 'termEnds'),
    basis: 'statutory-period-end',
    citation: citations.councilTermNegotiation,
    ladder: 'term-end',
  };
}

/** The organisations whose council has not decided yet. */
export function undecided({ approvals }: Pick<TermContext, 'approvals'>): string[] {
  return Object.keys(approvals).filter((organisation) => approvals[organisation] === null);
}

/** Whether the organisation's council has approved the agreement. */
export function hasApproved({ approvals }: Pick<TermContext, 'approvals'>, organisation: string): boolean {
  const { decision } = approvals[organisation] ?? {};
  return decision === 'approve' || decision === 'approve-amended';
}

/** The steps whose dates run now: what the workflow waits for. */
export function waitingSteps(context: TermContext): MovableStep[] {
  const { negotiation, agreement, midEvaluation } = context;
  if (!negotiation) return [nextPreparation(context) ?? 'negotiation'];
  if (agreement) return midEvaluation ? [] : ['midEvaluation'];
  return approvalSteps.filter((step) => !isApproved(context, step));
}

const approvalSteps = ['municipalities', 'countyCouncil'] as const;

/** Whether the councils of that date have decided as it asks. */
export function isApproved(context: TermContext, step: (typeof approvalSteps)[number]): boolean {
  if (step === 'countyCouncil') return hasApproved(context, context.county);
  // A council that rejects has decided too; whether to sign without it is asked when the agreement is signed.
  return undecided(context).every((organisation) => organisation === context.county);
}

/** The approvals that were all there and, as the term stands after, are waited for again. */
export function approvalsBegun(before: TermContext, after: TermContext): DeadlineIntent[] {
  const waited = waitingSteps(before);
  return waitingSteps(after)
    .filter((step) => !waited.includes(step))
    .map((step) => stepDeadline(after, step));
}

/** The deadlines that the councils' decisions so far have met, on the day of the last of them. */
export function approvalsMet(context: TermContext): EndDeadlineIntent[] {
  const { county, approvals } = context;
  const lastOn = (organisations: string[]): CivilDate | undefined =>
    organisations
      .flatMap((organisation) => approvals[organisation]?.meetingOn ?? [])
      .toSorted()
      .at(-1);
  return approvalSteps
    .filter((step) => isApproved(context, step))
    .map((step) => met(step, lastOn(step === 'countyCouncil' ? [county] : context.municipalities)));
}

/** From when on a term can be handed over: three months before its last day. */
export function handOverFrom({ endsOn }: Pick<CouncilTerm, 'endsOn'>): CivilDate {
  return periodEnd(endsOn, { count: handOverMonths, unit: 'months' }, 'backward');
}

/**
 * Dates for a term that no plan has dated yet, in months from its first day, or from the day on which it was handed over
 * where that is later: the forum within half a year, the negotiation within a year and a half, the mid-term evaluation in
 * the middle of the term. Each on a working day, none after the term's end. Nobody has agreed on them, so they are the
 * county's request until they are set.
 */
export function derivedDates({ startsOn, endsOn }: CouncilTerm, handedOverOn: CivilDate): TermDates {
  const from = handedOverOn > startsOn ? handedOverOn : startsOn;
  const after = (months: number, start = from) => {
    const on = workingDayOnOrBefore(periodEnd(start, { count: months, unit: 'months' }, 'forward'));
    return { on: on < endsOn ? on : workingDayOnOrBefore(endsOn), basis: 'requested' as const };
  };
  return {
    forum: after(6),
    situation: after(9),
    goalsWorkbook: after(12),
    negotiation: after(18),
    municipalities: after(20),
    countyCouncil: after(21),
    midEvaluation: after(24, startsOn),
    termEnds: { on: endsOn, basis: 'statutory-period-end' },
  };
}
