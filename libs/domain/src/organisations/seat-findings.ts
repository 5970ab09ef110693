import type { Finding } from '../finding';
import type { ReadableRegister } from './readable-register';
import { emptyPresenter, twoHolders } from './register-messages';
import { doubleHeld } from './sole-roles';

/** Sole roles with two holders at once (errors), and presenting officials that nobody is (warnings). */
export function seatFindings(register: ReadableRegister): Finding[] {
  return [...doubleFindings(register), ...presenterFindings(register)];
}

function doubleFindings({ bodies, contacts }: ReadableRegister): Finding[] {
  const holders = contacts.map(({ item, id, path }) => ({
    ...item,
    id,
    path,
    roles: item.roles.map((role) => (typeof role === 'string' ? { role } : role)),
  }));
  return doubleHeld(
    holders,
    bodies.map(({ item }) => item),
  ).map(({ role, first, second, index, from }) => ({
    code: 'two-holders',
    severity: 'error',
    entry: second.id,
    date: from ?? null,
    others: [first.id],
    message: twoHolders(second.of, role, [first.name, second.name], from),
    path: [...second.path, 'roles', index],
  }));
}

function presenterFindings({ bodies, contacts, hasAllContacts, ids }: ReadableRegister): Finding[] {
  if (!hasAllContacts || ids.bodies === undefined) return [];
  const held = new Set(
    contacts.flatMap(({ item: { of, roles } }) =>
      roles.map((role) => `${of} ${typeof role === 'string' ? role : role.role}`),
    ),
  );
  return bodies.flatMap(({ item: { id, of, presenter }, path }) => {
    if (presenter === undefined || ids.bodies?.has(presenter) || held.has(`${of} ${presenter}`)) return [];
    const message = emptyPresenter(id, presenter, of);
    return [
      { code: 'empty-presenter', severity: 'warning', entry: id, date: null, message, path: [...path, 'presenter'] },
    ];
  });
}
