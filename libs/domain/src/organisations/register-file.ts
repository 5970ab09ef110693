import type { Contact, Register, RoleHeld } from './register';
import type { ContactInput, RegisterInput, RoleInput } from './register.schema';

/**
 * The register as the data of an organisations file, which `parseRegister` reads as the same register again. Every contact
 * has its id, and a role without dates is a plain text.
 */
export function registerFile({
  county,
  bodies,
  organisations,
  contacts,
  interfaces,
  changes,
}: Register): RegisterInput {
  return {
    county,
    ...(interfaces.length > 0 && { interfaces }),
    bodies,
    organisations,
    contacts: contacts.map(contactInput),
    ...(changes.length > 0 && { changes }),
  };
}

/** The contact as a file has it. */
export function contactInput({ roles, interfaces, ...contact }: Contact): ContactInput {
  return { ...contact, roles: roles.map(roleInput), ...(interfaces.length > 0 && { interfaces }) };
}

/** The role as a file has it: a plain text where it has no dates. */
export function roleInput(held: RoleHeld): RoleInput {
  return held.validFrom === undefined && held.validTo === undefined ? held.role : held;
}
