import type { Recipient, Register } from '@app/domain';

/**
 * Who a recipient is, so that two mails can be seen to go to one person: whoever reads the mailbox. A contact's id, the smallest of
 * the contacts with the same address; of an address that only registries have, `registry:<organisation>`, the smallest likewise. Never
 * an address: the key is stored.
 */
export function personKey({ contacts, organisations, county }: Register, { email }: Recipient): string {
  const same = (address: string | undefined) => address?.toLowerCase() === email.toLowerCase();
  const [contact] = contacts
    .filter((candidate) => same(candidate.email))
    .map(({ id }) => id)
    .sort();
  if (contact !== undefined) return contact;
  const registries = [...organisations, { id: county.code, registry: county.registry }];
  const [organisation] = registries
    .filter(({ registry }) => same(registry))
    .map(({ id }) => id)
    .sort();
  if (organisation === undefined) throw new RangeError('The recipient is not of this register.');
  return `registry:${organisation}`;
}
