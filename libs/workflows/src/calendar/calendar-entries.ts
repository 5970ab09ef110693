import type { CivilDate, Instant, Register } from '@app/domain';
import { addDays } from '@app/domain';
import type { CalendarEntry, CalendarOwner, DatedWorkflow } from './calendar-entry';
import { bodyMeetings, type PlanInForce, plannedMeetings } from './other-meetings';
import { contactOf, whatBelongsTo } from './whose-calendar';
import { changedOn, workflowEntries } from './workflow-entries';

/** A calendar reaches so far back, and ahead as far as anything is known. */
const daysBack = 365;
/** What is no longer wanted stays in the calendar as cancelled for so long, so that every program that reads it notices. */
const daysCancelled = 90;

export type CalendarSources = {
  register: Register;
  workflows: readonly DatedWorkflow[];
  plans: readonly PlanInForce[];
  /** Since when the calendar is there: stands for the unknown time at which the register last changed. */
  knownSince: Instant;
};

/** The first day that a calendar shows. */
export function calendarSince(today: CivilDate): CivilDate {
  return addDays(today, -daysBack);
}

/**
 * What stands in the owner's calendar, in the order of time. Only what is asked of an organisation or a person is in theirs, and
 * no name of a person is in anybody's. The same state on the same day gives the same entries.
 */
export function calendarEntries(owner: CalendarOwner, sources: CalendarSources, today: CivilDate): CalendarEntry[] {
  const belongs = whatBelongsTo(owner, sources.register, today);
  const since = calendarSince(today);
  const entries = [
    ...withoutWorkflow(owner, sources, today),
    ...sources.workflows.flatMap((workflow) => workflowEntries(workflow, belongs)),
  ];
  // Where an entry of several years stands in both their plans, the later plan counts.
  const byUid = new Map(entries.map((entry) => [entry.uid, entry]));
  return [...byUid.values()]
    .filter((entry) => entry.on >= since && !isForgotten(entry, today))
    .sort((a, b) => compare(a.on, b.on) || compare(a.at ?? '', b.at ?? '') || compare(a.uid, b.uid));
}

function withoutWorkflow(owner: CalendarOwner, sources: CalendarSources, today: CivilDate): CalendarEntry[] {
  const { register, plans, knownSince } = sources;
  if (owner.scope === 'organisation') return bodyMeetings(register, owner.organisation, knownSince);
  if (owner.scope === 'county') return plans.flatMap((plan) => plannedMeetings(plan, register));
  const contact = contactOf(owner, register, today);
  return contact ? plans.flatMap((plan) => plannedMeetings(plan, register, contact)) : [];
}

function isForgotten(entry: CalendarEntry, today: CivilDate): boolean {
  return entry.standing === 'cancelled' && addDays(changedOn(entry), daysCancelled) < today;
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
