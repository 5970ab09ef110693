import { assign, setup } from 'xstate';
import type { Started } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import { casesMoved, casesSent, sentDeadlines, withSent } from './council-term-negotiation.councils';
import type { TermContext, TermInput } from './council-term-negotiation.data';
import type { TermFact } from './council-term-negotiation.facts';
import type { Guard } from './council-term-negotiation.refusals';
import { guardNames, reasonAgainst } from './council-term-negotiation.refusals';
import { changedDeadlines, withChanged } from './council-term-negotiation.reschedule';

type GuardArgs = { context: TermContext; event: TermFact };
const guards = Object.fromEntries(
  guardNames.map((guard) => [guard, ({ context, event }: GuardArgs) => reasonAgainst(guard, context, event) === null]),
) as Record<Guard, (args: GuardArgs) => boolean>;

/** The types, guards and shared transitions of the term's chart. */
export const term = setup({
  types: {
    context: {} as TermContext,
    input: {} as Started<TermInput>,
    events: {} as TermFact,
  },
  actions: intentActions,
  guards,
});

type Of<Type extends TermFact['type']> = { context: TermContext; event: Extract<TermFact, { type: Type }> };

/** Dates move while any is still ahead. What the cases hear follows from the term as it was. */
export const moveDates = {
  guard: 'datesMayChange' as const,
  actions: [
    { type: 'tellChild' as const, params: ({ context, event }: Of<'DatesChanged'>) => casesMoved(context, event.data) },
    assign<TermContext, Of<'DatesChanged'>['event'], undefined, TermFact, never>({
      dates: ({ context, event }) => withChanged(context, event.data.dates),
    }),
    {
      type: 'setDeadline' as const,
      params: ({ context, event }: Of<'DatesChanged'>) => changedDeadlines(context, event.data.dates),
    },
  ],
};

/** The agreement goes to every council that has not approved it and has no open case. */
export const sendAgreement = {
  guard: 'someoneToAsk' as const,
  actions: [
    { type: 'startChild' as const, params: ({ context, event }: Of<'AgreementSent'>) => casesSent(context, event) },
    {
      type: 'setDeadline' as const,
      params: ({ context, event }: Of<'AgreementSent'>) => sentDeadlines(context, event),
    },
    assign<TermContext, Of<'AgreementSent'>['event'], undefined, TermFact, never>(({ context, event }) =>
      withSent(context, event.data),
    ),
  ],
};
