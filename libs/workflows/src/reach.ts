import type { CivilDate } from '@app/domain';
import { reachRung } from '@app/domain';
import { label, noForm } from './fields';
import type { ReminderFellDue } from './kernel/clock-commands';
import type { CommandDefinition, Fact, Reached } from './kernel/definition';
import type { CloseTaskIntent, TaskIntent } from './kernel/intents';

/** What the workflows that ask an organisation know of whether it has been reached. */
export type ReachContext = { reached: Reached | null };

const task = 'nobody-reached';

/** Whoever opened the page says that the request has come to them. Opening it alone says nothing: a mail scanner opens every link. */
export const confirmReceipt: CommandDefinition<ReachContext> = {
  title: label('Vahvista, että pyyntö on tullut perille', 'Bekräfta att begäran har kommit fram', 'Confirm receipt'),
  roles: ['respondent'],
  schema: noForm,
  event: 'ReceiptConfirmed',
  offeredWhen: ({ reached }) => reached === null,
};

/** Who was reached stays so, since the first time. */
export function reachedBy<C extends ReachContext>(context: C, how: Reached['how'], on: CivilDate): C {
  return context.reached ? context : { ...context, reached: { on, how } };
}

/** The same where the fact is the respondent's own act; what staff record says nothing about it. */
export function reachedByAct<C extends ReachContext>(context: C, { by, on }: Fact): C {
  return by.role === 'respondent' ? reachedBy(context, 'acted', on) : context;
}

/** Whether the rung of a ladder is the question who has been reached. */
export function asksForReach({ rung }: Pick<ReminderFellDue, 'rung'>): boolean {
  return rung === reachRung;
}

/** What falls due with the rung: a task, unless the organisation has been reached. */
export function reachMissing(
  { reached, organisation }: ReachContext & { organisation: string },
  event: Fact<string, ReminderFellDue>,
): TaskIntent[] {
  return asksForReach(event.data) && !reached ? [{ kind: task, key: task, organisation }] : [];
}

/** The task ends once the organisation is reached. */
export function reachFound({ reached }: ReachContext): CloseTaskIntent[] {
  return reached ? [{ key: task }] : [];
}

/** Another organisation goes on: that one has not been reached yet, and the task was about the first. */
export const reachAnew: CloseTaskIntent = { key: task };
