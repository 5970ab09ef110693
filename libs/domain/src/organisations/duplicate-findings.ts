import type { Finding } from '../finding';
import type { Text } from '../text';
import type { IdentifiedContact, Path, Placed, ReadableRegister } from './readable-register';
import * as messages from './register-messages';

/** A finding for each item whose id stands before it in its list. A contact without an id has its address for one. */
export function duplicateFindings({
  county,
  bodies,
  organisations,
  contacts,
  interfaces,
}: ReadableRegister): Finding[] {
  return [
    ...repeated(bodies.map(withOwnId)),
    ...repeated(organisations.map(withOwnId), county === undefined ? [] : [county.item.code]),
    ...repeated(interfaces.map(withOwnId)),
    ...repeated(contacts.map(withContactId)),
  ];
}

type Named = { id: string; path: Path; tell: () => Text };

function withOwnId({ item: { id }, path }: Placed<{ id: string }>): Named {
  return { id, path: [...path, 'id'], tell: () => messages.duplicateId(id) };
}

function withContactId(contact: IdentifiedContact): Named {
  const { item, id, path } = contact;
  if (item.id !== undefined) return withOwnId({ item: { id }, path });
  return { id, path: [...path, 'email'], tell: () => messages.duplicateAddress(item.of, item.email) };
}

function repeated(items: readonly Named[], taken: readonly string[] = []): Finding[] {
  const seen = new Set(taken);
  return items.flatMap(({ id, path, tell }) => {
    if (seen.has(id))
      return [{ code: 'duplicate-id', severity: 'error', entry: id, date: null, message: tell(), path }];
    seen.add(id);
    return [];
  });
}
