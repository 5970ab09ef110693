import type { CivilDate } from '../calendar/civil-date';
import type { Contact, Organisation, Register } from './register';

type Validity = { validFrom?: CivilDate; validTo?: CivilDate };

/** Whether something with a first and a last day is in force on the day; both days count. */
export function isValidOn({ validFrom, validTo }: Validity, on: CivilDate): boolean {
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
}

/** The organisations that exist in the county on the day. */
export function organisationsOn({ organisations }: Pick<Register, 'organisations'>, on: CivilDate): Organisation[] {
  return organisations.filter((organisation) => isValidOn(organisation, on));
}

/** The municipalities of the county on the day. */
export function municipalitiesOn(register: Pick<Register, 'organisations'>, on: CivilDate): Organisation[] {
  return organisationsOn(register, on).filter(({ kind }) => kind === 'municipality');
}

/** Who works on an interface in an organisation on the day, in the order of the register. */
export function interfaceContacts(
  contacts: readonly Contact[],
  organisationId: string,
  interfaceId: string,
  on: CivilDate,
): Contact[] {
  return contacts.filter(
    (contact) => contact.of === organisationId && contact.interfaces.includes(interfaceId) && isValidOn(contact, on),
  );
}
