import type { CivilDate } from '@app/domain';
import { yearOf } from '@app/domain';
import type { Json } from '../kernel/command';
import { plannedId } from '../kernel/instance';
import type { SuccessorIntent } from '../kernel/intents';
import type { HandOver, TermContext, TermInput } from './council-term-negotiation.data';
import { nextTermOf } from './council-term-negotiation.data';
import { derivedDates } from './council-term-negotiation.dates';

/** How a plan names the entry of a council term, so that the hand-over and a plan mean the same workflow. */
function entryOf(term: string): string {
  return `council-term-negotiation-${term}`;
}

/** The workflow of the term that follows. */
export function successorOf({ county, term }: Pick<TermContext, 'county' | 'term'>): {
  nextTerm: string;
  successor: string;
} {
  const nextTerm = nextTermOf(term).id;
  return { nextTerm, successor: plannedId(county, entryOf(nextTerm)) };
}

/**
 * The open matters go to the next term's workflow: it starts with them, on derived dates, or takes them over where a plan
 * has started it already.
 */
export function handedOver(context: TermContext, { openMatters }: HandOver, today: CivilDate): SuccessorIntent {
  const next = nextTermOf(context.term);
  const told = { from: context.id, matters: openMatters };
  const data: TermInput = {
    term: next.id,
    dates: derivedDates(next, today),
    municipalities: context.municipalities,
    bodies: context.bodies,
    councils: context.councils,
    closes: context.closes,
    takenOver: [told],
  };
  return {
    start: {
      workflow: 'council-term-negotiation',
      entry: entryOf(next.id),
      year: yearOf(next.startsOn),
      data: data as Json,
    },
    command: 'take-over',
    data: told as Json,
  };
}
