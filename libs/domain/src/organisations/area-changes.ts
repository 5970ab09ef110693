import { addDays, type CivilDate } from '../calendar/civil-date';
import type { Register, RegisterChange } from './register';

type Validity = { validFrom?: CivilDate; validTo?: CivilDate };

/**
 * The register with the changes of its area carried out: a merged municipality, or one that leaves for another county, ends on the
 * day before, and the bodies and contacts of every organisation that has a last day end with it at the latest. Nothing is removed, and
 * nothing changes when it is done again.
 */
export function changedArea(register: Register): Register {
  const ends = new Map<string, CivilDate>();
  for (const { id, validTo } of register.organisations) if (validTo !== undefined) ends.set(id, validTo);
  for (const change of register.changes) {
    for (const id of leaving(change)) ends.set(id, addDays(change.on, -1));
  }
  return endedOn(register, ends);
}

/** The register in which organisations end on the days given, with their bodies and contacts. */
export function endedOn(register: Register, ends: ReadonlyMap<string, CivilDate>): Register {
  if (ends.size === 0) return register;
  return {
    ...register,
    organisations: register.organisations.map((organisation) => ended(organisation, ends.get(organisation.id))),
    bodies: register.bodies.map((body) => ended(body, ends.get(body.of))),
    contacts: register.contacts.map((contact) => ended(contact, ends.get(contact.of))),
  };
}

/**
 * Who goes on in the organisation's place on the day, through mergers of mergers: the successor's id; null where it is not in the
 * county (any more) and nobody goes on in its place; undefined where it goes on itself.
 */
export function successorOf(register: Register, organisationId: string, on: CivilDate): string | null | undefined {
  const change = register.changes.find(
    (candidate) => candidate.on <= on && leaving(candidate).includes(organisationId),
  );
  if (change?.kind === 'merger') {
    // Earlier than this one: changes that lead in a circle have an end too, though no file with such can be imported.
    const rest = { ...register, changes: register.changes.filter((candidate) => candidate !== change) };
    const further = successorOf(rest, change.into, on);
    return further === undefined ? change.into : further;
  }
  if (change?.kind === 'transfer') return null;
  if (organisationId === register.county.code) return undefined;
  const organisation = register.organisations.find(({ id }) => id === organisationId);
  const isGone = organisation === undefined || (organisation.validTo !== undefined && organisation.validTo < on);
  return isGone ? null : undefined;
}

/** Who leaves the county's area in a change. */
export function leaving(change: RegisterChange): string[] {
  return change.kind === 'merger' ? change.from : [change.organisation];
}

/** What begins only later stays as it is: it cannot end before. */
function ended<T extends Validity>(item: T, on: CivilDate | undefined): T {
  if (on === undefined || (item.validTo ?? on) < on || (item.validFrom ?? on) > on) return item;
  return item.validTo === on ? item : { ...item, validTo: on };
}
