import type { Text } from '@app/domain';
import type { ReminderFellDue } from '../kernel/clock-commands';
import type { NotificationIntent } from '../kernel/intents';
import type { DatedContext } from './dated-context';

/** The coordinator is reminded of a step that is due, or was: the templates `step-due` and `step-overdue`. */
export function stepReminded<Step extends string>(
  { id, county, dates }: Pick<DatedContext<Step>, 'id' | 'county' | 'dates'>,
  matter: Text,
  titles: Record<Step, Text>,
  { deadline, audience, template }: ReminderFellDue,
): NotificationIntent {
  const step = deadline as Step;
  const { on, basis } = dates[step];
  const of = { kind: 'matter', title: matter };
  return {
    template,
    to: { organisation: county, audience },
    data: { of, stepTitle: titles[step], dueOn: on, basis, workflowId: id },
    deadline,
  };
}
