import type { Contact, Register } from './register';

/** The contacts that can be written to: a seat of one whose mail comes back is as empty as one that nobody holds. */
export function deliverableContacts({
  contacts,
  undeliverable = {},
}: Pick<Register, 'contacts' | 'undeliverable'>): Contact[] {
  return Object.keys(undeliverable).length === 0 ? contacts : contacts.filter(({ id }) => !undeliverable[id]);
}

/**
 * Whether a failure for good says that the address is dead. A refusal of what we send (5.7, 5.6), a full mailbox or a mail that is
 * too large (5.2.2, 5.2.3) and a fault of the other system (5.3) say nothing about the address.
 */
export function saysAddressIsDead(status: string): boolean {
  return status.startsWith('5.') && !/^5\.([367]\.|2\.[23]$)/.test(status);
}
