import { civilDate, instant, type Plan } from '@app/domain';
import {
  calendarEntries,
  type CalendarEntry,
  type CalendarOwner,
  type CalendarSources,
  type DatedWorkflow,
  type Json,
  type PlanInForce,
} from '@app/workflows';
import { examplePlan, exampleRegister } from './example-area';
import { childrenOf, negotiation } from './example-paths';
import type { Given } from './given';

/** Calendars of the example area, made of histories instead of a database. */

export const register = exampleRegister();
/** A plan in which no workflow drives any entry but the year's negotiation. */
function undriven(plan: Plan): Plan {
  return {
    ...plan,
    entries: plan.entries.map((entry) =>
      entry.workflow === 'hyte-negotiation' ? entry : { ...entry, workflow: 'own-matter' },
    ),
  };
}

export const plan: PlanInForce = {
  plan: undriven(examplePlan()),
  revision: 1,
  activatedAt: instant('2026-01-02T08:00:00+02:00'),
};
const knownSince = instant('2026-01-05T08:00:00+02:00');

/** What the store reads from the log. */
function dated({ instance, events }: Given): DatedWorkflow {
  const last = events.at(-1);
  if (!last) throw new Error('no events');
  const deadlines: DatedWorkflow['deadlines'] = {};
  for (const { type, data, seq, at } of events) {
    const { name, deadline } = data as { name?: string; deadline?: string };
    const of = name ?? deadline;
    if (of !== undefined && type.startsWith('Deadline')) deadlines[of] = { sequence: seq, at };
  }
  return { instance, revision: { sequence: instance.version, at: last.at }, deadlines };
}

/** What stands in a calendar of these workflows; without more there are no plans. */
export function entriesOf(
  owner: CalendarOwner,
  workflows: Given[],
  { today = '2026-06-01', more = {} }: { today?: string; more?: Partial<CalendarSources> } = {},
): CalendarEntry[] {
  const sources = { register, workflows: workflows.map(dated), plans: [], knownSince, ...more };
  return calendarEntries(owner, sources, civilDate(today));
}

/** What a test looks at first: which entry, when, and how it stands. */
export const brief = ({ uid, on, standing }: CalendarEntry) => [uid.replace(/@.*/, ''), on, standing];

/** The negotiation of the example year when it first waits for this. */
export function inState(state: string): Given {
  const found = negotiation().find(({ instance }) => instance.state === `open.${state}`);
  if (!found) throw new Error(state);
  return found;
}

/** The start data of a workflow that the negotiation starts. */
export function dataOf(key: string): Json {
  const child = childrenOf(negotiation()).find((candidate) => candidate.key.startsWith(key));
  if (!child) throw new Error(key);
  return child.data;
}
