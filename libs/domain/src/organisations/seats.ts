import type { CivilDate } from '../calendar/civil-date';
import { type Audience, audiences } from '../reminders/ladder';
import { isValidOn } from './on-date';
import type { Body, Contact, OrganisationKind, Register } from './register';

/** Where the register calls an audience by another name. Only municipalities have a manager of their own to go to. */
const rolesOf: Record<'municipality' | 'other', Partial<Record<Audience, string>>> = {
  municipality: { respondent: 'hyvinvointikoordinaattori' },
  other: { respondent: 'contact', manager: 'contact' },
};

/**
 * Whom a mail is for: an audience, a role by its name in the register, the contact of an interface, one contact by id, or the deputy
 * beside whoever holds one of the first two.
 */
export type Seat =
  Audience | { role: string } | { interface: string } | { contact: string } | { deputyOf: Audience | { role: string } };

const ofInterface = /^interface:(.+)$/;
const oneContact = /^contact:(.+)$/;
const deputyOf = /^deputy-of-(.+)$/;

/** Whom a workflow names: an audience, `interface:<id>`, `contact:<id>`, `deputy-of-<one of the others>`, or else a role by its name in the register. */
export function audienceOrRole(text: string): Seat {
  const [, named] = ofInterface.exec(text) ?? [];
  if (named !== undefined) return { interface: named };
  const [, contact] = oneContact.exec(text) ?? [];
  if (contact !== undefined) return { contact };
  const [, beside] = deputyOf.exec(text) ?? [];
  if (beside !== undefined) return { deputyOf: known(beside) };
  return known(text);
}

function known(text: string): Audience | { role: string } {
  return audiences.find((audience) => audience === text) ?? { role: text };
}

/** The role that an audience means in an organisation of the kind. */
export function audienceRole(kind: OrganisationKind | 'county', audience: Audience): string {
  return rolesOf[kind === 'municipality' ? kind : 'other'][audience] ?? audience;
}

/** The roles that the contact holds on the day, in the order of the register. */
export function rolesOn(contact: Contact, on: CivilDate): string[] {
  if (!isValidOn(contact, on)) return [];
  return [...new Set(contact.roles.filter((held) => isValidOn(held, on)).map(({ role }) => role))];
}

/** Who holds the role on the day; of several the first in the register. */
export function holderOf(
  contacts: readonly Contact[],
  organisationId: string,
  role: string,
  on: CivilDate,
): Contact | undefined {
  return contacts.find(
    (contact) =>
      contact.of === organisationId &&
      isValidOn(contact, on) &&
      contact.roles.some((held) => held.role === role && isValidOn(held, on)),
  );
}

/**
 * The role that presents to the body. A body that presents to another (the county executive to the council) stands for
 * its own presenter. Undefined when the register does not say.
 */
export function presenterRole(register: Pick<Register, 'bodies'>, bodyId: string): string | undefined {
  const seen = new Set<string>();
  let body: Body | undefined = register.bodies.find(({ id }) => id === bodyId);
  let presenter = body?.presenter;
  while (presenter !== undefined && !seen.has(presenter)) {
    seen.add(presenter);
    body = register.bodies.find(({ id }) => id === presenter);
    if (body === undefined) return presenter;
    presenter = body.presenter;
  }
  return undefined;
}
