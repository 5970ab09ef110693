import type { CivilDate, Instant } from '@app/domain';
import { helsinkiDate } from '@app/domain';
import type { Accepted } from '../kernel/decide';
import { isAwaited, isRunningSet } from '../kernel/instance';
import type { Step } from './told-steps';

/** A rung of a deadline's reminder ladder that has not fallen due yet. */
export type PendingRung = { workflow: string; deadline: string; setNo: number; rung: string; at: Instant };

/** A reminder by the day it goes: `from` as it was, `to` as it will be. */
export type MovedRung = { workflow: string; deadline: string; rung: string; from: CivilDate; to: CivilDate };
export type DroppedRung = Omit<MovedRung, 'to'>;
export type AddedRung = Omit<MovedRung, 'from'>;

/** A mail that a step owes, by its template and the organisation it goes to. */
export type OwedMail = { workflow: string; template: string; organisation: string };

export type RungChanges = { moved: MovedRung[]; dropped: DroppedRung[]; added: AddedRung[] };

/** The reminders still to come after the steps, as the shell will keep them. */
export function rungsAfter(pending: readonly PendingRung[], steps: readonly Step[]): PendingRung[] {
  return steps.reduce((rungs, { decision }) => rungsAfterStep(rungs, decision), [...pending]);
}

function rungsAfterStep(rungs: PendingRung[], { instance, effects }: Accepted): PendingRung[] {
  const { id } = instance;
  // A step can set a deadline and close the workflow in one go.
  const set = effects.timers.filter(({ deadline, setNo }) => isRunningSet(instance, deadline, setNo));
  const void_ = (rung: PendingRung) =>
    effects.ended.includes(rung.deadline) ||
    effects.paused.includes(rung.deadline) ||
    effects.relaid.includes(rung.deadline) ||
    set.some(({ deadline, setNo }) => deadline === rung.deadline && setNo > rung.setNo);
  return [
    ...rungs.filter((rung) => rung.workflow !== id || !void_(rung)),
    ...set.flatMap(({ deadline, setNo, rung, at }) =>
      rung === null ? [] : [{ workflow: id, deadline, setNo, rung, at }],
    ),
  ];
}

/** What happens to each reminder between two moments. What goes on its day as before is no change. */
export function rungChanges(before: readonly PendingRung[], after: readonly PendingRung[]): RungChanges {
  const will = new Map(after.map((rung) => [keyOf(rung), rung]));
  const was = new Map(before.map((rung) => [keyOf(rung), rung]));
  const result: RungChanges = { moved: [], dropped: [], added: [] };
  for (const { workflow, deadline, rung, at } of before) {
    const next = will.get(keyOf({ workflow, deadline, rung }));
    const [from, to] = [helsinkiDate(at), next && helsinkiDate(next.at)];
    if (to === undefined) result.dropped.push({ workflow, deadline, rung, from });
    else if (from !== to) result.moved.push({ workflow, deadline, rung, from, to });
  }
  for (const { workflow, deadline, rung, at } of after) {
    if (!was.has(keyOf({ workflow, deadline, rung })))
      result.added.push({ workflow, deadline, rung, to: helsinkiDate(at) });
  }
  return result;
}

/** The mails that the steps owe and that will go: not those of a deadline that the same step ends. */
export function owedMails(steps: readonly Step[]): OwedMail[] {
  return steps.flatMap(({ decision: { instance, effects } }) =>
    effects.notifications
      .filter(({ deadline }) => {
        const known = deadline === undefined ? undefined : instance.deadlines[deadline];
        return !known || isAwaited(known);
      })
      .map(({ template, to }) => ({ workflow: instance.id, template, organisation: to.organisation })),
  );
}

function keyOf({ workflow, deadline, rung }: { workflow: string; deadline: string; rung: string }): string {
  return `${workflow}/${deadline}/${rung}`;
}
