import type { CivilDate } from '@app/domain';
import { civilDate, helsinkiInstant, workingDayOnOrBefore, yearOf } from '@app/domain';
import type { Fact } from '../kernel/definition';
import type { DeadlineIntent, EndDeadlineIntent } from '../kernel/intents';
import { met } from '../kernel/intents';
import type { GivenInput, Half, SkippedInput, YearlyInput } from './council-term-negotiation.agreement';
import { halves } from './council-term-negotiation.agreement';
import type { TermContext } from './council-term-negotiation.data';
import { termOf } from './council-term-negotiation.data';

/**
 * While the agreement is in force it is evaluated with the accounts in the first half of each year, and gives input to the budgets in the
 * second. Each half of the year has one deadline: that of its first input that is still open.
 */

/** An input that the agreement calls for: from when on it can be given, and by when it should be. */
export type Round = { year: number; half: Half; from: CivilDate; dueOn: CivilDate };

/** All inputs from the signing to the end of the term, by the last working day of each half-year; none before the signing. */
export function rounds({ agreement, term }: Pick<TermContext, 'agreement' | 'term'>): Round[] {
  if (!agreement) return [];
  const { endsOn } = termOf(term);
  const first = yearOf(agreement.signedOn);
  const years = Array.from({ length: yearOf(endsOn) - first + 1 }, (_, no) => first + no);
  return years
    .flatMap((year) => halves.map((half) => roundOf(year, half)))
    .filter(({ dueOn }) => dueOn > agreement.signedOn && dueOn <= endsOn);
}

function roundOf(year: number, half: Half): Round {
  const [from, until] = half === 'accounts' ? ['01-01', '06-30'] : ['07-01', '12-31'];
  return {
    year,
    half,
    from: civilDate(`${year}-${from}`),
    dueOn: workingDayOnOrBefore(civilDate(`${year}-${until}`)),
  };
}

/** The first input of the half that has neither been given nor skipped. */
export function nextRound(context: TermContext, half: Half): Round | undefined {
  return rounds(context).find((round) => round.half === half && !isSettled(context, round));
}

/** Whether the input has been given or skipped. */
export function isSettled({ yearlyInputs }: TermContext, { year, half }: Pick<Round, 'year' | 'half'>): boolean {
  return yearlyInputs.some((input) => input.year === year && input.half === half);
}

/** The years whose inputs the agreement calls for. */
export function yearsInForce(context: TermContext): number[] {
  return [...new Set(rounds(context).map(({ year }) => year))];
}

/** The deadlines of the next inputs. */
export function yearlyDeadlines(context: TermContext, of: readonly Half[] = halves): DeadlineIntent[] {
  return of.flatMap((half) => {
    const round = nextRound(context, half);
    return round ? [deadlineOf(context, round)] : [];
  });
}

function deadlineOf({ closes }: TermContext, { half, dueOn }: Round): DeadlineIntent {
  return { name: half, dueOn, dueAt: helsinkiInstant(dueOn, closes), basis: 'requested', ladder: 'step' };
}

/** The term with the input given. */
export function withGiven({ yearlyInputs }: TermContext, { data, on }: Fact<string, GivenInput>): YearlyInput[] {
  const { year, half, findings, document = null } = data;
  return [...yearlyInputs, { year, half, on, skipped: null, findings, document }];
}

/** The term without the input, and why. */
export function withSkipped({ yearlyInputs }: TermContext, { data, on }: Fact<string, SkippedInput>): YearlyInput[] {
  const { year, half, reason } = data;
  return [...yearlyInputs, { year, half, on, skipped: reason, findings: null, document: null }];
}

type Settled = { year: number; half: Half };

/** The deadline that the input ends, where it is the one that runs. */
export function roundEnded(
  context: TermContext,
  { year, half }: Settled,
  as: 'met' | 'cancelled',
): EndDeadlineIntent[] {
  if (nextRound(context, half)?.year !== year) return [];
  return [as === 'met' ? met(half) : { name: half, as }];
}

/** The deadline that runs in its place, once `yearlyInputs` are settled. */
export function roundBegun(
  context: TermContext,
  { year, half }: Settled,
  yearlyInputs: YearlyInput[],
): DeadlineIntent[] {
  if (nextRound(context, half)?.year !== year) return [];
  return yearlyDeadlines({ ...context, yearlyInputs }, [half]);
}
