import type { TermContext } from './council-term-negotiation.data';
import { termOf } from './council-term-negotiation.data';
import { endedSteps, handOverFrom, hasApproved } from './council-term-negotiation.dates';
import type { TermFact } from './council-term-negotiation.facts';
import { happenedOn } from './council-term-negotiation.facts';

/** Why a fact cannot be: a code, or null where nothing stands against it. */
type Reason<Code extends string> = (context: TermContext, fact: TermFact) => Code | null;

/** What each guard looks at. A guard lets a fact through where there is no reason against it. */
export const reasons = {
  hasHappened: (_, fact) => (isAhead(fact) ? 'too-early' : null),

  heldInTerm: (context, fact) => {
    const on = happenedOn(fact) ?? fact.on;
    const { startsOn, endsOn } = termOf(context.term);
    if (isAhead(fact)) return 'too-early';
    if (on > endsOn) return 'term-exceeded';
    return on < startsOn ? 'before-term' : null;
  },

  decidedAfterNegotiation: ({ negotiation }, fact) => {
    if (isAhead(fact)) return 'too-early';
    return negotiation && (happenedOn(fact) ?? '') < negotiation.heldOn ? 'before-negotiation' : null;
  },

  isApproved: (context, fact) => {
    if (isAhead(fact)) return 'too-early';
    if (!hasApproved(context, context.county)) return 'county-not-approved';
    const all = context.municipalities.every((organisation) => hasApproved(context, organisation));
    return all || (fact.type === 'AgreementSigned' && fact.data.whyWithout) ? null : 'not-approved-by-all';
  },

  canHandOver: ({ term, handedOver }, { on }) => {
    if (handedOver) return 'already-handed-over';
    return on < handOverFrom(termOf(term)) ? 'too-early' : null;
  },

  isHandedOver: ({ handedOver }) => (handedOver ? null : 'not-handed-over'),

  isMissedAndHandedOver: ({ term, handedOver }, { on }) => {
    if (on <= termOf(term).endsOn) return 'too-early';
    return handedOver ? null : 'not-handed-over';
  },

  termRuns: ({ term }, { on }) => (on > termOf(term).endsOn ? 'too-late' : null),

  canMove: (context, fact) => {
    if (fact.type !== 'DatesMoved') return null;
    const moved = Object.entries(fact.data.dates).flatMap(([step, date]) => (date ? [{ step, on: date.on }] : []));
    if (endedSteps(context).some((step) => fact.data.dates[step])) return 'already-happened';
    if (moved.some(({ on }) => on > termOf(context.term).endsOn)) return 'term-exceeded';
    return moved.some(({ on }) => on < fact.on) ? 'too-late' : null;
  },
} satisfies Record<string, Reason<string>>;

export type Guard = keyof typeof reasons;
export type CodeOf<G extends Guard> = NonNullable<ReturnType<(typeof reasons)[G]>>;

/** The reason a guard has against a fact, if any. */
export function reasonOf(guard: Guard, context: TermContext, fact: TermFact): string | null {
  return (reasons[guard] as Reason<string>)(context, fact);
}

function isAhead(fact: TermFact): boolean {
  return (happenedOn(fact) ?? fact.on) > fact.on;
}
