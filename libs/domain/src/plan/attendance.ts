import type { CivilDate } from '../calendar/civil-date';
import { municipalitiesOn } from '../organisations/on-date';
import type { Contact, Register } from '../organisations/register';
import { roleName } from '../organisations/role-names';
import { audienceRole, presenterRole } from '../organisations/seats';
import type { Text } from '../text';
import type { ContactsByOrganisation } from './contacts-by-organisation';
import type { DatedDate, DatedEntry } from './dated-entries';
import { workflowKind, type Attendance } from './workflow-kinds';

/** The names of the dates on which people meet: two of them on one day collide. */
export const meetingNames: ReadonlySet<string> = new Set([
  'meeting',
  'negotiation',
  'event',
  'hyteBoard',
  'countyExecutive',
  'countyCouncil',
]);

/** A date on which people meet. */
export type Meeting = { entry: DatedEntry; date: DatedDate };

/** A person in the room, and as what. */
export type Attendee = { contact: Contact; as: Text };

/** Who has to be in the room, as far as the register says; a person who has several parts, once. */
export function attendees({ entry, date }: Meeting, register: Register, contacts: ContactsByOrganisation): Attendee[] {
  const { attendance = {} } = workflowKind(entry.workflow);
  const parts = Object.hasOwn(attendance, date.name) ? (attendance[date.name] ?? []) : [];
  const found = parts.flatMap((part) => ofPart(part, entry, date, register, contacts));
  return [...new Map(found.map((attendee) => [attendee.contact.id, attendee])).values()];
}

function ofPart(
  part: Attendance,
  entry: DatedEntry,
  { body, on }: DatedDate,
  register: Register,
  contacts: ContactsByOrganisation,
): Attendee[] {
  const county = register.county.code;
  switch (part) {
    case 'presenter':
      return presenter(body, register, contacts, on);
    case 'coordinator':
      return inSeat(county, 'coordinator', contacts, on);
    case 'municipal-respondents':
      return municipalitiesOn(register, on).flatMap(({ id, kind }) =>
        inSeat(id, audienceRole(kind, 'respondent'), contacts, on),
      );
    case 'interface-contacts':
      return [county, ...municipalitiesOn(register, on).map(({ id }) => id)].flatMap((organisation) =>
        entry.topics.flatMap((topic) =>
          contacts
            .onInterface(organisation, topic, on)
            .map((contact) => ({ contact, as: onInterface(topic, register) })),
        ),
      );
  }
}

function presenter(
  bodyId: string | undefined,
  register: Register,
  contacts: ContactsByOrganisation,
  on: CivilDate,
): Attendee[] {
  const body = register.bodies.find(({ id }) => id === bodyId);
  const role = body && presenterRole(register, body.id);
  return body === undefined || role === undefined ? [] : inSeat(body.of, role, contacts, on);
}

function inSeat(organisation: string, role: string, contacts: ContactsByOrganisation, on: CivilDate): Attendee[] {
  const contact = contacts.inSeat(organisation, role, on);
  return contact === undefined ? [] : [{ contact, as: roleName(role) }];
}

function onInterface(topic: string, register: Register): Text {
  const name = interfaceName(topic, register);
  return {
    fi: `yhteyshenkilö (${name.fi})`,
    sv: `kontaktperson (${name.sv})`,
    en: `contact (${name.en})`,
  };
}

/** What the interface is called; by its id where the register does not say. */
export function interfaceName(id: string, { interfaces }: Pick<Register, 'interfaces'>): Text {
  const name = interfaces.find((candidate) => candidate.id === id)?.name ?? { fi: id, sv: id };
  return { fi: name.fi, sv: name.sv, en: name.en ?? name.fi };
}
