import type { Contact, Register } from './register';

/** The contacts that can be written to: a seat of one whose mail comes back is as empty as one that nobody holds. */
export function deliverableContacts({
  contacts,
  undeliverable = {},
}: Pick<Register, 'contacts' | 'undeliverable'>): Contact[] {
  return Object.keys(undeliverable).length === 0 ? contacts : contacts.filter(({ id }) => !undeliverable[id]);
}

/** No such mailbox, no such system, bad syntax, moved without a trace, no mail taken, disabled (RFC 3463, RFC 7505). */
const dead = new Set(['5.1.1', '5.1.2', '5.1.3', '5.1.6', '5.1.10', '5.2.1']);

/**
 * Whether a failure for good says that the address is dead. Anything else, such as a refusal of what we send or of whom we send as, a full
 * mailbox or a fault of either system, says nothing about the address: one mistake of our own must not empty every seat.
 */
export function saysAddressIsDead(status: string): boolean {
  return dead.has(status);
}
