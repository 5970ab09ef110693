import {
  audienceOrRole,
  type CivilDate,
  recipientFor,
  type Recipient,
  type Register,
  rolesOn,
  type Text,
} from '@app/domain';
import { countyTitle, registryTitle, titleOf } from './ask-role';

/** Whom a mail is for: a part somebody plays in an organisation, or a role by its register name. */
export type MailTo = { organisation: string; audience: string };

const registry = 'registry';

/**
 * Who gets a notification on the day; undefined when nobody can be reached. What is for the registry goes to its own address, which
 * is read whoever is away; else to whoever holds that role. Where the county has neither, it is the coordinator's to file, so that
 * no record is lost.
 */
export function recipientOf(register: Register, to: MailTo, on: CivilDate): Recipient | undefined {
  if (to.audience !== registry) return recipientFor(register, to.organisation, audienceOrRole(to.audience), on);
  return registryIn(register, to, on) ?? recipientFor(register, to.organisation, 'coordinator', on);
}

/** Whether a mail is for a registry that the register does not have. */
export function lacksRegistry(register: Register, to: MailTo, on: CivilDate): boolean {
  return to.audience === registry && registryIn(register, to, on) === undefined;
}

function registryIn(register: Register, { organisation }: MailTo, on: CivilDate): Recipient | undefined {
  const withoutPeople = { ...register, contacts: [] };
  const role = { role: registry };
  return recipientFor(withoutPeople, organisation, role, on) ?? recipientFor(register, organisation, role, on);
}

/**
 * Who answers questions about any mail of the county: its coordinator, else its registry, else whoever reads the address that answers
 * go to (`MAIL_REPLY_TO`). Undefined where there is none of them.
 */
export function askedOf(
  register: Register,
  on: CivilDate,
  replyTo: string | undefined,
): { role: Text; email: string } | undefined {
  const found = recipientFor(register, register.county.code, 'coordinator', on);
  if (found === undefined) return replyTo === undefined ? undefined : { role: countyTitle, email: replyTo };
  const contact = register.contacts.find(({ id }) => id === found.contactId);
  return { role: contact === undefined ? registryTitle : titleOf(rolesOn(contact, on)), email: found.email };
}
