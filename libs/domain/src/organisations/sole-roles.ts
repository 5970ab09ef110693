import { isCivilDate, type CivilDate } from '../calendar/civil-date';

/** Roles that one person at a time holds in an organisation: mails to them go to one person, and one answers for the matter. */
const soleRoles: ReadonlySet<string> = new Set([
  'coordinator',
  'manager',
  'hyvinvointikoordinaattori',
  'hyvinvointijohtaja',
  'kunnanjohtaja',
  'kaupunginjohtaja',
]);

type Dated = { validFrom?: string; validTo?: string };
type Holder = Dated & { of: string; roles: readonly (Dated & { role: string })[] };
type Presented = { of: string; presenter?: string };

/** A contact's holding of a role from its first to its last day; `index` is the role's place among the contact's. */
type Stint<T> = { contact: T; index: number; from: string; to: string };

/** Two contacts that hold a sole role at once. `from` is the first day of it; undefined where it has always been so. */
export type DoubleHeld<T> = {
  role: string;
  first: T;
  second: T;
  /** Which of the second's roles it is. */
  index: number;
  from: CivilDate | undefined;
};

const always = '';
const forEver = '9999-12-31';

/**
 * Where a sole role has two holders on one day in one organisation: the sole roles, and each role that presents to a body of
 * the organisation. Dates that do not exist are left to others to find.
 */
export function doubleHeld<T extends Holder>(contacts: readonly T[], bodies: readonly Presented[]): DoubleHeld<T>[] {
  const presenters = new Set(
    bodies.flatMap(({ of, presenter }) => (presenter === undefined ? [] : seat(of, presenter))),
  );
  const stints = new Map<string, Stint<T>[]>();
  for (const contact of contacts) {
    for (const [index, { role }] of contact.roles.entries()) {
      const key = seat(contact.of, role);
      if (!soleRoles.has(role) && !presenters.has(key)) continue;
      const stint = stintOf(contact, index);
      if (stint === undefined) continue;
      const others = stints.get(key);
      if (others === undefined) stints.set(key, [stint]);
      else others.push(stint);
    }
  }
  return [...stints.values()].flatMap(overlaps);
}

function seat(organisation: string, role: string): string {
  return `${organisation} ${role}`;
}

/** Undefined where it never comes to be held, or its dates do not exist. */
function stintOf<T extends Holder>(contact: T, index: number): Stint<T> | undefined {
  const dated: Dated[] = [contact, contact.roles[index] ?? {}];
  const starts = dated.flatMap(({ validFrom }) => validFrom ?? []);
  const ends = dated.flatMap(({ validTo }) => validTo ?? []);
  if (![...starts, ...ends].every(isCivilDate)) return undefined;
  const from = starts.reduce((latest, on) => (on > latest ? on : latest), always);
  const to = ends.reduce((earliest, on) => (on < earliest ? on : earliest), forEver);
  return from <= to ? { contact, index, from, to } : undefined;
}

/** Goes through them in the order of time and compares each with the one that lasts longest of those before it. */
function overlaps<T extends Holder>(stints: Stint<T>[]): DoubleHeld<T>[] {
  const found: DoubleHeld<T>[] = [];
  let lasting: Stint<T> | undefined;
  for (const stint of stints.toSorted(byStart)) {
    const { contact, index, from } = stint;
    if (lasting !== undefined && lasting.contact !== contact && from <= lasting.to) {
      const role = contact.roles[index]?.role ?? '';
      found.push({ role, first: lasting.contact, second: contact, index, from: isCivilDate(from) ? from : undefined });
    }
    if (lasting === undefined || stint.to > lasting.to) lasting = stint;
  }
  return found;
}

function byStart(one: { from: string }, other: { from: string }): number {
  if (one.from === other.from) return 0;
  return one.from < other.from ? -1 : 1;
}
