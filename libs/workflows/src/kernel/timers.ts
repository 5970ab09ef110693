import type { Instant } from '@app/domain';
import { type CivilDate, comesAfter, daysBetween, helsinkiInstant, type Ladder, type Rung } from '@app/domain';
import { passDeadline, remind, type Wording } from './clock-commands';
import type { Json } from './command';
import type { Deadline, Life } from './instance';
import { isOwn, ladderOf } from './ladder-of';

/** Reminders fall due when the office opens; the sending hours of a county may still hold the mail back. */
const morning = '08:00';

/** A moment at which the engine gives a command: a deadline that passes, or a rung of its reminder ladder. */
export type Timer = { deadline: string; setNo: number; rung: string | null; at: Instant; command: string; data: Json };

/** When a rung falls due. */
export function rungInstant({ on }: Deadline['rungs'][number]): Instant {
  return helsinkiInstant(on, morning);
}

/** The timers of a deadline whose time runs from `at` on. A date that is gone by then passes at once, unless it passed before. */
export function timersOf(deadline: Deadline, at: Instant, life: Pick<Life, 'ladders'>): Timer[] {
  const { name, setNo, dueAt, status } = deadline;
  const due = { deadline: name, setNo, rung: null, command: passDeadline, data: { deadline: name } };
  return [
    ...(status === 'passed' ? [] : [{ ...due, at: dueAt < at ? at : dueAt }]),
    ...deadline.rungs.map((rung) => rungTimer(deadline, rung, life)),
  ];
}

function rungTimer(deadline: Deadline, pending: Deadline['rungs'][number], life: Pick<Life, 'ladders'>): Timer {
  const { name, setNo, ladder: kind } = deadline;
  const ladder = kind && ladderOf(life, kind);
  const rung = ladder?.find(({ key }) => key === pending.key);
  if (!ladder || !rung) throw new Error(`The ladder of the deadline ${name} has no rung ${pending.key}`);
  const { key, audience, template, escalates } = rung;
  const data: Json = { deadline: name, rung: key, audience, template };
  if (isOwn(life, kind) && !comesAfter(rung)) data.wording = wordingOf(deadline, ladder, rung, pending.on);
  if (escalates) data.escalates = escalates;
  return { deadline: name, setNo, rung: key, at: rungInstant(pending), command: remind, data };
}

/** A mail speaks of the reminders still to come as the default ladder's mails do; in a county's own ladder they are counted. */
function wordingOf({ rungs, dueOn }: Deadline, ladder: Ladder, rung: Rung, on: CivilDate): Wording {
  const daysBefore = daysBetween(on, dueOn);
  if (rung.direction === 'before-agenda') return { rung: 'agenda', daysBefore };
  const later = rungs.filter((one) => one.on > on && isBeside(ladder, one.key, rung)).length;
  return { rung: later === 0 ? 'T-1' : later === 1 ? 'T-7' : 'T-14', daysBefore };
}

function isBeside(ladder: Ladder, key: string, { template }: Rung): boolean {
  return ladder.some((other) => other.key === key && other.template === template);
}
