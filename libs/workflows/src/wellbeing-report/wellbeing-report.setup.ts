import { setup } from 'xstate';
import type { Started } from '../kernel/definition';
import { intentActions } from '../kernel/intents';
import type { ReportContext, ReportInput } from './wellbeing-report.data';
import type { ReportFact } from './wellbeing-report.facts';
import { type Guard, guardNames, reasonAgainst } from './wellbeing-report.refusals';
import { deadlinesNow } from './wellbeing-report.steps';

type GuardArgs = { context: ReportContext; event: ReportFact };
const guards = Object.fromEntries(
  guardNames.map((guard) => [guard, ({ context, event }: GuardArgs) => reasonAgainst(guard, context, event) === null]),
) as Record<Guard, (args: GuardArgs) => boolean>;

/** The types and guards of the report's chart. */
export const report = setup({
  types: { context: {} as ReportContext, input: {} as Started<ReportInput>, events: {} as ReportFact },
  actions: intentActions,
  guards,
});

/** What a state waits for by a date. */
export const dueNow = {
  type: 'setDeadline' as const,
  params: ({ context }: { context: ReportContext }) => deadlinesNow(context),
};
