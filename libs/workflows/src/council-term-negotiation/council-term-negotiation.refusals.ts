import { stillAhead } from '../dated-steps/step-reasons';
import type { CivilDate } from '@app/domain';
import type { Fact, Reason, Refusal } from '../kernel/definition';
import type { GivenInput } from './council-term-negotiation.agreement';
import { councilsToAsk } from './council-term-negotiation.councils';
import type { TermContext } from './council-term-negotiation.data';
import { termOf } from './council-term-negotiation.data';
import { handOverFrom, hasApproved } from './council-term-negotiation.dates';
import type { TermFact } from './council-term-negotiation.facts';
import { happenedOn } from './council-term-negotiation.facts';
import { whyMunicipalitiesStay } from './council-term-negotiation.municipalities';
import * as reasons from './council-term-negotiation.reasons';
import { whyDatesStay } from './council-term-negotiation.reschedule';
import { isSettled, rounds } from './council-term-negotiation.yearly';

/** What a guard asks, and the codes of the reasons it can have against a fact. */
type Guarding = { codes: readonly string[]; why: (context: TermContext, fact: TermFact) => Reason | null };

const guarding = {
  hasHappened: {
    codes: ['too-early'],
    why: (_, fact) => (isAhead(fact) ? stillAhead() : null),
  },
  heldInTerm: {
    codes: ['too-early', 'term-exceeded', 'before-term'],
    why: (context, fact) => {
      const on = happenedOn(fact) ?? fact.on;
      const { startsOn, endsOn } = termOf(context.term);
      if (isAhead(fact)) return stillAhead();
      if (on > endsOn) return reasons.termExceeded(context);
      return on < startsOn ? reasons.beforeTerm(context) : null;
    },
  },
  someoneToAsk: {
    codes: ['nobody-to-ask'],
    why: (context) => (councilsToAsk(context).length > 0 ? null : reasons.nobodyToAsk()),
  },
  isApproved: {
    codes: ['too-early', 'county-not-approved', 'not-approved-by-all'],
    why: (context, fact) => {
      if (isAhead(fact)) return stillAhead();
      if (!hasApproved(context, context.county)) return reasons.countyNotApproved();
      const missing = context.municipalities.filter((organisation) => !hasApproved(context, organisation));
      const isExplained = fact.type === 'AgreementSigned' && fact.data.whyWithout !== undefined;
      return missing.length === 0 || isExplained ? null : reasons.notApprovedBy(missing);
    },
  },
  inputAwaited: {
    codes: ['not-in-force', 'already-recorded', 'too-early'],
    why: (context, fact) => (fact.type === 'YearlyInputRecorded' ? whyNotGiven(context, fact.data, fact.on) : null),
  },
  canHandOver: {
    codes: ['already-handed-over', 'too-early'],
    why: ({ term, handedOver }, { on }) => {
      if (handedOver) return reasons.alreadyHandedOver(handedOver);
      const from = handOverFrom(termOf(term));
      return on < from ? reasons.tooEarlyToHandOver(from) : null;
    },
  },
  isHandedOver: {
    codes: ['not-handed-over'],
    why: (context) => (context.handedOver ? null : reasons.handOverFirst(context)),
  },
  isMissedAndHandedOver: {
    codes: ['too-early', 'not-handed-over'],
    why: (context, { on }) => {
      const { endsOn } = termOf(context.term);
      if (on <= endsOn) return reasons.termStillRuns(endsOn);
      return context.handedOver ? null : reasons.handOverFirst(context);
    },
  },
  termRuns: {
    codes: ['too-late'],
    why: (context, { on }) => (on > termOf(context.term).endsOn ? reasons.termHasEnded(context) : null),
  },
  datesMayChange: {
    codes: ['nothing-changes', 'already-happened', 'in-the-past', 'term-exceeded'],
    why: (context, { type, data, on }) => (type === 'DatesChanged' ? whyDatesStay(context, data, on) : null),
  },
  municipalitiesMayChange: {
    codes: ['nothing-changes', 'already-party', 'not-a-party', 'unknown-successor', 'no-parties'],
    why: (context, { type, data }) => (type === 'MunicipalitiesChanged' ? whyMunicipalitiesStay(context, data) : null),
  },
} satisfies Record<string, Guarding>;

export type Guard = keyof typeof guarding;
export const guardNames = Object.keys(guarding) as Guard[];

/** The reason a guard has against a fact; null where it lets the fact through. */
export function reasonAgainst(guard: Guard, context: TermContext, fact: TermFact): Reason | null {
  return (guarding[guard] as Guarding).why(context, fact);
}

/** Why each guard of the chart refuses, and what would be right. */
export const refusals: Record<string, Refusal<TermContext>> = Object.fromEntries(
  guardNames.map((guard) => [
    guard,
    {
      codes: guarding[guard].codes,
      why: (context: TermContext, fact: Fact) => reasonAgainst(guard, context, fact as TermFact),
    },
  ]),
);

function whyNotGiven(context: TermContext, { year, half }: GivenInput, today: CivilDate): Reason | null {
  const round = rounds(context).find((one) => one.year === year && one.half === half);
  if (!round) return reasons.noSuchInput();
  if (isSettled(context, round)) return reasons.inputSettled(year);
  return today < round.from ? reasons.inputTooEarly(round.from) : null;
}

function isAhead(fact: TermFact): boolean {
  return (happenedOn(fact) ?? fact.on) > fact.on;
}
