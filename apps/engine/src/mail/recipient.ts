import { type CivilDate, recipientFor, type Recipient, type Register, rolesOn, type Text } from '@app/domain';
import type { Notification } from '@app/store';
import { countyTitle, registryTitle, titleOf } from './ask-role';

const audiences = ['respondent', 'manager', 'coordinator', 'presenter'] as const;
type Audience = (typeof audiences)[number];

/** Who gets a notification on the day; undefined when nobody can be reached. */
export function recipientOf(register: Register, to: Notification['to'], on: CivilDate): Recipient | undefined {
  return recipientFor(register, to.organisation, isAudience(to.audience) ? to.audience : { role: to.audience }, on);
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

/** What the definitions call an audience; anything else is a role by its name in the register. */
function isAudience(text: string): text is Audience {
  return (audiences as readonly string[]).includes(text);
}
