import { isDeepStrictEqual } from 'node:util';
import type { Register } from '@app/domain';
import type { ImportedChange } from './register-store';

type Item = { id: string };
type ListName = 'organisations' | 'bodies' | 'contacts';

const kinds = { organisations: 'organisation', bodies: 'body', contacts: 'contact' } as const;
const listNames = Object.keys(kinds) as ListName[];

/** What has to be done to make one register into the other. The order of keys in an item says nothing. */
export function changesBetween(before: Register | undefined, after: Register): ImportedChange[] {
  const lists = listNames.map((name) => ({ name, old: before?.[name] ?? [], own: after[name] }));
  return [
    ...countyChanges(
      before,
      after,
      lists.some(({ old, own }) => isReordered(old, own)),
    ),
    ...lists.flatMap(({ name, old, own }) => listChanges(kinds[name], old, own)),
  ];
}

function countyChanges(before: Register | undefined, after: Register, reordered: boolean): ImportedChange[] {
  const id = after.county.code;
  if (before === undefined) return [{ kind: 'county', id, how: 'added' }];
  const ownPart = ({ county, interfaces, changes }: Register) => ({ county, interfaces, changes });
  if (!reordered && isDeepStrictEqual(ownPart(before), ownPart(after))) return [];
  return [{ kind: 'county', id, how: 'changed' }];
}

function listChanges(kind: ImportedChange['kind'], old: readonly Item[], own: readonly Item[]): ImportedChange[] {
  const before = new Map(old.map((item) => [item.id, item]));
  const kept = new Set(own.map(({ id }) => id));
  const written = own.flatMap((item): ImportedChange[] => {
    const known = before.get(item.id);
    if (known !== undefined && isDeepStrictEqual(known, item)) return [];
    return [{ kind, id: item.id, how: known === undefined ? 'added' : 'changed' }];
  });
  const removed = old.filter(({ id }) => !kept.has(id));
  return [...written, ...removed.map(({ id }): ImportedChange => ({ kind, id, how: 'removed' }))];
}

/** Whether those that both have stand in another order. That all move along when one comes or goes is none. */
function isReordered(old: readonly Item[], own: readonly Item[]): boolean {
  const [before, kept] = [old, own].map((items) => new Set(items.map(({ id }) => id)));
  const stayed = old.filter(({ id }) => kept?.has(id));
  const stay = own.filter(({ id }) => before?.has(id));
  return stayed.some(({ id }, index) => stay[index]?.id !== id);
}
