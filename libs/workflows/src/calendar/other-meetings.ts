import type { Body, CivilDate, Contact, Instant, Name, Plan, PlanEntry, Register, Text } from '@app/domain';
import { calendarUid, interfaceContacts, isValidOn } from '@app/domain';
import { plannedId } from '../kernel/instance';
import { findDefinition } from '../registry';
import type { CalendarEntry } from './calendar-entry';

/** Meetings that no workflow stands behind: those of an organisation's own bodies, and the plan's that are not driven yet. */

/** A plan as its newest revision says it, and when that came into force. */
export type PlanInForce = { plan: Plan; revision: number; activatedAt: Instant };

/**
 * The meetings of an organisation's bodies, from the register. The register has no history: `knownSince` is told as the
 * time of their last change, and a meeting that is moved is another one.
 */
export function bodyMeetings(register: Register, organisation: string, knownSince: Instant): CalendarEntry[] {
  return register.bodies
    .filter(({ of }) => of === organisation)
    .flatMap((body) => {
      // A body that has ended meets no more, whatever its calendar says.
      const days = body.meetings.filter((on) => isValidOn(body, on));
      return days.map((on) => bodyMeeting(register, body, on, knownSince));
    });
}

function bodyMeeting({ county }: Register, body: Body, on: CivilDate, knownSince: Instant): CalendarEntry {
  return {
    uid: calendarUid(county.code, `${county.code}.body.${body.id}`, 'meeting', on),
    revision: { sequence: 0, at: knownSince },
    kind: 'meeting',
    title: inEvery(body.name),
    matter: null,
    on,
    basis: 'decided',
    standing: 'fixed',
    organisations: [body.of],
    workflow: null,
  };
}

/** The dates of a plan on which people come together. */
const meetingDates = ['meeting', 'negotiation', 'event'];

/**
 * The meetings of a plan's entries that no definition drives yet. Their identifiers are those that the workflow will give them.
 * With a contact only the meetings that have a topic on which the contact works.
 */
export function plannedMeetings(
  { plan, revision, activatedAt }: PlanInForce,
  register: Register,
  contact?: Contact,
): CalendarEntry[] {
  const undriven = plan.entries.filter(({ workflow }) => !findDefinition(workflow));
  return undriven.flatMap((entry) =>
    meetingDates.flatMap((name) => {
      const date = entry.dates[name];
      if (!date || (contact && !worksOnTopicOf(entry, register, contact, date.on))) return [];
      const { on, at, until, place, basis } = date;
      return {
        uid: calendarUid(plan.county, plannedId(plan.county, entry.id), 'meeting', name),
        revision: { sequence: revision, at: activatedAt },
        kind: 'meeting' as const,
        title: entryTitle(entry),
        matter: topicsOf(entry, register),
        on,
        ...(at && { at }),
        ...(until && { until }),
        ...(place && { place }),
        basis,
        standing: 'fixed' as const,
        organisations: [],
        workflow: null,
      };
    }),
  );
}

function worksOnTopicOf({ topics = [] }: PlanEntry, { contacts }: Register, contact: Contact, on: CivilDate): boolean {
  return topics.some((topic) => interfaceContacts(contacts, contact.of, topic, on).some(({ id }) => id === contact.id));
}

function entryTitle({ title, id }: PlanEntry): Text {
  const own = title ?? id;
  return { fi: own, sv: own, en: own };
}

/** The interfaces that a meeting handles, by their names in the register. */
function topicsOf({ topics = [] }: PlanEntry, { interfaces }: Register): Text | null {
  if (topics.length === 0) return null;
  const names = topics.map((topic) =>
    inEvery(interfaces.find(({ id }) => id === topic)?.name ?? { fi: topic, sv: topic }),
  );
  const all = (language: keyof Text) => names.map((name) => name[language]).join(', ');
  return { fi: all('fi'), sv: all('sv'), en: all('en') };
}

function inEvery({ fi, sv, en = fi }: Name): Text {
  return { fi, sv, en };
}
