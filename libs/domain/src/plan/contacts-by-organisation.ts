import type { CivilDate } from '../calendar/civil-date';
import { interfaceContacts } from '../organisations/on-date';
import type { Contact, Register } from '../organisations/register';
import { holderOf } from '../organisations/seats';

/** The people of a register, found by their organisation: a check asks for hundreds of seats on as many days. */
export class ContactsByOrganisation {
  private readonly contacts = new Map<string, Contact[]>();

  constructor({ contacts }: Pick<Register, 'contacts'>) {
    for (const contact of contacts) {
      const known = this.contacts.get(contact.of);
      if (known === undefined) this.contacts.set(contact.of, [contact]);
      else known.push(contact);
    }
  }

  /** Who holds the role on the day, else the deputy. */
  inSeat(organisation: string, role: string, on: CivilDate): Contact | undefined {
    const people = this.contacts.get(organisation) ?? [];
    return holderOf(people, organisation, role, on) ?? holderOf(people, organisation, `deputy-of-${role}`, on);
  }

  /** Who works on the interface on the day. */
  onInterface(organisation: string, interfaceId: string, on: CivilDate): Contact[] {
    return interfaceContacts(this.contacts.get(organisation) ?? [], organisation, interfaceId, on);
  }
}
