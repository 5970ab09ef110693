import type { Instant } from '@app/domain';
import { helsinkiInstant, ladders } from '@app/domain';
import { passDeadline, remind } from './clock-commands';
import type { Json } from './command';
import type { Deadline } from './instance';

/** Reminders fall due when the office opens; the sending hours of a county may still hold the mail back. */
const morning = '08:00';

/** A moment at which the engine gives a command: a deadline that passes, or a rung of its reminder ladder. */
export type Timer = { deadline: string; setNo: number; rung: string | null; at: Instant; command: string; data: Json };

/** When a rung falls due. */
export function rungInstant({ on }: Deadline['rungs'][number]): Instant {
  return helsinkiInstant(on, morning);
}

/** The timers of a deadline whose time runs from `at` on. A date that is gone by then passes at once, unless it passed before. */
export function timersOf(deadline: Deadline, at: Instant): Timer[] {
  const { name, setNo, dueAt, status } = deadline;
  const due = { deadline: name, setNo, rung: null, command: passDeadline, data: { deadline: name } };
  return [
    ...(status === 'passed' ? [] : [{ ...due, at: dueAt < at ? at : dueAt }]),
    ...deadline.rungs.map((rung) => rungTimer(deadline, rung)),
  ];
}

function rungTimer({ name, setNo, ladder }: Deadline, pending: Deadline['rungs'][number]): Timer {
  const rung = ladder && ladders[ladder].find(({ key }) => key === pending.key);
  if (!rung) throw new Error(`The ladder of the deadline ${name} has no rung ${pending.key}`);
  const { key, audience, template } = rung;
  const data = { deadline: name, rung: key, audience, template };
  return { deadline: name, setNo, rung: key, at: rungInstant(pending), command: remind, data };
}
