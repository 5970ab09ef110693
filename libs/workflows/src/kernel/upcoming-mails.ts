import type { Instant, LadderName } from '@app/domain';
import type { OwedNotification } from './consequences';
import { advance } from './decide';
import type { AnyDefinition } from './definition';
import { isRunning } from './instance';
import type { Instance } from './instance';
import { timersOf, type Timer } from './timers';

/** A mail that will be owed if nobody does anything. `rung` is null where the passing of the date itself owes it. */
export type UpcomingMail = {
  deadline: string;
  rung: string | null;
  /** The ladder of the deadline; null where it has none. */
  ladder: LadderName | null;
  /** When it falls due; it leaves within the sending hours of that day. */
  at: Instant;
  notification: Omit<OwedNotification, 'id'>;
};

export type Upcoming = { now: Instant; limit: number; deadline?: string | undefined };

/** More steps of the clock than any workflow has ahead of it. */
const mostSteps = 200;

/**
 * The mails that a workflow's running deadlines will owe if nobody does anything, the earliest first: at most `limit`, or of one
 * deadline only. Pure. The clock's commands are decided one after another as they will be, by the same code that will send: what it says
 * holds until something happens. A workflow that is paused or has ended owes nothing.
 */
export function upcomingMails(
  definition: AnyDefinition,
  instance: Instance,
  { now, limit, deadline }: Upcoming,
): UpcomingMail[] {
  const mails: UpcomingMail[] = [];
  const refused = new Set<string>();
  let standing = instance;
  for (let steps = 0; steps < mostSteps && mails.length < limit; steps += 1) {
    const [timer] = pendingTimers(standing, now).filter((one) => !refused.has(keyOf(one)));
    if (!timer) break;
    const decision = advance(definition, standing, commandOf(timer));
    if (!decision.accepted) {
      refused.add(keyOf(timer));
      continue;
    }
    if (deadline === undefined || timer.deadline === deadline) {
      const ladder = standing.deadlines[timer.deadline]?.ladder ?? null;
      const { deadline: name, rung, at } = timer;
      for (const { id: _id, ...notification } of decision.effects.notifications)
        mails.push({ deadline: name, rung, ladder, at, notification });
    }
    standing = decision.instance;
  }
  return mails.slice(0, limit);
}

/** The next mail of a workflow, or the next of a deadline or a rung; undefined where none is to come. */
export function upcomingMail(
  definition: AnyDefinition,
  instance: Instance,
  { now, deadline, rung }: { now: Instant; deadline?: string | undefined; rung?: string | undefined },
): UpcomingMail | undefined {
  const mails = upcomingMails(definition, instance, { now, limit: Infinity, deadline });
  return mails.find((mail) => rung === undefined || mail.rung === rung);
}

/** What the clock has ahead of it, in the order in which it will come. What should have come before `now` comes now. */
function pendingTimers({ deadlines, life, status }: Instance, now: Instant): Timer[] {
  if (status !== 'open' || life.paused) return [];
  return Object.values(deadlines)
    .filter(isRunning)
    .flatMap((deadline) => timersOf(deadline, deadline.dueAt, life))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((timer) => (timer.at < now ? { ...timer, at: now } : timer));
}

function commandOf({ deadline, setNo, rung, at, command, data }: Timer) {
  const actor = { id: 'clock', role: 'clock' as const };
  return { name: command, data, actor, commandId: `upcoming:${deadline}/${setNo}/${rung ?? 'due'}`, now: at };
}

function keyOf({ deadline, setNo, rung }: Timer): string {
  return `${deadline}/${setNo}/${rung ?? 'due'}`;
}
