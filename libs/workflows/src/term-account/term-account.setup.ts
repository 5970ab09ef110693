import { setup } from 'xstate';
import type { Started } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import type { AccountContext, AccountInput } from './term-account.data';
import type { AccountFact } from './term-account.facts';
import { type Guard, guardNames, reasonAgainst } from './term-account.refusals';

type GuardArgs = { context: AccountContext; event: AccountFact };
const guards = Object.fromEntries(
  guardNames.map((guard) => [guard, ({ context, event }: GuardArgs) => reasonAgainst(guard, context, event) === null]),
) as Record<Guard, (args: GuardArgs) => boolean>;

/** The types and guards of the chart. */
export const account = setup({
  types: { context: {} as AccountContext, input: {} as Started<AccountInput>, events: {} as AccountFact },
  actions: intentActions,
  guards,
});
