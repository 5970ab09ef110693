import { calendarUid, helsinkiDate } from '@app/domain';
import type { AnyDefinition, Meeting } from '../kernel/definition';
import type { Deadline, Instance } from '../kernel/instance';
import { isRunningSet } from '../kernel/instance';
import { definitionOf } from '../registry';
import type { CalendarEntry, DatedWorkflow, EntryStanding } from './calendar-entry';
import type { Belongs } from './whose-calendar';

/** The due dates and meetings of a workflow that belong into a calendar. */
export function workflowEntries(workflow: DatedWorkflow, belongs: Belongs): CalendarEntry[] {
  const definition = definitionOf(workflow.instance.definition);
  return [...dueDates(definition, workflow, belongs), ...meetings(definition, workflow, belongs)];
}

function dueDates(definition: AnyDefinition, workflow: DatedWorkflow, belongs: Belongs): CalendarEntry[] {
  return Object.values(workflow.instance.deadlines).flatMap((deadline) => {
    const known = definition.deadlines[deadline.name];
    // A version that the workflow was moved to may have given the deadline up; then it has ended.
    if (!known && !isRunningSet(workflow.instance, deadline.name, deadline.setNo)) return [];
    if (!known) throw new Error(`${definition.name} declares no deadline ${deadline.name}`);
    const asked = known.askedOf(workflow.instance.context as never);
    if (!belongs('due', asked, deadline.dueOn)) return [];
    return [dueDate(definition, workflow, deadline, namesOf(asked))];
  });
}

function dueDate(
  definition: AnyDefinition,
  { instance, revision, deadlines }: DatedWorkflow,
  { name, dueOn, dueAt, basis, citation, status }: Deadline,
  organisations: string[],
): CalendarEntry {
  return {
    uid: calendarUid(instance.county, instance.id, 'due', name),
    revision: deadlines[name] ?? revision,
    kind: 'due',
    title: definition.deadlines[name]?.title ?? definition.title,
    matter: definition.matter(instance.context as never),
    on: dueOn,
    dueAt,
    basis,
    ...(citation && { citation }),
    standing: status,
    organisations,
    workflow: instance.id,
  };
}

function meetings(definition: AnyDefinition, workflow: DatedWorkflow, belongs: Belongs): CalendarEntry[] {
  const { instance, revision } = workflow;
  const known = definition.meetings?.(instance.context as never, instance.state) ?? [];
  return known
    .filter((meeting) => belongs('meeting', meeting.for, meeting.on))
    .map((meeting) => ({
      uid: calendarUid(instance.county, instance.id, 'meeting', meeting.name),
      revision,
      kind: 'meeting',
      title: meeting.title,
      matter: matterBeside(meeting, definition, instance),
      on: meeting.on,
      ...(meeting.at && { at: meeting.at }),
      ...(meeting.until && { until: meeting.until }),
      ...(meeting.place && { place: meeting.place }),
      basis: meeting.basis,
      standing: standingOf(meeting, instance),
      organisations: namesOf(meeting.for),
      workflow: instance.id,
    }));
}

/** A meeting that is called after its workflow need not say so twice. */
function matterBeside({ title }: Meeting, definition: AnyDefinition, instance: Instance): CalendarEntry['matter'] {
  const matter = definition.matter(instance.context as never);
  return matter.fi === title.fi ? null : matter;
}

/**
 * A cancelled workflow's meetings are not held. One that has otherwise ended has its meetings up to that day behind it,
 * whether or not anybody told of them.
 */
function standingOf({ standing, on }: Meeting, { status, endedOn }: Instance): EntryStanding {
  if (standing === 'held' || status === 'open') return standing;
  return status === 'cancelled' || (endedOn !== null && endedOn < on) ? 'cancelled' : standing;
}

function namesOf(asked: readonly { organisation: string }[]): string[] {
  return [...new Set(asked.map(({ organisation }) => organisation))];
}

/** The day on which an entry last changed. */
export function changedOn({ revision }: CalendarEntry) {
  return helsinkiDate(revision.at);
}
