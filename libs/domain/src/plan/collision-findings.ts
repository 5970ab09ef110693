import { addDays, daysBetween, yearOf, type CivilDate } from '../calendar/civil-date';
import { isWorkingDay } from '../calendar/working-day';
import type { Finding } from '../finding';
import type { Body, Register } from '../organisations/register';
import type { Text } from '../text';
import { meetingsOf, meetsIn } from './apply-rule';
import { attendees, meetingNames, type Meeting } from './attendance';
import { collisionMessage, type DoubleBooked } from './collision-messages';
import { ContactsByOrganisation } from './contacts-by-organisation';
import type { DatedEntry } from './dated-entries';

/** A proposal farther off is no proposal. */
const farthestDays = 120;

/**
 * Warns of dates of two entries on which people meet on one day: one finding a day. With a register it says who is double-booked:
 * the same person in both rooms, or the same body twice. The proposal is for the entry that stands later in the plan.
 */
export function collisionFindings(entries: readonly DatedEntry[], register: Register | undefined): Finding[] {
  const days = meetingsByDay(entries);
  const contacts = register && new ContactsByOrganisation(register);
  return [...days].flatMap(([on, meetings]) => {
    const ids = [...new Set(meetings.map(({ entry }) => entry.index))];
    const later = meetings.at(-1);
    if (ids.length < 2 || later === undefined) return [];
    const others = meetings.filter(({ entry }) => entry !== later.entry);
    const booked = register && contacts ? doubleBooked(meetings, register, contacts) : undefined;
    const proposal = freeDay(later, days, register);
    return [
      {
        code: 'collision',
        severity: 'warning' as const,
        entry: later.entry.id,
        date: on,
        others: [...new Set(others.flatMap(({ entry }) => entry.id ?? []))],
        message: collisionMessage({ on, meetings, later, booked, proposal }),
        path: later.date.path,
        ...(proposal === undefined ? {} : { proposal }),
      },
    ];
  });
}

/** The dates on which people meet, by day, in the order of the plan. */
function meetingsByDay(entries: readonly DatedEntry[]): Map<CivilDate, Meeting[]> {
  const days = new Map<CivilDate, Meeting[]>();
  for (const entry of entries) {
    for (const date of entry.dates.values()) {
      if (!meetingNames.has(date.name)) continue;
      const known = days.get(date.on);
      if (known === undefined) days.set(date.on, [{ entry, date }]);
      else known.push({ entry, date });
    }
  }
  return days;
}

function doubleBooked(
  meetings: readonly Meeting[],
  register: Register,
  contacts: ContactsByOrganisation,
): DoubleBooked {
  const people = new Map<string, { name: string; as: Text; in: Set<number> }>();
  const bodies = new Map<string, Set<number>>();
  for (const meeting of meetings) {
    for (const { contact, as } of attendees(meeting, register, contacts)) {
      const known = people.get(contact.id) ?? { name: contact.name, as, in: new Set<number>() };
      people.set(contact.id, { ...known, in: known.in.add(meeting.entry.index) });
    }
    const { body } = meeting.date;
    if (body !== undefined) bodies.set(body, (bodies.get(body) ?? new Set<number>()).add(meeting.entry.index));
  }
  return {
    people: [...people.values()].filter((person) => person.in.size > 1),
    bodies: [...bodies].filter(([, rooms]) => rooms.size > 1).map(([id]) => nameOfBody(id, register)),
  };
}

function nameOfBody(id: string, { bodies }: Register) {
  return bodies.find((body) => body.id === id)?.name ?? { fi: id, sv: id };
}

/**
 * The nearest working day of the same year on which nobody else meets, which leaves the order of the entry's own dates as it is and on
 * which the body meets, as far as the register knows its calendar. Of two equally near the later one.
 */
function freeDay(
  { entry, date }: Meeting,
  days: ReadonlyMap<CivilDate, readonly Meeting[]>,
  register: Register | undefined,
): CivilDate | undefined {
  // A day that follows from a rule moves with the day from which it was counted.
  if (date.origin !== 'written') return undefined;
  const body = register?.bodies.find(({ id }) => id === date.body);
  const candidates =
    body !== undefined && meetsIn(body, yearOf(date.on)) ? nearMeetings(body, date.on) : nearDays(date.on);
  const isFree = (day: CivilDate) => (days.get(day) ?? []).every((other) => other.entry === entry);
  const own = [...entry.dates.values()].filter((other) => other.origin === 'written' && other !== date);
  const keepsOrder = (day: CivilDate) =>
    own.every(({ on }) => (on < date.on ? on < day : on > date.on ? on > day : true));
  return candidates.find(
    (day) => yearOf(day) === yearOf(date.on) && isWorkingDay(day) && isFree(day) && keepsOrder(day),
  );
}

function nearDays(on: CivilDate): CivilDate[] {
  return Array.from({ length: farthestDays }, (_, index) => index + 1).flatMap((days) => [
    addDays(on, days),
    addDays(on, -days),
  ]);
}

function nearMeetings(body: Body, on: CivilDate): CivilDate[] {
  const distance = (day: CivilDate) => Math.abs(daysBetween(on, day));
  return meetingsOf(body)
    .filter((day) => day !== on && distance(day) <= farthestDays)
    .sort((one, other) => distance(one) - distance(other) || (one > other ? -1 : 1));
}
