import { addDays, type CivilDate } from '../calendar/civil-date';
import type { Finding } from '../finding';
import type { Text } from '../text';
import * as said from './hand-over-messages';
import { isValidOn } from './on-date';
import type { Contact, Register, RoleHeld } from './register';
import { twoHolders } from './register-messages';
import { rolesOn } from './seats';
import { doubleHeld, type DoubleHeld } from './sole-roles';

/** `roles`: unless given, all that `from` holds. `interfaces`: whether the interfaces go along. `on`: the first day of the new holder. */
export type HandOver = { from: string; to: string; roles?: readonly string[]; interfaces?: boolean; on: CivilDate };

/**
 * Hands roles of one contact over to another of the same organisation: from the day `on` the other holds them, for as long as they were
 * to be held, and the first one's end on the day before. Interfaces have no dates, so they move at once: hand them over when the day has
 * come. Findings (errors) instead of a register: `unknown-contact`, `same-contact`, `other-organisation`, `role-not-held`,
 * `contact-not-valid`, `two-holders` (somebody else holds a sole role then).
 */
export function handOver(register: Register, order: HandOver): { register: Register } | { findings: Finding[] } {
  const from = register.contacts.find(({ id }) => id === order.from);
  const to = register.contacts.find(({ id }) => id === order.to);
  if (from === undefined || to === undefined) {
    const missing = [from === undefined ? order.from : [], to === undefined ? order.to : []].flat();
    return { findings: missing.map((id) => error('unknown-contact', id, order.on, said.unknownContact(id))) };
  }
  const roles = order.roles ?? lastRoles(from, order.on);
  const findings = orderFindings(from, to, roles, order);
  if (findings.length > 0) return { findings };
  const changed = new Map([
    [from.id, givenUp(from, roles, order)],
    [to.id, takenUp(to, from, roles, order)],
  ]);
  const contacts = register.contacts.map((contact) => changed.get(contact.id) ?? contact);
  const doubles = newDoubles(register, contacts, roles);
  return doubles.length > 0 ? { findings: doubles } : { register: { ...register, contacts } };
}

function orderFindings(from: Contact, to: Contact, roles: readonly string[], { on, interfaces }: HandOver): Finding[] {
  if (from.id === to.id) return [error('same-contact', from.id, on, said.sameContact(from.name))];
  const hasNothing = roles.length === 0 && (interfaces !== true || from.interfaces.length === 0);
  return [
    ...(from.of === to.of ? [] : [error('other-organisation', to.id, on, said.otherOrganisation(from, to))]),
    ...(isValidOn(to, on) ? [] : [error('contact-not-valid', to.id, on, said.contactNotValid(to.name, on))]),
    ...(hasNothing ? [error('role-not-held', from.id, on, said.nothingToHandOver(from.name, on))] : []),
    ...roles.flatMap((role) => {
      if (heldAround(from, role, on) !== undefined) return [];
      const message = rolesOn(from, on).includes(role)
        ? said.heldOnlyFrom(from.name, role, on)
        : said.roleNotHeld(from.name, role, on);
      return [error('role-not-held', from.id, on, message)];
    }),
  ];
}

/** What the contact holds on the day, or held on the day before when that was the last one. */
function lastRoles(contact: Contact, on: CivilDate): string[] {
  return rolesOn(contact, isValidOn(contact, on) ? on : addDays(on, -1));
}

/** The holding of the role that is there on the day before, and so can end on it; where there are several, the one that goes on. */
function heldAround(contact: Contact, role: string, on: CivilDate): RoleHeld | undefined {
  const before = addDays(on, -1);
  if (!isValidOn(contact, before)) return undefined;
  const held = contact.roles.filter((candidate) => candidate.role === role && isValidOn(candidate, before));
  return held.find((candidate) => isValidOn(candidate, on)) ?? held[0];
}

function givenUp(contact: Contact, roles: readonly string[], { interfaces, on }: HandOver): Contact {
  const before = addDays(on, -1);
  return {
    ...contact,
    roles: contact.roles.flatMap((held) => {
      if (!roles.includes(held.role) || (held.validTo ?? on) < on) return [held];
      // What was to begin later never does.
      return (held.validFrom ?? before) > before ? [] : [{ ...held, validTo: before }];
    }),
    ...(interfaces === true && { interfaces: [] }),
  };
}

function takenUp(contact: Contact, from: Contact, roles: readonly string[], { interfaces, on }: HandOver): Contact {
  const held = rolesOn(contact, on);
  const taken = [...new Set(roles)].filter((role) => !held.includes(role));
  return {
    ...contact,
    roles: [...contact.roles, ...taken.map((role) => takenRole(heldAround(from, role, on), role, on))],
    ...(interfaces === true && { interfaces: [...new Set([...contact.interfaces, ...from.interfaces])] }),
  };
}

/** A role that was to end on a day ends then for the new holder too; where it has ended already, it goes on without an end. */
function takenRole(held: RoleHeld | undefined, role: string, on: CivilDate): RoleHeld {
  const end = held?.validTo !== undefined && held.validTo >= on ? held.validTo : undefined;
  return { role, validFrom: on, ...(end !== undefined && { validTo: end }) };
}

/** Sole roles that get a second holder by it; what was double before is not its fault. */
function newDoubles(register: Register, contacts: readonly Contact[], roles: readonly string[]): Finding[] {
  const before = new Set(doubleHeld(register.contacts, register.bodies).map(nameOfDouble));
  return doubleHeld(contacts, register.bodies)
    .filter((double) => roles.includes(double.role) && !before.has(nameOfDouble(double)))
    .map(({ role, first, second, from }) => ({
      ...error('two-holders', second.id, from ?? null, twoHolders(second.of, role, [first.name, second.name], from)),
      others: [first.id],
    }));
}

function nameOfDouble({ role, first, second }: DoubleHeld<Contact>): string {
  return [role, ...[first.id, second.id].sort()].join(' ');
}

function error(code: string, entry: string, date: CivilDate | null, message: Text): Finding {
  return { code, severity: 'error', entry, date, message };
}
