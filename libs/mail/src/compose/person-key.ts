import type { Recipient, Register } from '@app/domain';

/**
 * Who a recipient is, so that two mails can be seen to go to one person: whoever reads the mailbox. A contact's id, the smallest of
 * the contacts with the same address; of an address that only registries have, `registry:<organisation>`, the smallest likewise. Never
 * an address: the key is stored.
 */
export function personKey(register: Register, { email }: Recipient): string {
  let readers = readersOf.get(register);
  if (readers === undefined) {
    readers = readersIn(register);
    readersOf.set(register, readers);
  }
  const reader = readers.get(email.toLowerCase());
  if (reader === undefined) throw new RangeError('The recipient is not of this register.');
  return reader;
}

// A morning's mails ask of one register, which is not changed once it has been read: going through it for each cost more than writing the mail.
const readersOf = new WeakMap<Register, ReadonlyMap<string, string>>();

function readersIn({ contacts, organisations, county }: Register): ReadonlyMap<string, string> {
  const readers = new Map<string, string>();
  const add = (of: readonly { id: string; email: string | undefined }[], prefix: string) => {
    for (const { id, email } of of.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
      const address = email?.toLowerCase();
      if (address !== undefined && !readers.has(address)) readers.set(address, `${prefix}${id}`);
    }
  };
  add(contacts, '');
  const registries = [...organisations, { id: county.code, registry: county.registry }];
  add(
    registries.map(({ id, registry }) => ({ id, email: registry })),
    'registry:',
  );
  return readers;
}
