import type { CivilDate, Finding, Instant } from '@app/domain';
import { helsinkiDate } from '@app/domain';
import type { Json } from '../kernel/command';
import type { DeadlineMove } from './deadline-moves';
import { deadlineMoves } from './deadline-moves';
import { refusal } from './entry-findings';
import type { AddedRung, DroppedRung, MovedRung, OwedMail, PendingRung } from './mail-changes';
import { owedMails, rungChanges, rungsAfter } from './mail-changes';
import type { EntryChange, Instances, PlanChanges } from './plan-changes';
import type { PlanStep } from './plan-steps';
import type { Step } from './told-steps';
import { toldSteps } from './told-steps';

/** A mail as it stands now; `isUnsent` while it waits to be sent and can still be called back. */
export type KnownMail = {
  notification: string;
  workflow: string;
  template: string;
  organisation: string;
  deadline: string | null;
  data: Json;
  isUnsent: boolean;
  sentAt: Instant | null;
};

/** `sentAt` null: on its way, and no longer called back. */
export type SentMail = Pick<KnownMail, 'notification' | 'template' | 'organisation' | 'sentAt'>;

/** What happens with mail: nothing that was sent is taken back. */
export type MailChanges = {
  /** Mails that told one of the old dates. They stay as they were sent. */
  sent: SentMail[];
  /** Reminders that go on another day, no longer go, or come new. */
  moved: MovedRung[];
  dropped: DroppedRung[];
  added: AddedRung[];
  /** Mails that waited to be sent and are not sent any more. */
  suppressed: Omit<SentMail, 'sentAt'>[];
  /** New mails about the change. */
  owed: OwedMail[];
};

/** What changes with one entry of the plan: its dates, and the deadlines and mails of its workflow and of those it tells. */
export type EntryPreview = EntryChange & {
  deadlines: DeadlineMove[];
  mails: MailChanges;
};

/** What a coordinator reads before saying yes; also what activating then answers. */
export type PlanPreview = {
  /** The revision in force that it was compared with; 0 while none is. */
  revision: number;
  /** Activating would do nothing at all. */
  unchanged: boolean;
  /** Ids of the workflows that start. */
  started: string[];
  /** Entries whose workflow runs or has ended, and is left as it is. */
  same: string[];
  notDriven: string[];
  /** Entries that come into the plan and that no workflow drives yet. */
  added: string[];
  dropped: string[];
  /** Entries whose title or topics change. */
  reworded: string[];
  changes: EntryPreview[];
  /** With an error among them nothing is done. */
  findings: Finding[];
};

/** What the workflows that change, and all below them, have to come. */
export type Surroundings = { instances: Instances; rungs: readonly PendingRung[]; mails: readonly KnownMail[] };

/**
 * What a plan's steps come to. Pure. Every step is followed to its end: parents, then the children they tell. `now` is the
 * moment of the steps; whom the engine tells later in the day decides by the same date.
 */
export function planPreview(
  { revision, isSamePlan, now }: { revision: number; isSamePlan: boolean; now: Instant },
  changes: PlanChanges,
  steps: readonly PlanStep[],
  surroundings: Surroundings,
): PlanPreview {
  const { same, notDriven, added, dropped, reworded, changed } = changes;
  const findings = [...changes.findings];
  const moved = new Map<string, Step[]>();
  const started: string[] = [];
  for (const { entry, ...step } of steps) {
    const told = toldSteps([step], surroundings.instances, now);
    findings.push(...told.refused.map(({ refused }) => refusal(entry, refused)));
    if (step.before) moved.set(entry, told.steps);
    else started.push(step.decision.instance.id);
  }
  return {
    revision,
    unchanged: isSamePlan && steps.length === 0 && findings.every(({ severity }) => severity !== 'error'),
    started,
    same,
    notDriven,
    added,
    dropped,
    reworded,
    changes: changed.map((change) => entryPreview(change, moved.get(change.entry) ?? [], surroundings)),
    findings,
  };
}

function entryPreview(about: EntryChange, steps: readonly Step[], { rungs, mails }: Surroundings): EntryPreview {
  const deadlines = deadlineMoves(steps.map(({ before, decision: { instance } }) => ({ before, instance })));
  const concerned = new Set(steps.map(({ decision }) => decision.instance.id));
  const own = rungs.filter(({ workflow }) => concerned.has(workflow));
  const ownMails = mails.filter(({ workflow }) => concerned.has(workflow));
  const suppressed = ownMails.filter((mail) => mail.isUnsent && isCalledBack(mail, steps));
  const old = new Set([
    ...about.dates.flatMap(({ from, stays }) => (from && !stays ? [from.on] : [])),
    ...deadlines.flatMap(({ from }) => (from === null ? [] : [from])),
  ]);
  return {
    ...about,
    deadlines,
    mails: {
      sent: ownMails
        .filter((mail) => !suppressed.includes(mail) && tellsOne(mail.data, old))
        .map(({ notification, template, organisation, sentAt }) => ({ notification, template, organisation, sentAt })),
      ...rungChanges(own, rungsAfter(own, steps)),
      suppressed: suppressed.map(({ notification, template, organisation }) => ({
        notification,
        template,
        organisation,
      })),
      owed: owedMails(steps),
    },
  };
}

/** A deadline that ends or moves calls back its mail that has not been sent. */
function isCalledBack({ workflow, deadline }: KnownMail, steps: readonly Step[]): boolean {
  return steps.some(
    ({ decision: { instance, effects } }) =>
      instance.id === workflow && deadline !== null && effects.ended.includes(deadline),
  );
}

const moment = /^\d{4}-\d{2}-\d{2}T/;

/** Whether a mail's data names one of the days, as a day or as a moment on it. */
function tellsOne(data: Json, days: ReadonlySet<CivilDate>): boolean {
  if (typeof data === 'string')
    return days.has((moment.test(data) ? helsinkiDate(data as Instant) : data) as CivilDate);
  if (typeof data !== 'object' || data === null) return false;
  return Object.values(data).some((value) => tellsOne(value, days));
}
