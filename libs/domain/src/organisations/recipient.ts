import type { CivilDate } from '../calendar/civil-date';
import type { Language } from '../text';
import { interfaceContacts, isValidOn } from './on-date';
import type { Audience } from '../reminders/ladder';
import { audienceRole, holderOf, type Seat } from './seats';
import type { Contact, Register } from './register';
import { deliverableContacts } from './undeliverable';

/** Where a mail goes, and how the address was found. A registry has neither a person's name nor a contact id. */
export type Recipient = {
  via: 'holder' | 'deputy' | 'registry';
  contactId?: string;
  name?: string;
  email: string;
  language: Language;
};

/**
 * Who receives a mail to an organisation on the day: the holder of the role, else the deputy (role
 * `deputy-of-<role>`), else the registry of the organisation or of the one it belongs to. Where an interface has no contact, its
 * matters go to whoever answers for the organisation, and so do those of a contact who is no longer there. The coordinator is always the county's, whichever organisation the matter
 * concerns. Whoever's mail comes back is passed over. A deputy beside the holder has nobody in its place. Undefined when the organisation is unknown or has no address.
 */
export function recipientFor(
  register: Register,
  organisationId: string,
  to: Seat,
  on: CivilDate,
): Recipient | undefined {
  if (typeof to === 'object' && 'interface' in to) {
    const [contact] = interfaceContacts(deliverableContacts(register), organisationId, to.interface, on);
    return contact ? person(contact, 'holder') : standingIn(recipientFor(register, organisationId, 'respondent', on));
  }
  if (typeof to === 'object' && 'contact' in to) {
    const contact = deliverableContacts(register).find(({ id, ...one }) => id === to.contact && isValidOn(one, on));
    return contact ? person(contact, 'holder') : standingIn(recipientFor(register, organisationId, 'respondent', on));
  }
  if (typeof to === 'object' && 'deputyOf' in to) return deputyBeside(register, organisationId, to.deputyOf, on);
  const seatOf = to === 'coordinator' ? register.county.code : organisationId;
  const role = roleOf(register, seatOf, to);
  if (role === undefined) return undefined;
  const contacts = deliverableContacts(register);
  const holder = holderOf(contacts, seatOf, role, on);
  if (holder !== undefined) return person(holder, 'holder');
  const deputy = holderOf(contacts, seatOf, `deputy-of-${role}`, on);
  if (deputy !== undefined) return person(deputy, 'deputy');
  return registryOf(register, seatOf);
}

/**
 * Whether the seat's tasks are the contact's on the day: as its holder, one of several or alone, or as the deputy while nobody
 * holds it.
 */
export function actsFor(
  register: Register,
  contact: Contact,
  organisationId: string,
  to: Seat,
  on: CivilDate,
): boolean {
  const alone = recipientFor({ ...register, contacts: [contact], undeliverable: {} }, organisationId, to, on);
  return alone?.via === 'holder' || recipientFor(register, organisationId, to, on)?.contactId === contact.id;
}

function roleOf(register: Register, organisationId: string, to: Audience | { role: string }): string | undefined {
  const kind = kindOf(register, organisationId);
  if (kind === undefined) return undefined;
  return typeof to === 'string' ? audienceRole(kind, to) : to.role;
}

/** The deputy beside the holder. While nobody holds the seat the deputy is written to in the holder's place, and not a second time. */
function deputyBeside(
  register: Register,
  organisationId: string,
  to: Audience | { role: string },
  on: CivilDate,
): Recipient | undefined {
  const role = roleOf(register, organisationId, to);
  if (role === undefined) return undefined;
  const holder = holderOf(register.contacts, organisationId, role, on);
  const deputy = holderOf(register.contacts, organisationId, `deputy-of-${role}`, on);
  return holder && deputy && deputy.id !== holder.id ? person(deputy, 'deputy') : undefined;
}

/** Whoever is written to in the place of a contact that there is not. */
function standingIn(recipient: Recipient | undefined): Recipient | undefined {
  return recipient?.via === 'holder' ? { ...recipient, via: 'deputy' } : recipient;
}

function kindOf(register: Register, id: string): Parameters<typeof audienceRole>[0] | undefined {
  if (id === register.county.code) return 'county';
  return register.organisations.find((organisation) => organisation.id === id)?.kind;
}

function person({ id, name, email, language }: Contact, via: 'holder' | 'deputy'): Recipient {
  return { via, contactId: id, name, email, language };
}

function registryOf({ county, organisations }: Register, id: string): Recipient | undefined {
  const organisation = organisations.find((candidate) => candidate.id === id);
  const owner = [id, organisation?.of].includes(county.code)
    ? county
    : organisations.find((candidate) => candidate.id === organisation?.of);
  const email = organisation?.registry ?? owner?.registry;
  if (email === undefined) return undefined;
  return { via: 'registry', email, language: (organisation ?? county).languages[0] ?? 'fi' };
}
