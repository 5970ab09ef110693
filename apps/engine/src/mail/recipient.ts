import { audienceOrRole, type CivilDate, recipientFor, type Recipient, type Register, type Text } from '@app/domain';
import type { Notification } from '@app/store';
import { registryTitle, titleOf } from './ask-role';

/** Who gets a notification on the day; undefined when nobody can be reached. */
export function recipientOf(register: Register, to: Notification['to'], on: CivilDate): Recipient | undefined {
  return recipientFor(register, to.organisation, audienceOrRole(to.audience), on);
}

/** Who answers questions about any mail of the county: its coordinator, else its registry. */
export function askedOf(register: Register, on: CivilDate): { role: Text; email: string } {
  const { county, contacts } = register;
  const found = recipientFor(register, county.code, 'coordinator', on);
  const contact = contacts.find(({ id }) => id === found?.contactId);
  return contact === undefined
    ? { role: registryTitle, email: county.registry }
    : { role: titleOf(contact), email: contact.email };
}
